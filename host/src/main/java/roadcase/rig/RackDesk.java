package roadcase.rig;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import roadcase.audio.Parameter;
import roadcase.audio.Rack;
import roadcase.audio.RackFault;

/**
 * What players do with the plugins of a rack: their parameters, their windows, whether they are there. What is kept of
 * them is {@link #sessions}'.
 *
 * <p>{@link RackKeeper} tells it what comes and goes, on its thread; everything else is for any other thread but the
 * Conductor's, and may take seconds. Errors: {@link RackRefusal} with a sentence.
 */
public final class RackDesk implements RackGuest {
    /** What {@link #await} says while a plugin is being loaded. */
    public static final String NOT_YET = "it is still being loaded";

    private static final int PLACES = Rack.INSERTS + 1;

    private final Conductor conductor;
    private final AtomicLong revision = new AtomicLong();
    private final RackKeeper keeper;
    private final SessionKeeper sessions;
    // Under the lock of this:
    private final String[][] there = new String[Rack.SLOTS + 1][PLACES];
    private final String[][] refused = new String[Rack.SLOTS + 1][PLACES];
    private int scans;

    public RackDesk(Conductor conductor, Witness witness, RackKeeper keeper) {
        this.conductor = conductor;
        this.keeper = keeper;
        this.sessions = new SessionKeeper(this, keeper, witness);
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
        sessions.settle(slot, position, all.stream().map(Turnable::of).toList());
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
        for (int i = 0; i < from.length; i++) {
            there[slot][i + 1] = oldThere[from[i]];
            refused[slot][i + 1] = oldRefused[from[i]];
        }
        sessions.ordered(slot, from);
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

    /** Keeps how the plugins stand. */
    public SessionKeeper sessions() {
        return sessions;
    }

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
    <T> T ask(Function<RackKeeper, T> question) {
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

    /** @param index from 0 */
    record Turn(int index, String name, double value) {}

    /** Moves several at once; {@link #revision} stays, for nothing comes of it that is not kept already. */
    void turn(int slot, int position, List<Turn> turns) {
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
}
