package roadcase.rig;

import java.util.LinkedHashMap;
import java.util.Map;
import roadcase.rig.plan.Reaction;

/**
 * Code that is not over its budget but long enough to be noticed by code that waits behind it. The first time of each
 * is let pass, for a JVM does everything slowly the first time; the second is told, then the tenth, the hundredth …,
 * but never more than a sentence in a second.
 *
 * <p>Any thread. Bounded.
 */
final class SlowCode {
    /** From here on it is told. Source: the language's own rule for reactions. */
    static final long NANOS = 2_000_000;

    private static final int MOST = 256;
    private static final long PAUSE = 1_000_000_000;

    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private long lastTold;
    private boolean everTold;
    private long times;

    private static final class Seen {
        long times = 1;
        long worst;
        long tellAt = 2;
    }

    /**
     * A piece of code took long.
     *
     * @return what to tell the player, or null
     */
    synchronized ReactionFault took(Reaction code, long nanos, long now) {
        String id = code.id() + code.origin();
        Seen of = seen.get(id);
        if (of == null) {
            if (seen.size() < MOST) seen.put(id, new Seen());
            return null;
        }
        times++;
        of.times++;
        of.worst = Math.max(of.worst, nanos);
        if (of.times < of.tellAt || everTold && now - lastTold < PAUSE) return null;
        while (of.tellAt <= of.times) of.tellAt = of.tellAt == 2 ? 10 : of.tellAt * 10;
        everTold = true;
        lastTold = now;
        return new ReactionFault(code.origin(), "this code took " + millis(nanos) + " (" + of.times + " times over "
                + millis(NANOS) + ", at worst " + millis(of.worst) + "); other code waits meanwhile, the routes do not");
    }

    private static String millis(long nanos) {
        return nanos % 1_000_000 == 0 ? nanos / 1_000_000 + " ms" : nanos / 100_000 / 10.0 + " ms";
    }

    /** How often, since the last reload. */
    synchronized long times() {
        return times;
    }

    /** A new rig plays. */
    synchronized void begin() {
        seen.clear();
        times = 0;
    }
}
