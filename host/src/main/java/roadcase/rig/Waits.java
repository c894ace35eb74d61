package roadcase.rig;

import java.util.List;
import java.util.function.Function;
import roadcase.clock.Grid;
import roadcase.clock.Timeline;
import roadcase.rig.plan.ClockPlan;
import roadcase.route.Step;

/**
 * What a line waits for, in the order of its words: a time, then perhaps a grid or a place, then perhaps more time.
 *
 * @param clock whose beats count
 * @param grid null where there is none
 * @param at in beats; NaN where no place is said
 * @param nanosMore what is waited after the grid or the place, {@code beatsMore} the same in beats
 */
record Waits(String clock, long nanos, double beats, Grid grid, double at, long nanosMore, double beatsMore) {
    static final Waits NONE = new Waits(null, 0, 0, null, Double.NaN, 0, 0);

    /** @param clocks the plan of a written name, and of null for the gig's first clock */
    static Waits of(List<Step> steps, Function<String, ClockPlan> clocks) {
        Waits all = NONE;
        for (Step step : steps) {
            if (!(step instanceof Step.Waiting w)) continue;
            ClockPlan clock = clocks.apply(w.clock());
            double beats = w.beats() + w.bars() * clock.bar();
            String name = w.clock() == null && all.clock != null ? all.clock : clock.name();
            if (step instanceof Step.After a) all = all.then(name, beats == 0 ? a.nanos() : 0, beats);
            else if (step instanceof Step.Quantise && beats > 0)
                all = new Waits(name, all.nanos, all.beats, new Grid(beats, clock.firstBar()), all.at, 0, 0);
            else if (step instanceof Step.At)
                all = new Waits(name, 0, 0, all.grid, clock.firstBar() + beats, 0, 0);
        }
        return all;
    }

    private Waits then(String name, long moreNanos, double more) {
        return hasPlace()
                ? new Waits(name, nanos, beats, grid, at, nanosMore + moreNanos, beatsMore + more)
                : new Waits(name, nanos + moreNanos, beats + more, grid, at, 0, 0);
    }

    /** Whether it waits for a place in the music, not only for a length of time. */
    boolean hasPlace() {
        return grid != null || !Double.isNaN(at);
    }

    boolean isNothing() {
        return nanos == 0 && beats == 0 && !hasPlace();
    }

    /**
     * The beat that a message waits for which came at {@code beat}.
     *
     * @param bpm what times are in beats, where a line says both
     */
    double target(double beat, double bpm) {
        double first = beat + beats + inBeats(nanos, bpm);
        if (!hasPlace()) return first;
        double place = grid != null ? Math.max(beat, grid.next(first)) : at;
        return place + beatsMore + inBeats(nanosMore, bpm);
    }

    private static double inBeats(long time, double bpm) {
        return time * bpm / Timeline.NANOS_PER_MINUTE;
    }
}
