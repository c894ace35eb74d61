package roadcase.rig;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import roadcase.audio.Parameter;
import roadcase.audio.Rack;
import roadcase.audio.RackFault;
import roadcase.rig.Session.Plugged;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.Overlay;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;

/**
 * What players do with the plugins of a rack and want kept of them: their parameters, their windows, how they stand.
 *
 * <p>{@link RackKeeper} tells it what comes and goes, on its thread; everything else is for any other thread but the
 * Conductor's, and may take seconds. Errors: {@link RackRefusal} with a sentence.
 */
public final class RackDesk implements RackGuest {
    /** What {@link #await} says while a plugin is being loaded. */
    public static final String NOT_YET = "it is still being loaded";

    private static final int PLACES = Rack.INSERTS + 1;
    private static final int MOST_NAMED = 5;
    private static final double SAME = 1e-6;

    private final Conductor conductor;
    private final Witness witness;
    private final AtomicLong revision = new AtomicLong();
    private final RackKeeper keeper;
    // Under the lock of this:
    private final String[][] there = new String[Rack.SLOTS + 1][PLACES];
    private final String[][] refused = new String[Rack.SLOTS + 1][PLACES];
    /** How the plugin of a place is to stand once it is there; afterwards what was kept of it last. */
    private final Plugged[][] kept = new Plugged[Rack.SLOTS + 1][PLACES];
    private final boolean[][] waits = new boolean[Rack.SLOTS + 1][PLACES];
    private int scans;

    public RackDesk(Conductor conductor, Witness witness, RackKeeper keeper) {
        this.conductor = conductor;
        this.witness = witness;
        this.keeper = keeper;
        keeper.guest(this);
    }

    // ---- what the keeper tells

    @Override
    public void loaded(int slot, int position, String plugin, List<Parameter> all) {
        synchronized (this) {
            there[slot][position] = plugin;
            refused[slot][position] = null;
            notifyAll();
        }
        settle(slot, position, all.stream().map(Turnable::of).toList());
        revision.incrementAndGet();
    }

    @Override
    public void left(int slot, int position) {
        synchronized (this) {
            there[slot][position] = null;
            refused[slot][position] = null;
        }
        revision.incrementAndGet();
    }

    @Override
    public synchronized void ordered(int slot, int[] from) {
        String[] oldThere = there[slot].clone();
        String[] oldRefused = refused[slot].clone();
        Plugged[] oldKept = kept[slot].clone();
        boolean[] oldWaits = waits[slot].clone();
        for (int i = 0; i < from.length; i++) {
            there[slot][i + 1] = oldThere[from[i]];
            refused[slot][i + 1] = oldRefused[from[i]];
            kept[slot][i + 1] = oldKept[from[i]];
            waits[slot][i + 1] = oldWaits[from[i]];
        }
    }

    @Override
    public synchronized void refused(int slot, int position, String why) {
        refused[slot][position] = why;
        notifyAll();
    }

    @Override
    public synchronized void scanned() {
        scans++;
        notifyAll();
    }

    @Override
    public void moved() {
        revision.incrementAndGet();
    }

    // ---- what players ask and do

    /** Grows with everything that a session keeps of plugins. Cheap. */
    public long revision() {
        return revision.get();
    }

    /** Whether this plugin is in its place and sounds. */
    public synchronized boolean isThere(int slot, int position, String plugin) {
        return plugin.equals(there[slot][position]);
    }

