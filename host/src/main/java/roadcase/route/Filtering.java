package roadcase.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import roadcase.route.Step.Filter;
import roadcase.route.Step.Filter.Does;

/**
 * A {@link Filter}, prepared. Where it speaks of no value above 127, a bend and a 14-bit CC are judged and changed by
 * their coarse byte, and keep their fine one.
 *
 * <p>A key that goes up is not asked how loud: an off belongs to its on.
 */
final class Filtering implements Chain.Op {
    private static final int COARSE = 127;

    private final Does does;
    /** Kind by kind what it becomes, or -1 where it does not match. */
    private final int[] becomes = new int[Event.KINDS];
    private final int[] channels;
    private final RangeMap[] data1 = new RangeMap[Event.KINDS];
    private final RangeMap[] data2 = new RangeMap[Event.KINDS];
    private final boolean offsByOns;

    Filtering(Filter filter) {
        does = filter.does();
        RangeMap channel = filter.channel().isEmpty() ? null : new RangeMap(filter.channel());
        channels = new int[17];
        for (int i = 1; i <= 16; i++) channels[i] = channel == null ? i : channel.of(i);
        java.util.Arrays.fill(becomes, -1);
        Map<EventKind, EventKind> events = filter.events();
        events.forEach((from, to) -> prepare(filter, from, to));
        // A line that joins pairs gets 14-bit CCs where it used to get CCs: they are meant as well.
        EventKind cc = events.get(EventKind.CC);
        if (cc != null && !events.containsKey(EventKind.CC14))
            prepare(filter, EventKind.CC14, cc == EventKind.CC ? EventKind.CC14 : cc);
        offsByOns = events.containsKey(EventKind.NOTE_ON);
    }

    private void prepare(Filter filter, EventKind from, EventKind to) {
        int kind = from.ordinal();
        becomes[kind] = to.ordinal();
        if (from.mostData1() >= 0 && !filter.data1().isEmpty()) data1[kind] = new RangeMap(filter.data1());
        List<Range> values = valueRanges(filter.data2(), from, to);
        boolean asked = from.mostData2() >= 0 || from == EventKind.PROGRAM && to.mostData2() >= 0;
        if (asked && !values.isEmpty()) data2[kind] = new RangeMap(values);
    }

    /** The ranges of the second byte as they hold for values of one kind that become another's. */
    static List<Range> valueRanges(List<Range> data2, EventKind from, EventKind to) {
        boolean coarse = data2.stream().allMatch(r -> Math.max(r.high(), Math.max(r.first(), r.last())) <= COARSE);
        boolean fineIn = coarse && from.hasCoarse();
        boolean fineOut = coarse && to.hasCoarse();
        if (!fineIn && !fineOut) return data2;
        List<Range> said = data2.isEmpty() ? List.of(Range.is(0, COARSE)) : data2;
        List<Range> fine = new ArrayList<>();
        for (Range r : said) {
            int low = fineIn ? r.low() << 7 : r.low();
            int high = fineIn ? r.high() << 7 | COARSE : r.high();
            boolean up = r.first() <= r.last();
            int first = fineOut ? (up ? r.first() << 7 : r.first() << 7 | COARSE) : r.first();
            int last = fineOut ? (up ? r.last() << 7 | COARSE : r.last() << 7) : r.last();
            fine.add(new Range(low, high, first, last));
        }
        return fine;
    }

    @Override
    public boolean apply(Event e) {
        int kind = becomes[e.kind];
        if (kind < 0) return does != Does.ONLY;
        int channel = channels[e.channel];
        if (channel < 0) return does != Does.ONLY;
        boolean isPressure = e.kind == Event.AFTERTOUCH;
        int number = e.number;
        int value = e.value;
        RangeMap first = data1[e.kind];
        if (first != null) {
            int mapped = first.of(isPressure ? value : number);
            if (mapped < 0) return does != Does.ONLY;
            if (isPressure) value = mapped;
            else number = mapped;
        }
        RangeMap second = data2[e.kind];
        if (second != null) {
            int mapped = second.of(value);
            if (mapped >= 0) value = mapped;
            else if (e.kind != Event.NOTE_OFF || !offsByOns) return does != Does.ONLY;
        }
        if (does == Does.DROP) return false;
        if (kind == Event.CC14 && number > EventKind.CC14.mostNumber()) {
            kind = Event.CC;
            value >>= 7;
        }
        if (kind == Event.NOTE_ON && value == 0) {
            if (e.kind <= Event.NOTE_ON) return false; // a note that loud begins nothing
            kind = Event.NOTE_OFF;
        }
        if (isPressure && kind == Event.PITCH_BEND) value = value << 7 | value;
        e.set(kind, channel, kind == Event.AFTERTOUCH || kind == Event.PITCH_BEND ? 0 : number,
                kind == Event.PROGRAM ? number : value);
        return true;
    }
}
