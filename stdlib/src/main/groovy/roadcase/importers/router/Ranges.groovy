package roadcase.importers.router

import groovy.transform.PackageScope

/**
 * A list of ranges in the router's notation. Several may take a value: the last one wins. Immutable.
 *
 * <p>An empty or unreadable list takes nothing, as in the original; so does a backward source range.
 */
@PackageScope
final class Ranges {
    /** Beyond this a list is not a person's. */
    static final int MOST = 200
    private static final int FARTHEST = 1 << 20

    final List<Stretch> stretches
    final Place place

    Ranges(List<Stretch> stretches, Place place) {
        this.stretches = List.copyOf(stretches)
        this.place = place
    }

    static Ranges of(Place place, Stretch... stretches) {
        new Ranges(stretches as List<Stretch>, place)
    }

    /** From a text that holds a JSON list, or, more leniently, from the list itself. */
    static Ranges read(Json field, Findings findings) {
        Json list = field
        if (field.text() != null) {
            try {
                list = Json.read(field.text())
            } catch (Json.Broken ignored) {
                list = null
            }
        } else if (field.isList()) findings.corrected(field.place, 'the list is taken as if it were a text')
        if (list == null || !list.isList()) {
            findings.defaulted(field.place, "${field.shown()} is no list of ranges; as there, nothing matches it")
            return new Ranges([], field.place)
        }
        List<Stretch> stretches = []
        if (list.items().size() > MOST)
            findings.impossible(field.place, "it lists ${list.items().size()} ranges; only the first $MOST are read")
        for (Json item : list.items().take(MOST)) {
            Stretch one = stretch(item)
            if (one == null) findings.defaulted(field.place, "${shown(item)} is no range; as there, nothing matches it")
            else if (one.low() > one.high())
                findings.corrected(field.place, "${one.low()} to ${one.high()} runs backwards and matches nothing; left out")
            else stretches << one
        }
        new Ranges(stretches, field.place)
    }

    private static String shown(Json item) {
        item.isList() ? '[' + item.items().take(6).collect { Json j -> j.shown() }.join(', ') + ']' : item.shown()
    }

    private static Stretch stretch(Json item) {
        List<Integer> numbers = item.items().collect { Json j -> j.number() }
        if (!numbers || numbers.size() > 4 || numbers.any { Integer n -> n == null || n.abs() > FARTHEST }) return null
        switch (numbers.size()) {
            case 1: return Stretch.same(numbers[0], numbers[0])
            case 2: return new Stretch(numbers[0], numbers[0], numbers[1], numbers[1])
            case 3: return new Stretch(numbers[0], numbers[1], numbers[2], numbers[2] + numbers[1] - numbers[0])
            default: return new Stretch(numbers[0], numbers[1], numbers[2], numbers[3])
        }
    }

    /** What a value becomes, or -1 where nothing takes it. */
    int of(int value) {
        for (int i = stretches.size() - 1; i >= 0; i--) if (stretches[i].takes(value)) return stretches[i].of(value)
        -1
    }

    /** Whether the two do the same with every value. */
    boolean doesTheSame(Ranges other, int low, int high) {
        (low..high).every { int v -> of(v) == other.of(v) }
    }

    boolean changesNothing(int low, int high) {
        (low..high).every { int v -> of(v) == v }
    }

    boolean takesNothing(int low, int high) {
        (low..high).every { int v -> of(v) < 0 }
    }

    /** As one range, where one does the same; else null. */
    Stretch single(int low, int high) {
        Stretch only = stretches.size() == 1 ? stretches[0] : null
        if (only != null) return only
        int first = low
        while (first <= high && of(first) < 0) first++
        if (first > high) return null
        int last = first
        while (last < high && of(last + 1) >= 0) last++
        Stretch whole = new Stretch(first, last, of(first), of(last))
        doesTheSame(new Ranges([whole], place), low, high) ? whole : null
    }

    String shown() {
        '[' + stretches.collect { Stretch s -> s.shown() }.join(', ') + ']'
    }
}
