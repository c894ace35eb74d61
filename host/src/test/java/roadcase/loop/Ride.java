package roadcase.loop;

import java.util.ArrayList;
import java.util.List;

/** A loop on a plant in virtual time, and what must never happen on the way. */
public final class Ride {
    public final Plant plant;
    public final Loop loop;
    /** What went wrong, in sentences. */
    public final List<String> faults = new ArrayList<>();
    private double lastOrder = Double.NaN;
    private long lastOrderNanos;
    private double travel;
    private int orders;
    private long handsOffUntil = Long.MIN_VALUE;
    private long loudUntil = Long.MIN_VALUE;
    private boolean stepsAreMeant;
    private boolean meterWorks = true;

    public Ride(Plant plant, Loop loop) {
        this.plant = plant;
        this.loop = loop;
    }

    /** Seconds go by. */
    public Ride go(double seconds) {
        long end = plant.now() + Math.round(seconds * 1e9);
        while (plant.now() < end) frame();
        return this;
    }

    public Ride on() {
        loop.reads(plant.fader(), plant.now());
        loop.turn(true);
        return this;
    }

    /** Tests and probes make steps on purpose. */
    public Ride stepsAreMeant(boolean are) {
        stepsAreMeant = are;
        return this;
    }

    public Ride meter(boolean works) {
        meterWorks = works;
        return this;
    }

    public Ride hand(double decibels) {
        plant.hand(decibels);
        handsOffUntil = plant.now() + loop.settings().handsOffNanos();
        lastOrder = Double.NaN;
        return this;
    }

    private void frame() {
        long now = plant.frame();
        // a peak counts for as long as the window is
        if (plant.peakOnAir() + 1 >= loop.settings().ceiling()) loudUntil = now + loop.settings().overNanos() + 500_000_000L;
        if (meterWorks && !plant.isFrameLost()) loop.heard(plant.level(), plant.peak(), now);
        loop.reads(plant.seen(), now);
        double order = loop.step(now);
        if (Double.isNaN(order)) return;
        check(order, now);
        orders++;
        plant.order(order);
    }

    private void check(double order, long now) {
        LoopSettings settings = loop.settings();
        double before = Double.isNaN(lastOrder) ? plant.fader() : lastOrder;
        double by = order - before;
        double seconds = Math.max(settings.stepSeconds(), (now - lastOrderNanos) * 1e-9) + 0.06;
        boolean inside = before >= settings.low() && before <= settings.high();
        if (inside && (order > settings.high() + 1e-9 || order < settings.low() - 1e-9)) fault(now, "left its limits: " + order);
        if (!stepsAreMeant && by > settings.up() * seconds + 0.3) fault(now, "up by " + by + " dB in " + seconds + " s");
        boolean ducks = now < loudUntil;
        if (!stepsAreMeant && !ducks && -by > settings.down() * seconds + 0.3) fault(now, "down by " + -by + " dB in " + seconds + " s");
        // one frame is needed to see the hand
        if (now < handsOffUntil && now > handsOffUntil - settings.handsOffNanos() + 2 * Plant.FRAME_NANOS)
            fault(now, "moved in the hand's time, to " + order);
        travel += Math.abs(by);
        lastOrder = order;
        lastOrderNanos = now;
    }

    private void fault(long now, String what) {
        if (faults.size() < 5) faults.add(String.format("at %.2f s: %s (%s)", now * 1e-9, what, loop.state()));
    }

    /** Mean of what comes out over so many seconds, as power, silence left out. */
    public double mean(double seconds) {
        double sum = 0;
        int count = 0;
        long end = plant.now() + Math.round(seconds * 1e9);
        while (plant.now() < end) {
            frame();
            if (plant.level() < -50) continue;
            sum += Math.pow(10, plant.level() / 10);
            count++;
        }
        return 10 * Math.log10(sum / count);
    }

    /** In dB, both ways. */
    public double travel() {
        return travel;
    }

    public int orders() {
        return orders;
    }
}
