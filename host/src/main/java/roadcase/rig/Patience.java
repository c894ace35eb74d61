package roadcase.rig;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import roadcase.rig.plan.Reaction;

/**
 * How often a reaction may fail: after three faults in a row it is put aside until the next reload.
 *
 * <p>Any thread. Bounded: code that runs once (after a time) is a new reaction each time and must not pile up.
 */
final class Patience {
    /** After so many faults in a row a reaction is put aside. */
    static final int FAULTS_IN_A_ROW = 3;
    static final String SENTENCE =
            "this code failed " + FAULTS_IN_A_ROW + " times in a row and is put aside until the next reload";

    private static final int MOST = 4_096;

    private final Map<Reaction, Integer> faults = Collections.synchronizedMap(new IdentityHashMap<>());

    /** It failed. @return whether this was once too often */
    boolean failed(Reaction reaction) {
        if (reaction.on() == Reaction.On.MOMENT && reaction.origin().line() == 0 || faults.size() >= MOST) return false;
        return faults.merge(reaction, 1, Integer::sum) == FAULTS_IN_A_ROW;
    }

    /** It came back without a fault. */
    void well(Reaction reaction) {
        if (!faults.isEmpty() && !isOver(reaction)) faults.remove(reaction);
    }

    boolean isOver(Reaction reaction) {
        if (faults.isEmpty()) return false;
        Integer count = faults.get(reaction);
        return count != null && count >= FAULTS_IN_A_ROW;
    }

    /** A new rig plays: what was put aside may try again. */
    void begin() {
        faults.clear();
    }

    /** How many reactions are put aside. */
    int putAside() {
        synchronized (faults) {
            return (int) faults.values().stream().filter(n -> n >= FAULTS_IN_A_ROW).count();
        }
    }
}