    /**
     * Waits until a plugin is in its place.
     *
     * @return null, or why it is not: refused, or not yet
     */
    public synchronized String await(int slot, int position, String plugin, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!isThere(slot, position, plugin)) {
            if (refused[slot][position] != null) return refused[slot][position];
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) return NOT_YET;
            wait(left);
        }
        return null;
    }

    /** Looks for plugins where nobody has looked yet, and waits for the end. @return whether it has come */
    public boolean lookOnce(long millis) throws InterruptedException {
        int before;
        synchronized (this) {
            if (scans > 0) return true;
            before = scans;
        }
        scan(false);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        synchronized (this) {
            while (scans == before) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) return false;
                wait(left);
            }
            return true;
        }
    }

    /** What the engine answers, or refuses. */
    private <T> T ask(Function<RackKeeper, T> question) {
        try {
            return question.apply(keeper);
        } catch (RackFault fault) {
            throw new RackRefusal(fault.getMessage());
        }
    }

    /** What can be turned on a plugin, as it stands. Two seconds at most. */
    public List<Turnable> turnables(int slot, int position) {
        return parameters(slot, position).stream().map(Turnable::of).toList();
    }

    private List<Parameter> parameters(int slot, int position) {
        return ask(e -> e.parameters(slot, position));
    }

    /** Moves a parameter; a value of the script that is bound to it moves along. @param index from 0 */
    public void turn(int slot, int position, int index, String name, double value) {
        turn(slot, position, List.of(new Turn(index, name, value)));
        revision.incrementAndGet();
    }

    private record Turn(int index, String name, double value) {}

    private void turn(int slot, int position, List<Turn> turns) {
        conductor.tell(stage -> {
            for (Turn turn : turns) stage.turnPlugin(slot, position, String.valueOf(turn.index + 1), turn.name,
                    turn.value);
        });
    }

    /** Type and name of what could be played on. */
    public List<List<String>> devices() {
        return ask(RackKeeper::devices);
    }

    public void window(int slot, int position, boolean show) {
        ask(e -> {
            e.window(slot, position, show);
            return null;
        });
    }

    /** Looks for plugins; the keeper tells the end. */
    public void scan() {
        scan(true);
    }

    private void scan(boolean again) {
        ask(e -> {
            e.scan(again);
            return null;
        });
    }

    public List<KnownPlugin> plugins(String part) {
        return ask(e -> e.plugins(part)).stream().map(KnownPlugin::of).toList();
    }

    // ---- sessions

    /** From now on the plugins of this rig are to stand as they did in the session. */
    public void expect(Session session, Rig rig) {
        List<int[]> now = new ArrayList<>();
        synchronized (this) {
            forPlaces(rig, (slot, position, plugin) -> {
                Plugged was = was(session, slot, position);
                if (was == null || !was.path().equals(plugin)) return;
                kept[slot.number()][position] = was;
                waits[slot.number()][position] = true;
                if (plugin.equals(there[slot.number()][position])) now.add(new int[] {slot.number(), position});
            });
        }
        for (int[] place : now) {
            try {
                settle(place[0], place[1], turnables(place[0], place[1]));
            } catch (RackRefusal fault) {
                witness.fault(System.nanoTime(), Origin.NOWHERE, fault.getMessage());
            }
        }
    }

    private static Plugged was(Session session, SlotPlan slot, int position) {
        if (slot.isMaster()) return session.plugged(0, position);
        Session.Slot same = session.of(slot);
        if (same == null) return null;
        if (position == 0) return same.instrument();
        return position <= same.effects().size() ? same.effects().get(position - 1) : null;
    }

    private interface ForPlace {
        void at(SlotPlan slot, int position, String plugin);
    }

    private static void forPlaces(Rig rig, ForPlace what) {
        if (rig.rack() == null) return;
        for (SlotPlan slot : rig.rack().slots())
            for (int position = 0; position < PLACES; position++)
                if (slot.plugin(position) != null) what.at(slot, position, slot.plugin(position));
    }

    private void settle(int slot, int position, List<Turnable> all) {
        Plugged wanted;
        synchronized (this) {
            wanted = kept[slot][position];
            if (!waits[slot][position] || wanted == null || !wanted.path().equals(there[slot][position])) return;
            waits[slot][position] = false;
            // What it knew is its own affair again once it has it.
            kept[slot][position] = new Plugged(wanted.path(), wanted.name(), wanted.parameters(), null,
                    wanted.written(), wanted.beside());
        }
        if (wanted.state() == null) settle(slot, position, wanted, all);
        else keeper.give(slot, position, wanted.state(), () -> settleAfter(slot, position, wanted));
    }

    private void settleAfter(int slot, int position, Plugged wanted) {
        try {
            settle(slot, position, wanted, turnables(slot, position));
        } catch (RackRefusal gone) {
            witness.note(System.nanoTime(), "'" + wanted.path() + "' has its state, but not what was turned since: "
                    + gone.getMessage());
        }
    }

    private void settle(int slot, int position, Plugged wanted, List<Turnable> all) {
        List<Turn> turns = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        wanted.parameters().forEach((name, value) -> {
            int index = find(all, name);
            boolean fits = value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 1;
            if (index < 0) strange.add(name);
            else if (!fits) strange.add(name + " = " + value);
            else if (Math.abs(all.get(index).value() - value.asDouble()) > SAME)
                turns.add(new Turn(index, all.get(index).name(), value.asDouble()));
        });
        turn(slot, position, turns);
        if (!strange.isEmpty())
            witness.note(System.nanoTime(), "'" + wanted.path()
                    + "' has no such parameter, or not from 0 to 1, so it stands by"
                    + " itself there: " + String.join(", ", strange.subList(0, Math.min(MOST_NAMED, strange.size())))
                    + (strange.size() > MOST_NAMED ? " and " + (strange.size() - MOST_NAMED) + " more" : ""));
    }

    /**
     * The index of a parameter as a player or another program writes it: by number from 1, by name, or by the letters of
     * its name, perhaps with the unit behind it; -1 for none.
     */
    public static int find(List<Turnable> all, String wanted) {
        for (int i = 0; i < all.size(); i++) if (all.get(i).name().equals(wanted)) return i;
        if (wanted.matches("#?[1-9]\\d{0,5}")) {
            int number = Integer.parseInt(wanted.replace("#", ""));
            if (number <= all.size()) return number - 1;
        }
        String bare = bare(wanted);
        for (int i = 0; i < all.size(); i++) {
            Turnable p = all.get(i);
            if (!bare.isEmpty() && (bare.equals(bare(p.name())) || bare.equals(bare(p.name() + p.unit())))) return i;
        }
        return -1;
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /**
     * How everything stands now.
     *
     * @param before what was kept last: what could not be loaded is kept as it was
     * @param overlay what lies over the gig
     */
    public Session session(Session before, Rig rig, Live live, Overlay overlay, double bpm, RackStanding sound) {
        RackPlan rack = rig.rack();
        if (rack == null) return before;
        List<Session.Slot> slots = new ArrayList<>(Collections.nCopies(Rack.SLOTS, null));
        for (int number = 1; number <= Rack.SLOTS; number++) {
            Session.Slot was = before.slot(number);
            if (was != null && was.instrument() == null) slots.set(number - 1, was);
        }
        List<Plugged> master = List.of();
        for (SlotPlan plan : rack.slots()) {
            List<Plugged> effects = new ArrayList<>();
            int ofScript = plan.isMaster() ? plan.effects().size() - overlay.master().size() : 0;
            for (int i = 0; i < plan.effects().size(); i++)
                effects.add(plugged(plan, i + 1, label(before, overlay, plan, i), i < ofScript));
            if (plan.isMaster()) {
                master = effects;
                continue;
            }
            if (plan.instrument() == null) continue;
            Session.Slot was = before.of(plan);
            slots.set(plan.number() - 1, new Session.Slot(plugged(plan, 0, plan.name(), false),
                    Session.factor(live.value(SlotPlan.gainName(plan.number()))),
                    overlay.slots().containsKey(plan.number()) ? null : plan.gain(),
                    live.isOn(SlotPlan.muteName(plan.number())), live.isOn(SlotPlan.soloName(plan.number())), effects,
                    was == null ? Map.of() : was.beside()));
        }
        boolean runs = sound != null && sound.engine() != null;
        return new Session(bpm, runs ? sound.engine().rate() : before.rate(), runs ? sound.engine()
                .block() : before.block(),
                Session.factor(live.value(SlotPlan.gainName(0))), live.isOn(SlotPlan.muteName(0)), overlay.routing(),
                        slots, elsewhere(before, rack), master,
                before.beside());
    }

    /** What other gigs keep here. */
    private static List<Session.Slot> elsewhere(Session before, RackPlan rack) {
        List<Session.Slot> own = rack.slots().stream().map(before::of).toList();
        return Stream.concat(before.slots().stream(), before.elsewhere().stream())
                .filter(s -> s != null && s.instrument() != null && s.written() != null)
                .filter(s -> own.stream().noneMatch(o -> o == s)).limit(Session.MOST_ELSEWHERE).toList();
    }

    /** The same session with what the plugins know, for another machine. A plugin may drop out for a moment. */
    public Session whole(Session session) {
        List<Session.Slot> slots = new ArrayList<>();
        for (int number = 1; number <= Rack.SLOTS; number++) {
            Session.Slot slot = session.slot(number);
            int at = number;
            slots.add(slot == null || slot.instrument() == null ? slot : new Session.Slot(knowing(slot.instrument(),
                    at, 0), slot.gain(),
                    slot.written(), slot.muted(), slot.solo(), knowing(slot.effects(), at), slot.beside()));
        }
        return new Session(session.bpm(), session.rate(), session.block(), session.masterGain(), session.masterMuted(),
                session.routing(), slots, session.elsewhere(), knowing(session.master(), Rack.MASTER),
                        session.beside());
    }

    private List<Plugged> knowing(List<Plugged> effects, int slot) {
        List<Plugged> all = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) all.add(knowing(effects.get(i), slot, i + 1));
        return all;
    }

    private Plugged knowing(Plugged p, int slot, int position) {
        if (!isThere(slot, position, p.path())) return p;
        byte[] state = ask(k -> k.state(slot, position));
        return state.length == 0 ? p : new Plugged(p.path(), p.name(), p.parameters(), state, p.written(), p.beside());
    }

    /** What the player calls an effect, as far as it was known. */
    private static String label(Session before, Overlay overlay, SlotPlan plan, int index) {
        Overlay.Place place = overlay.slots().get(plan.number());
        List<Overlay.Insert> added = plan.isMaster() ? overlay.master() : place == null ? List.of() : place.effects();
        int behind = index - (plan.effects().size() - added.size());
        if (behind >= 0 && behind < added.size() && added.get(behind).plugin().equals(plan.effects().get(index)))
            return added.get(behind).label();
        Plugged was = was(before, plan, index + 1);
        return was != null && was.path().equals(plan.effects().get(index)) ? was.name() : null;
    }

    private Plugged plugged(SlotPlan plan, int position, String name, boolean written) {
        String plugin = plan.plugin(position);
        Plugged known;
        boolean now;
        synchronized (this) {
            known = kept[plan.number()][position];
            now = plugin.equals(there[plan.number()][position]) && !waits[plan.number()][position];
        }
        boolean same = known != null && known.path().equals(plugin);
        Map<String, JsonNode> parameters = same ? known.parameters() : Map.of();
        if (now) parameters = asTheyStand(plan.number(), position, parameters);
        Plugged fresh = new Plugged(plugin, name, parameters, same ? known.state() : null, written, same
                ? known.beside() : Map.of());
        synchronized (this) {
            if (now) kept[plan.number()][position] = fresh;
        }
        return fresh;
    }

    private Map<String, JsonNode> asTheyStand(int slot, int position, Map<String, JsonNode> otherwise) {
        try {
            List<Turnable> all = turnables(slot, position);
            Map<String, JsonNode> parameters = new LinkedHashMap<>();
            for (int i = 0; i < all.size(); i++) {
                String name = parameters.containsKey(all.get(i).name()) ? "#" + (i + 1) : all.get(i).name();
                parameters.put(name, SessionText.number(all.get(i).value()));
            }
            // What a plugin did not take is kept all the same.
            otherwise.forEach((name, value) -> {
                if (find(all, name) < 0) parameters.put(name, value);
            });
            return parameters;
        } catch (RackRefusal busy) {
            return otherwise; // it is asked again at the next change
        }
    }
}
