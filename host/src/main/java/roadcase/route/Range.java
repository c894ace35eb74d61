package roadcase.route;

import java.util.List;

/**
 * One range of the MIDI Router's notation: what is from {@code low} to {@code high} becomes {@code first} to
 * {@code last}; {@code first} above {@code last} turns it round. See {@link Stretch} for the rule.
 *
 * <p>Source: range lists of MIDI Router, where {@code [a]} is a→a, {@code [a,b]} a→b, {@code [a,b,c]} moves and
 * {@code [a,b,c,d]} stretches.
 */
public record Range(int low, int high, int first, int last) {
    /**
     * From one to four numbers.
     *
     * @throws IllegalArgumentException with a sentence where there are none, or more
     */
    public static Range of(List<Integer> numbers) {
        return switch (numbers.size()) {
            case 1 -> is(numbers.get(0), numbers.get(0));
            case 2 -> becomes(numbers.get(0), numbers.get(1));
            case 3 -> moved(numbers.get(0), numbers.get(1), numbers.get(2));
            case 4 -> new Range(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
            default -> throw new IllegalArgumentException(numbers + " is no range: it takes one to four numbers, such as"
                    + " [6], [1, 6], [19, 74, 19] or [0, 127, 1, 100]");
        };
    }

    /** Stays as it is. */
    public static Range is(int low, int high) {
        return new Range(low, high, low, high);
    }

    /** One number becomes another. */
    public static Range becomes(int from, int to) {
        return new Range(from, from, to, to);
    }

    /** Begins somewhere else. */
    public static Range moved(int low, int high, int first) {
        return new Range(low, high, first, first + (high - low));
    }

    public boolean has(int value) {
        return value >= low && value <= high;
    }

    public int map(int value) {
        return Stretch.map(value, low, high, first, last);
    }

    public boolean changesNothing() {
        return first == low && last == high;
    }

    /** The part of it that numbers up to {@code most} can meet; null where that is none. */
    Range upTo(int most) {
        if (low > most) return null;
        return high <= most ? this : new Range(low, most, first, map(most));
    }

    @Override
    public String toString() {
        String from = low == high ? String.valueOf(low) : low + ".." + high;
        return changesNothing() ? from : from + " onto " + (first == last ? String.valueOf(first) : first + ".." + last);
    }
}
