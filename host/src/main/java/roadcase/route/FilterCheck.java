package roadcase.route;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import roadcase.route.Step.Filter;
import roadcase.route.Step.Filter.Does;

/** Looks whether a {@link Filter} can be played: what comes of it must be MIDI. Any thread. */
public final class FilterCheck {
    private static final int CHANNELS = 16;

    private FilterCheck() {}

    /** What is wrong, as a sentence, or null. */
    public static String fault(Filter filter) {
        for (Range range : filter.channel()) {
            String fault = channelFault(range);
            if (fault != null) return fault;
        }
        String fault = sources("data1", filter.data1(), filter, EventKind::mostData1);
        if (fault == null) fault = sources("data2", filter.data2(), filter, EventKind::mostData2);
        if (fault != null || filter.does() == Does.DROP) return fault;
        for (Map.Entry<EventKind, EventKind> event : filter.events().entrySet()) {
            fault = fault(filter, event.getKey(), event.getValue());
            if (fault != null) return fault;
        }
        return null;
    }

    private static String channelFault(Range range) {
        String backward = backward("channel", range);
        if (backward != null) return backward;
        for (int channel : new int[] {range.low(), range.high(), range.first(), range.last()})
            if (channel < 1 || channel > CHANNELS) return "channel " + channel + "; channels are 1 to 16";
        return null;
    }

    private static String backward(String what, Range range) {
        return range.low() > range.high()
                ? what + " " + range.low() + ".." + range.high() + " runs backwards; write " + range.high() + ".." + range.low()
                : null;
    }

    /** Whether a byte is looked for where none of the kinds could ever have it. */
    private static String sources(String what, List<Range> ranges, Filter filter, ToIntFunction<EventKind> most) {
        int can = filter.events().keySet().stream().mapToInt(most).max().orElse(EventKind.NONE);
        for (Range range : ranges) {
            String backward = backward(what, range);
            if (backward != null) return backward;
            if (range.low() < 0 || range.first() < 0 || range.last() < 0)
                return what + " " + range + "; nothing is below 0";
            if (can == EventKind.NONE && range.equals(Range.is(0, 127))) continue; // asks for nothing
            if (can == EventKind.NONE) return what + " " + range + "; " + names(filter) + " has no " + what;
            if (range.high() > can) return what + " " + range + "; " + names(filter) + " has " + what + " 0 to " + can;
        }
        return null;
    }

    private static String names(Filter filter) {
        return String.join(", ", filter.events().keySet().stream().map(EventKind::said).toList());
    }

    private static String fault(Filter filter, EventKind from, EventKind to) {
        boolean numbered = from.mostNumber() >= 0;
        if (!numbered && to.mostNumber() >= 0)
            return "a " + from.said() + " has no number that a " + to.said() + " could take: say .becomes(cc(74)) or such"
                    + " behind the filter";
        String fault = null;
        if (numbered && to.mostNumber() >= 0)
            fault = targets("data1", filter.data1(), from.mostData1(), to.mostNumber(), to);
        else if (from == EventKind.AFTERTOUCH) fault = targets("data1", filter.data1(), 127, 127, to);
        if (fault != null || from == EventKind.AFTERTOUCH || to.mostValue() < 0) return fault;
        List<Range> values = Filtering.valueRanges(filter.data2(), from, to);
        return targets("data2", values, Math.max(from.mostValue(), from.mostNumber() * (from == EventKind.PROGRAM ? 1 : 0)),
                to.mostValue(), to);
    }

    private static String targets(String what, List<Range> ranges, int mostIn, int mostOut, EventKind to) {
        for (Range range : ranges) {
            Range met = range.upTo(mostIn);
            if (met == null) continue;
            int most = Math.max(met.first(), met.last());
            if (most > mostOut)
                return what + " " + range + " leads to " + most + "; a " + to.said() + " has " + what + " 0 to " + mostOut;
        }
        if (ranges.isEmpty() && mostIn > mostOut)
            return what + " may be up to " + mostIn + "; a " + to.said() + " has " + what + " 0 to " + mostOut
                    + ": say " + what + " 0.." + mostIn + ", 0.." + mostOut;
        return null;
    }
}
