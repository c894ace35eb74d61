package roadcase.route;

import java.util.List;

/**
 * What a line takes joined, and so does not take in parts: it sees an NRPN or its CCs, never both.
 *
 * <p>Immutable, any thread.
 */
public final class Joins {
    /** Parts of an NRPN. */
    public static final int NRPN = 1;
    /** Parts of an RPN. */
    public static final int RPN = 2;
    private static final int HALVES = 32;

    private final int whole;
    private final int[] pairs;

    private Joins(int whole, int[] pairs) {
        this.whole = whole;
        this.pairs = pairs;
    }

    /** Null where a line takes everything as it comes. */
    static Joins of(List<Step> steps) {
        int whole = 0;
        int[] pairs = new int[17];
        for (Step step : steps) {
            if (step instanceof Step.Parameters s) {
                if (s.kind() == EventKind.CC14) join(pairs, s.low(), s.high(), 1, 16);
                else whole |= part(s.kind());
            } else if (step instanceof Step.Pairs s) join(pairs, s.low(), s.high(), s.channelLow(), s.channelHigh());
            else if (step instanceof Step.Filter s) for (EventKind kind : s.events().keySet()) whole |= all(kind, pairs);
            else if (step instanceof Step.Ignoring s) for (EventKind kind : s.joined()) whole |= all(kind, pairs);
        }
        boolean none = whole == 0;
        for (int channel : pairs) none &= channel == 0;
        return none ? null : new Joins(whole, pairs);
    }

    private static int all(EventKind kind, int[] pairs) {
        if (kind == EventKind.CC14) join(pairs, 0, HALVES - 1, 1, 16);
        return part(kind);
    }

    private static int part(EventKind kind) {
        return kind == EventKind.NRPN ? NRPN : kind == EventKind.RPN ? RPN : 0;
    }

    private static void join(int[] pairs, int low, int high, int channelLow, int channelHigh) {
        for (int channel = channelLow; channel <= channelHigh; channel++)
            for (int number = low; number <= high; number++) pairs[channel] |= 1 << number;
    }

    /** Whether a whole of this kind is taken. */
    public boolean takes(EventKind kind) {
        if (kind != EventKind.CC14) return (whole & part(kind)) != 0;
        for (int channel : pairs) if (channel != 0) return true;
        return false;
    }

    /** {@link #NRPN} and {@link #RPN}, or 0. */
    public int whole() {
        return whole;
    }

    /** A bit for each CC 0 to 31 that is the coarse half of a pair on this channel. */
    public int pairs(int channel) {
        return pairs[channel];
    }

    /**
     * Whether a CC is a part of what the line takes as a whole.
     *
     * @param partOf {@link #NRPN}, {@link #RPN} or 0
     */
    public boolean swallows(int partOf, int channel, int number) {
        return (partOf & whole) != 0 || number < 2 * HALVES && (pairs[channel] >> (number & HALVES - 1) & 1) != 0;
    }
}
