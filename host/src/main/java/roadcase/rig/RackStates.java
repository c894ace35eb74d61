package roadcase.rig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roadcase.audio.EngineRack;
import roadcase.audio.Rack;
import roadcase.audio.RackFault;

/**
 * Keeps what plugins know from one evening to the next: where something was turned, their states are taken, and given
 * back when the same plugin is loaded into the same slot. A plugin may drop out for a moment when it is asked; so it is
 * asked when it has been quiet for two seconds, after a minute even while it plays, before it goes, and at the end.
 *
 * <p>The rack's thread. At most one plugin is asked at a look.
 */
final class RackStates {
    private static final int PLACES = (Rack.SLOTS + 1) * (Rack.INSERTS + 1);
    private static final long QUIET_SPAN = 2_000_000_000L;
    private static final double QUIET = -70;
    private static final long LONGEST_WAIT = 60_000_000_000L;

    private final RackReports reports;
    private final MemoryStates memory;
    /** The names of what is at work now, by place; null where nothing is. */
    private final String[] names = new String[PLACES];
    private final boolean[] turned = new boolean[PLACES];
    /** Its window was open once: what is done there is not always told. */
    private final boolean[] shown = new boolean[PLACES];
    private final int[] moves = new int[PLACES];
    /** When it was first seen that there is something to take. */
    private final long[] since = new long[PLACES];
    private String problem;

    RackStates(RackReports reports, MemoryStates memory) {
        this.reports = reports;
        this.memory = memory;
    }

    /** What is kept for this, or null. */
    byte[] kept(String name) {
        MemoryStates.Found found = memory.find(name);
        found.warnings().forEach(reports::fault);
        return found.bytes();
    }

    /** A plugin is at work now. */
    void begin(EngineRack engine, int slot, int position, String name) {
        int at = at(slot, position);
        names[at] = name;
        turned[at] = false;
        shown[at] = false;
        moves[at] = engine.moves(slot, position);
        since[at] = 0;
    }

    /** It plays on under another name. */
    void rename(int slot, int position, String name) {
        int at = at(slot, position);
        if (names[at] == null || names[at].equals(name)) return;
        names[at] = name;
        turned[at] = true;
    }

    /** It goes: the last chance to ask it. */
    void end(EngineRack engine, int slot, int position) {
        int at = at(slot, position);
        if (names[at] != null && isTurned(engine, slot, position)) take(engine, slot, position);
        names[at] = null;
    }

    /** The same plugins at other positions: what was at {@code from[i]} is at {@code i + 1} now. */
    void order(EngineRack engine, int slot, int[] from) {
        int first = at(slot, 1);
        String[] oldNames = Arrays.copyOfRange(names, first, first + Rack.INSERTS);
        boolean[] oldTurned = Arrays.copyOfRange(turned, first, first + Rack.INSERTS);
        boolean[] oldShown = Arrays.copyOfRange(shown, first, first + Rack.INSERTS);
        for (int i = 0; i < Rack.INSERTS; i++) {
            names[first + i] = oldNames[from[i] - 1];
            turned[first + i] = oldTurned[from[i] - 1];
            shown[first + i] = oldShown[from[i] - 1];
            moves[first + i] = engine.moves(slot, i + 1);
        }
    }

    /** Its sound or its state was changed, or something in it. */
    void turned(int slot, int position) {
        turned[at(slot, position)] = true;
    }

    void shown(int slot, int position) {
        shown[at(slot, position)] = true;
    }

    /** Takes one, where it is time. */
    void look(EngineRack engine, long now) {
        if (!memory.isKept()) return;
        for (int slot = 0; slot <= Rack.SLOTS; slot++)
            for (int position = 0; position <= Rack.INSERTS; position++) {
                int at = at(slot, position);
                if (names[at] == null || !isTurned(engine, slot, position) && !shown[at]) continue;
                if (since[at] == 0) {
                    since[at] = now;
                    continue;
                }
                boolean quiet = engine.loudness(slot, QUIET_SPAN).peak() < QUIET && now - since[at] >= QUIET_SPAN;
                // A window may be open for hours: once a minute is enough for it.
                if (now - since[at] < LONGEST_WAIT && !(quiet && isTurned(engine, slot, position))) continue;
                take(engine, slot, position);
                return;
            }
    }

    private boolean isTurned(EngineRack engine, int slot, int position) {
        return turned[at(slot, position)] || engine.moves(slot, position) != moves[at(slot, position)];
    }

    private void take(EngineRack engine, int slot, int position) {
        int at = at(slot, position);
        since[at] = 0;
        moves[at] = engine.moves(slot, position);
        turned[at] = false;
        try {
            keep(at, engine.state(slot, position));
        } catch (RackFault silent) {
            turned[at] = true;
            tell(reports.said(slot) + ": its state could not be kept, it is tried again: " + silent.getMessage());
        }
    }

    private void keep(int at, byte[] state) {
        if (state.length == 0) return;
        String trouble = memory.keep(names[at], state);
        turned[at] = trouble != null;
        tell(trouble);
    }

    /** Each trouble once. */
    private void tell(String trouble) {
        if (trouble != null && !trouble.equals(problem)) reports.fault(trouble);
        problem = trouble;
    }

    /** All of them, at the end: what was turned first. */
    void takeAll(EngineRack engine, long untilNanos) {
        if (!memory.isKept()) return;
        List<int[]> places = new ArrayList<>();
        for (int slot = 0; slot <= Rack.SLOTS; slot++)
            for (int position = 0; position <= Rack.INSERTS; position++)
                if (names[at(slot, position)] != null)
                    places.add(isTurned(engine, slot, position) ? 0 : places.size(), new int[] {slot, position});
        for (int[] place : places) {
            if (System.nanoTime() < untilNanos) take(engine, place[0], place[1]);
            else tell("there was no time to keep the states of all plugins; those from before are kept");
        }
    }

    private static int at(int slot, int position) {
        return slot * (Rack.INSERTS + 1) + position;
    }
}
