package roadcase.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import roadcase.route.EventKind;
import roadcase.route.Range;
import roadcase.route.Step.Filter;

/** What a filter of the MIDI Router's kind does, in a few words. */
final class FilterPhrase {
    private FilterPhrase() {}

    static Optional<String> of(Filter filter) {
        List<String> what = new ArrayList<>();
        kinds(filter.events(), what);
        ranges("channel", filter.channel(), what);
        ranges("data1", filter.data1(), what);
        ranges("data2", filter.data2(), what);
        String matches = what.isEmpty() ? "everything on a channel" : String.join(", ", what);
        return Optional.of(switch (filter.does()) {
            case ONLY -> "only " + matches;
            case DROP -> "without " + matches;
            case CHANGE -> "changing " + matches + " (the rest as it is)";
        });
    }

    private static void kinds(Map<EventKind, EventKind> events, List<String> into) {
        boolean all = events.keySet().equals(EventKind.plain());
        boolean same = events.entrySet().stream().allMatch(e -> e.getKey() == e.getValue());
        if (all && same) return;
        into.add(events.entrySet().stream()
                .map(e -> e.getKey().said() + (e.getKey() == e.getValue() ? "" : " as " + e.getValue().said()))
                .collect(Collectors.joining(" and ")));
    }

    private static void ranges(String what, List<Range> ranges, List<String> into) {
        if (!ranges.isEmpty())
            into.add(what + " " + ranges.stream().map(Range::toString).collect(Collectors.joining(" and ")));
    }
}
