package roadcase.osc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * An address, or a pattern of addresses: {@code ?} one character, {@code *} any number of them, {@code [a-f]} or
 * {@code [!a-f]} one of these or none of these, {@code {on,off}} one of these texts, all within one part of the address;
 * {@code //} any number of parts (OSC 1.0, and 1.1 for the last).
 *
 * <p>Immutable, any thread. Looks at each character once with all the places where the pattern could be, so the time is
 * at most length times length: no pattern can make it slow.
 */
public final class OscPattern {
    private static final int END = -1;

    /** A place in the pattern: what it takes, and where that leads. */
    private static final class Place {
        /** The characters it takes; null where it takes none and only leads on. */
        final BitSet takes;
        final int next;
        /** Where else it leads without taking anything. */
        int[] also = {};
        /** Whether the end is reached from here without taking anything. */
        boolean ends;

        Place(BitSet takes, int next) {
            this.takes = takes;
            this.next = next;
        }
    }

    private final String text;
    private final boolean literal;
    private final List<Place> places = new ArrayList<>();
    private final int start;

    private OscPattern(String text) {
        this.text = text;
        this.literal = text.indexOf("//") < 0 && text.chars().noneMatch(c -> "?*[]{}".indexOf(c) >= 0);
        this.start = literal ? END : built(text);
    }

    /** @throws IllegalArgumentException with a sentence, where this is no pattern */
    public static OscPattern of(String text) {
        String fault = fault(text);
        if (fault != null) throw new IllegalArgumentException(fault);
        return new OscPattern(text);
    }

    /** Why this is no pattern, or null. */
    public static String fault(String text) {
        String fault = OscMessage.addressFault(text);
        if (fault != null) return fault;
        char open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open == 0 && (c == '[' || c == '{')) open = c;
            else if (open == 0 && (c == ']' || c == '}')) return "'" + c + "' closes nothing in '" + text + "'";
            else if (open == '[' && c == ']' || open == '{' && c == '}') open = 0;
            else if (open != 0 && "?*[]{}/".indexOf(c) >= 0)
                return "'" + c + "' cannot stand between " + open + " and " + (open == '[' ? ']' : '}') + " in '" + text + "'";
        }
        return open == 0 ? null : "'" + open + "' is not closed in '" + text + "'";
    }

    /** Whether it is one address and no pattern. */
    public boolean isLiteral() {
        return literal;
    }

    public boolean matches(String address) {
        if (literal) return text.equals(address);
        BitSet now = new BitSet(places.size());
        BitSet then = new BitSet(places.size());
        boolean ends = enter(start, now);
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            then.clear();
            ends = false;
            for (int p = now.nextSetBit(0); p >= 0; p = now.nextSetBit(p + 1)) {
                Place place = places.get(p);
                if (place.takes != null && place.takes.get(c)) ends |= enter(place.next, then);
            }
            BitSet swapped = now;
            now = then;
            then = swapped;
            if (now.isEmpty() && !ends) return false;
        }
        return ends;
    }

    /** Marks a place and all it leads to by itself. @return whether the end is among them */
    private boolean enter(int place, BitSet marked) {
        if (place == END) return true;
        Place at = places.get(place);
        if (!marked.get(place)) {
            marked.set(place);
            if (at.takes == null) enter(at.next, marked);
            for (int other : at.also) enter(other, marked);
        }
        return at.ends;
    }

    /** From the end to the beginning, so that each place knows the next. */
    private int built(String pattern) {
        int next = END;
        for (int at = pattern.length(); at > 0; ) {
            char c = pattern.charAt(at - 1);
            int from = at - 1;
            if (c == ']') {
                from = pattern.lastIndexOf('[', at - 1);
                next = add(new Place(set(pattern.substring(from + 1, at - 1)), next));
            } else if (c == '}') {
                from = pattern.lastIndexOf('{', at - 1);
                next = choice(pattern.substring(from + 1, at - 1).split(",", -1), next);
            } else if (c == '?') {
                next = add(new Place(part(), next));
            } else if (c == '*') {
                next = any(part(), next);
            } else if (c == '/' && from > 0 && pattern.charAt(from - 1) == '/') {
                from--;
                next = parts(next);
            } else {
                next = add(new Place(one(c), next));
            }
            at = from;
        }
        return next;
    }

    private int add(Place place, int... also) {
        place.also = also;
        place.ends = place.takes == null && ends(place.next);
        for (int other : also) place.ends |= ends(other);
        places.add(place);
        return places.size() - 1;
    }

    private boolean ends(int place) {
        return place == END || places.get(place).ends;
    }

    /** Any number of these. */
    private int any(BitSet these, int next) {
        int place = places.size();
        return add(new Place(these, place), next);
    }

    /** A slash, then any number of whole parts with a slash after each. */
    private int parts(int next) {
        BitSet all = new BitSet();
        all.set(0x21, 0x7F);
        // After the first slash what follows may begin; else anything goes by, and it begins after another slash.
        int again = add(new Place(one('/'), next));
        int inside = add(new Place(all, places.size()), again);
        return add(new Place(one('/'), add(new Place(null, next), inside)));
    }

    private int choice(String[] texts, int next) {
        int[] starts = new int[texts.length];
        for (int i = 0; i < texts.length; i++) {
            starts[i] = next;
            for (int c = texts[i].length() - 1; c >= 0; c--) starts[i] = add(new Place(one(texts[i].charAt(c)), starts[i]));
        }
        return add(new Place(null, starts[0]), Arrays.copyOfRange(starts, 1, starts.length));
    }

    private static BitSet one(char c) {
        BitSet set = new BitSet();
        set.set(c);
        return set;
    }

    /** All that may be within one part of an address. */
    private static BitSet part() {
        BitSet set = new BitSet();
        set.set(0x21, 0x7F);
        set.clear('/');
        return set;
    }

    private static BitSet set(String between) {
        boolean not = between.startsWith("!");
        String these = not ? between.substring(1) : between;
        BitSet set = new BitSet();
        for (int i = 0; i < these.length(); i++) {
            boolean range = i + 2 < these.length() && these.charAt(i + 1) == '-';
            char from = these.charAt(i);
            char to = range ? these.charAt(i + 2) : from;
            set.set(Math.min(from, to), Math.max(from, to) + 1);
            if (range) i += 2;
        }
        if (!not) return set;
        BitSet others = part();
        others.andNot(set);
        return others;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OscPattern pattern && text.equals(pattern.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
