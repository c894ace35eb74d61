package roadcase.rig;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import roadcase.rig.plan.Reaction;

/**
 * How often a reaction may fail: after three faults in a row it is put aside until the next reload.
 *
 * <p>Any thread. Bounded. Code that runs after a time is a new reaction each time, so that is known by its place.
 */
final class Patience {
    /** After so many faults in a row a reaction is put aside. */
    static final int FAULTS_IN_A_ROW = 3;
    static final String SENTENCE =
            "this code failed " + FAULTS_IN_A_ROW + " times in a row and is put aside until the next reload";

    static final String MEMORY_GONE =
            "nothing is left of the memory, so this code is put aside until the next reload";

    private static final int MOST = 4_096;

    private final Map<String, Integer> faults = new ConcurrentHashMap<>();

    /** It failed. @return whether this was once too often */
    boolean failed(Reaction reaction) {
        if (faults.size() >= MOST) return false;
        return faults.merge(reaction.id(), 1, Integer::sum) == FAULTS_IN_A_ROW;
    }

    /** Once was too often. */
    void exhaust(Reaction reaction) {
        faults.put(reaction.id(), FAULTS_IN_A_ROW);
    }

    /** It came back without a fault. */
    void well(Reaction reaction) {
        if (!faults.isEmpty() && !isOver(reaction)) faults.remove(reaction.id());
    }

    boolean isOver(Reaction reaction) {
        if (faults.isEmpty()) return false;
        Integer count = faults.get(reaction.id());
        return count != null && count >= FAULTS_IN_A_ROW;
    }

    /** A new rig plays: what was put aside may try again. */
    void begin() {
        faults.clear();
    }

    /** How many reactions are put aside. */
    int putAside() {
        return (int) faults.values().stream().filter(n -> n >= FAULTS_IN_A_ROW).count();
    }
}
