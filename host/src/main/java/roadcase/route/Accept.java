package roadcase.route;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roadcase.midi.Kind;

/**
 * Which messages a chain of steps lets in, as far as its filters say so before anything is changed: kinds, channels,
 * numbers. With it a route finds its cells in a table once, instead of being asked for every message.
 */
public final class Accept {
    private final Set<Kind> kinds = EnumSet.allOf(Kind.class);
    private final Set<EventKind> joined = EnumSet.noneOf(EventKind.class);
    private final Joins joins;
    private int channelLow = 1;
    private int channelHigh = 16;
    private final int[] low = new int[Event.KINDS];
    private final int[] high = new int[Event.KINDS];
    private int used;

    private Accept(Joins joins) {
        this.joins = joins;
        for (EventKind kind : EventKind.values()) {
            high[kind.ordinal()] = kind.mostNumber() < 0 ? 127 : kind.mostNumber();
            if (kind.isJoined() && joins != null && joins.takes(kind)) joined.add(kind);
        }
    }

    /** Folds the leading filters of {@code steps}. */
    public static Accept of(List<Step> steps) {
        Accept accept = new Accept(Joins.of(steps));
        for (Step step : steps) {
            if (!accept.fold(step)) break;
            accept.used++;
        }
        if (accept.used < steps.size() && steps.get(accept.used) instanceof Step.Filter filter) accept.narrow(filter);
        for (Step step : steps.subList(accept.used, steps.size())) accept.foldSystem(step);
        return accept;
    }

    /** System messages run through no chain: what any step of the line says of them is answered here. */
    private void foldSystem(Step step) {
        if (step instanceof Step.Kinds s) kinds.removeIf(k -> !k.isChannel() && !s.kinds().contains(k));
        else if (step instanceof Step.Ignoring s) kinds.removeIf(k -> !k.isChannel() && s.kinds().contains(k));
        else if (step instanceof Step.Channels || step instanceof Step.Numbers || step instanceof Step.Zone
                || step instanceof Step.Velocities || step instanceof Step.Scale || step instanceof Step.Within
                || step instanceof Step.Becomes
                || step instanceof Step.Filter || step instanceof Step.Parameters)
            kinds.removeIf(k -> !k.isChannel());
    }

    private boolean fold(Step step) {
        if (step instanceof Step.Kinds s) {
            kinds.retainAll(s.kinds());
            joined.removeIf(k -> k != EventKind.CC14 || !s.kinds().contains(Kind.CC));
        } else if (step instanceof Step.Ignoring s) {
            kinds.removeAll(s.kinds());
            joined.removeAll(s.joined());
            if (s.kinds().contains(Kind.CC)) joined.remove(EventKind.CC14);
        } else if (step instanceof Step.Channels s) {
            channels(s.low(), s.high());
            kinds.removeIf(k -> !k.isChannel());
        } else if (step instanceof Step.Numbers s) {
            for (int kind = Event.NOTE_OFF; kind <= Event.PROGRAM; kind++) numbers(kind, s.low(), s.high());
            numbers(Event.CC14, s.low(), s.high());
        } else if (step instanceof Step.Parameters s) {
            kinds.clear();
            joined.retainAll(Set.of(s.kind()));
            numbers(s.kind().ordinal(), s.low(), s.high());
        } else if (step instanceof Step.Zone s) {
            for (int kind = Event.NOTE_OFF; kind <= Event.KEY_AFTERTOUCH; kind++) numbers(kind, s.low(), s.high());
            kinds.remove(Kind.PROGRAM);
            kinds.removeIf(k -> !k.isChannel());
        } else return step instanceof Step.Pairs || step instanceof Step.Mpe;
        return true;
    }

    private void channels(int from, int to) {
        channelLow = Math.max(channelLow, from);
        channelHigh = Math.min(channelHigh, to);
    }

    private void numbers(int kind, int from, int to) {
        low[kind] = Math.max(low[kind], from);
        high[kind] = Math.min(high[kind], to);
    }

    /** A filter runs in any case; but what it stops for certain need not be brought to it. */
    private void narrow(Step.Filter filter) {
        Map<EventKind, EventKind> events = filter.events();
        if (filter.does() == Step.Filter.Does.DROP) {
            boolean all = filter.channel().isEmpty() && filter.data1().isEmpty() && filter.data2().isEmpty();
            if (all) for (EventKind kind : events.keySet()) remove(kind);
            return;
        }
        if (filter.does() != Step.Filter.Does.ONLY) return;
        for (EventKind kind : EventKind.values()) {
            boolean isPair = kind == EventKind.CC14 && events.containsKey(EventKind.CC);
            if (!events.containsKey(kind) && !isPair) remove(kind);
        }
        if (!filter.channel().isEmpty()) channels(least(filter.channel()), most(filter.channel()));
        if (filter.data1().isEmpty()) return;
        for (EventKind kind : EventKind.values())
            if (kind.mostNumber() >= 0) numbers(kind.ordinal(), least(filter.data1()), most(filter.data1()));
    }

    private void remove(EventKind kind) {
        if (kind.isJoined()) joined.remove(kind);
        else kinds.remove(Kind.values()[kind.ordinal()]);
    }

    private static int least(List<Range> ranges) {
        return ranges.stream().mapToInt(Range::low).min().orElseThrow();
    }

    private static int most(List<Range> ranges) {
        return ranges.stream().mapToInt(Range::high).max().orElseThrow();
    }

    /** How many leading steps are answered here and need not run again. */
    public int used() {
        return used;
    }

    public boolean takes(Kind kind) {
        return kinds.contains(kind);
    }

    public boolean takes(EventKind kind) {
        return kind.isJoined() ? joined.contains(kind) : kinds.contains(Kind.values()[kind.ordinal()]);
    }

    /** What the line takes joined, or null. */
    public Joins joins() {
        return joins;
    }

    public int channelLow() {
        return channelLow;
    }

    public int channelHigh() {
        return channelHigh;
    }

    /** First number let in, for an {@link Event} kind; kinds without a number have number 0. */
    public int low(int kind) {
        return low[kind];
    }

    public int high(int kind) {
        return high[kind];
    }
}
