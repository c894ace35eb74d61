package roadcase.rig;

import java.util.Arrays;
import java.util.List;

/** How inserts that stay come to stand where a script has them now. Pure. */
final class RackOrder {
    private RackOrder() {}

    /**
     * @param there names by position from 1, at index 0 the first; null for an empty place
     * @param wanted the same, as it is to be
     * @return for each position the one from which it is to be filled, from 1; null where nothing has to move
     */
    static int[] of(List<String> there, List<String> wanted) {
        int[] from = new int[there.size()];
        boolean[] used = new boolean[there.size()];
        // What stands right stays; a name that is there twice keeps its order otherwise.
        for (int i = 0; i < from.length; i++)
            if (wanted.get(i) != null && wanted.get(i).equals(there.get(i))) from[i] = use(used, i);
        for (int i = 0; i < from.length; i++)
            for (int j = 0; from[i] == 0 && wanted.get(i) != null && j < from.length; j++)
                if (!used[j] && wanted.get(i).equals(there.get(j))) from[i] = use(used, j);
        int moved = (int) Arrays.stream(from).filter(f -> f > 0).count();
        boolean stays = true;
        for (int i = 0; i < from.length; i++) stays &= from[i] == 0 || from[i] == i + 1;
        if (stays || moved == 0) return null;
        // What goes, and what is empty, to where it is now if that is free, else to any.
        for (int i = 0; i < from.length; i++) if (from[i] == 0 && !used[i]) from[i] = use(used, i);
        for (int i = 0; i < from.length; i++)
            for (int j = 0; from[i] == 0 && j < from.length; j++) if (!used[j]) from[i] = use(used, j);
        return from;
    }

    private static int use(boolean[] used, int index) {
        used[index] = true;
        return index + 1;
    }
}
