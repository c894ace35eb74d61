package roadcase.loop;

import java.util.Arrays;

/**
 * How far the output may go before peaks pass the ceiling: keeps the loudest peak of the last seconds as it would be
 * with the output at 0 dB.
 *
 * <p>Frames behind the fader are late: one may still show the fader as it was. So a peak is put down to the highest
 * output of the last 300 ms, which never makes one step down into several.
 *
 * <p>One thread; dB and nanoseconds.
 */
final class Headroom {
    private static final int BUCKETS = 16;
    private static final int LATE = 8;
    private static final long LATE_NANOS = 300_000_000L / LATE;

    private final double[] peaks = new double[BUCKETS];
    private final double[] outputs = new double[LATE];
    private long bucket;
    private long slice;

    Headroom() {
        forget();
        Arrays.fill(outputs, Double.NEGATIVE_INFINITY);
    }

    /** Peaks of before say nothing any more: it is not sure with which output they were heard. */
    void forget() {
        Arrays.fill(peaks, Double.NEGATIVE_INFINITY);
    }

    /** The output stands here. */
    void output(double decibels, long nanos) {
        long now = Math.floorDiv(nanos, LATE_NANOS);
        if (now - slice >= LATE || now < slice) Arrays.fill(outputs, Double.NEGATIVE_INFINITY);
        else for (long s = slice + 1; s <= now; s++) outputs[at(s, LATE)] = Double.NEGATIVE_INFINITY;
        slice = now;
        outputs[at(now, LATE)] = Math.max(outputs[at(now, LATE)], decibels);
    }

    /**
     * A peak was heard.
     *
     * @param behind whether it was heard behind the output
     * @param holdNanos how long it counts
     */
    void peak(double decibels, boolean behind, long nanos, long holdNanos) {
        turn(nanos, holdNanos);
        double programme = behind ? decibels - highest() : decibels;
        int now = at(bucket, BUCKETS);
        peaks[now] = Math.max(peaks[now], programme);
    }

    private void turn(long nanos, long holdNanos) {
        long now = Math.floorDiv(nanos, Math.max(1, holdNanos / (BUCKETS - 1)));
        if (now - bucket >= BUCKETS || now < bucket) Arrays.fill(peaks, Double.NEGATIVE_INFINITY);
        else for (long b = bucket + 1; b <= now; b++) peaks[at(b, BUCKETS)] = Double.NEGATIVE_INFINITY;
        bucket = now;
    }

    private double highest() {
        double highest = Double.NEGATIVE_INFINITY;
        for (double output : outputs) highest = Math.max(highest, output);
        return highest;
    }

    /** As high as the output may be. */
    double cap(double ceiling) {
        double loudest = Double.NEGATIVE_INFINITY;
        for (double peak : peaks) loudest = Math.max(loudest, peak);
        return ceiling - loudest;
    }

    private static int at(long number, int of) {
        return (int) Math.floorMod(number, (long) of);
    }
}
