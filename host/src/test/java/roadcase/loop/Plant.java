package roadcase.loop;

import java.util.ArrayDeque;
import java.util.Random;

/**
 * A simulated bus: a programme, a fader with the law and the 1024 steps of a desk's, orders that arrive late or not at
 * all, and a meter that lags, jitters and loses frames. Law: the fact sheet of the X32.
 */
public final class Plant {
    public static final long FRAME_NANOS = 50_000_000L;
    private static final int STEPS = 1023;

    public final Programme programme;
    private final Random random;
    private final ArrayDeque<Order> orders = new ArrayDeque<>();
    private double fader;
    private double seen;
    private double power;
    private double level = -128;
    private double peak = -128;
    private boolean behind = true;
    private double loss;
    private double orderLoss;
    private double jitter = 0.04;
    private long latencyNanos = 30_000_000L;
    private double meterSeconds = 0.1;
    private long now;
    private boolean frameLost;

    private record Order(double decibels, long due) {}

    public Plant(long seed) {
        programme = new Programme(seed);
        random = new Random(seed ^ 0x5DEECE66DL);
    }

    /** The meter hears the programme behind the fader, or before it. */
    public Plant behind(boolean isBehind) {
        behind = isBehind;
        return this;
    }

    /** @param part of frames that do not arrive, 0 to 1 */
    public Plant losing(double part) {
        loss = part;
        return this;
    }

    /** @param part of orders that do not arrive, 0 to 1 */
    public Plant losingOrders(double part) {
        orderLoss = part;
        return this;
    }

    public Plant latency(long millis) {
        latencyNanos = millis * 1_000_000L;
        return this;
    }

    /** Where the fader stands, by hand. */
    public void hand(double decibels) {
        fader = quantised(decibels);
        orders.clear();
    }

    /** What somebody sends to the fader. */
    public void order(double decibels) {
        if (random.nextDouble() >= orderLoss) orders.add(new Order(decibels, now + latencyNanos));
    }

    /** Until the next frame. @return nanoseconds of now */
    public long frame() {
        now += Math.round(FRAME_NANOS * (1 + jitter * (2 * random.nextDouble() - 1)));
        double before = fader;
        while (!orders.isEmpty() && orders.peek().due() <= now) fader = quantised(orders.poll().decibels());
        seen = before; // the desk tells it a frame later
        double through = behind ? fader : 0;
        double loud = programme.frame() + through;
        double part = 1 - Math.exp(-Programme.SECONDS / meterSeconds);
        power += (Math.pow(10, loud / 10) - power) * part;
        level = Math.max(-128, 10 * Math.log10(power));
        peak = programme.peak() + through;
        frameLost = random.nextDouble() < loss;
        return now;
    }

    public boolean isFrameLost() {
        return frameLost;
    }

    public double level() {
        return level;
    }

    public double peak() {
        return peak;
    }

    /** What leaves the bus, wherever the meter is. */
    public double peakOnAir() {
        return programme.peak() + fader;
    }

    /** As it is. */
    public double fader() {
        return fader;
    }

    /** As it was told last. */
    public double seen() {
        return seen;
    }

    public long now() {
        return now;
    }

    // ---- the desk's fader

    static double quantised(double decibels) {
        return decibels(Math.round(position(decibels) * STEPS) / (double) STEPS);
    }

    static double decibels(double f) {
        if (f >= 0.5) return 40 * f - 30;
        if (f >= 0.25) return 80 * f - 50;
        return f >= 0.0625 ? 160 * f - 70 : 480 * f - 90;
    }

    static double position(double decibels) {
        double f = decibels >= -10 ? (decibels + 30) / 40
                : decibels >= -30 ? (decibels + 50) / 80
                : decibels >= -60 ? (decibels + 70) / 160 : (decibels + 90) / 480;
        return Math.max(0, Math.min(1, f));
    }
}
