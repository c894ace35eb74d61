package roadcase.route;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import roadcase.midi.Kind;

/**
 * Which messages a chain of steps lets in, as far as its filters say so before anything is changed: kinds, channels,
 * numbers. With it a route finds its cells in a table once, instead of being asked for every message.
 */
public final class Accept {
    private final Set<Kind> kinds = EnumSet.allOf(Kind.class);
    private int channelLow = 1;
    private int channelHigh = 16;
    private final int[] low = new int[Event.KINDS];
    private final int[] high = {127, 127, 127, 127, 127, 127, 127};
    private int used;

    private Accept() {}

    /** Folds the leading filters of {@code steps}. */
    public static Accept of(List<Step> steps) {
        Accept accept = new Accept();
        for (Step step : steps) {
            if (!accept.fold(step)) break;
            accept.used++;
        }
        for (Step step : steps.subList(accept.used, steps.size())) accept.foldSystem(step);
        return accept;
    }

    /** System messages run through no chain: what any step of the line says of them is answered here. */
    private void foldSystem(Step step) {
        if (step instanceof Step.Kinds s) kinds.removeIf(k -> !k.isChannel() && !s.kinds().contains(k));
        else if (step instanceof Step.Ignoring s) kinds.removeIf(k -> !k.isChannel() && s.kinds().contains(k));
        else if (step instanceof Step.Channels || step instanceof Step.Numbers || step instanceof Step.Zone
                || step instanceof Step.Velocities || step instanceof Step.Scale || step instanceof Step.Becomes)
            kinds.removeIf(k -> !k.isChannel());
    }

    private boolean fold(Step step) {
        if (step instanceof Step.Kinds s) kinds.retainAll(s.kinds());
        else if (step instanceof Step.Ignoring s) kinds.removeAll(s.kinds());
        else if (step instanceof Step.Channels s) {
            channelLow = Math.max(channelLow, s.low());
            channelHigh = Math.min(channelHigh, s.high());
            kinds.removeIf(k -> !k.isChannel());
        } else if (step instanceof Step.Numbers s) {
            for (int kind = Event.NOTE_OFF; kind <= Event.PROGRAM; kind++) narrow(kind, s.low(), s.high());
        } else if (step instanceof Step.Zone s) {
            for (int kind = Event.NOTE_OFF; kind <= Event.KEY_AFTERTOUCH; kind++) narrow(kind, s.low(), s.high());
            kinds.remove(Kind.PROGRAM);
            kinds.removeIf(k -> !k.isChannel());
        } else return false;
        return true;
    }

    private void narrow(int kind, int from, int to) {
        low[kind] = Math.max(low[kind], from);
        high[kind] = Math.min(high[kind], to);
    }

    /** How many leading steps are answered here and need not run again. */
    public int used() {
        return used;
    }

    public boolean takes(Kind kind) {
        return kinds.contains(kind);
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
