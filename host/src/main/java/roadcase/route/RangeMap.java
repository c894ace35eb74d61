package roadcase.route;

import java.util.Arrays;
import java.util.List;

/**
 * A list of ranges, ready to be looked up: the last range that has a value says what becomes of it. Allocates nothing
 * after construction.
 */
final class RangeMap {
    static final int NO_MATCH = -1;
    private static final int TABLE = 128;

    private final Range[] lastFirst;
    private final int[] table = new int[TABLE];

    RangeMap(List<Range> ranges) {
        lastFirst = new Range[ranges.size()];
        for (int i = 0; i < lastFirst.length; i++) lastFirst[i] = ranges.get(lastFirst.length - 1 - i);
        Arrays.setAll(table, this::search);
    }

    int of(int value) {
        return value < TABLE ? table[value] : search(value);
    }

    private int search(int value) {
        for (Range range : lastFirst) if (range.has(value)) return range.map(value);
        return NO_MATCH;
    }
}
