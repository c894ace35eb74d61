package roadcase.rig;

import java.util.List;
import java.util.Map;
import roadcase.rig.plan.ClockPlan;
import roadcase.rig.plan.Origin;

/**
 * How things stand.
 *
 * @param banks active bank by group
 * @param pages the page that is shown, by device
 * @param presets in the order of the script, one of them shown
 * @param bpm of the first clock, {@code beat} too
 * @param clocks those that the gig names, in its order
 * @param loops in the order of the script
 * @param clips launchers, in the order of the script
 * @param held notes, pedals and pressed buttons
 * @param missing ports with nobody behind them
 * @param lost messages that could not be sent
 * @param strangers identity replies by which a unit said that it is not the device that it is taken for
 */
public record Standing(String gig, Map<String, String> banks, Map<String, String> pages, List<PresetStanding> presets,
        double bpm, double beat, int held, List<String> missing, long received, long sent, long lost, long strayOffs, long refused, long reactionsLost, long strangers,
        List<ClockNow> clocks, List<LoopStanding> loops, List<ClipsStanding> clips) {
    /** The clocks that the gig names; where it names none, the one of our own that it goes by. */
    public List<ClockNow> clocksOrOwn() {
        if (!clocks.isEmpty()) return clocks;
        return List.of(new ClockNow(ClockPlan.INTERNAL, "our own", bpm, true, beat, new ClockPlan(ClockPlan.INTERNAL, 0, Origin.NOWHERE).bar()));
    }

    /**
     * A clock.
     *
     * @param follows whom, for people
     * @param running whether beats go by
     * @param beat counted from its first bar line
     * @param bar beats in a bar
     * @param peers others who share it, or {@link #ALONE} where it is not shared
     */
    public record ClockNow(String name, String follows, double bpm, boolean running, double beat, double bar, int peers) {
        public static final int ALONE = -1;

        public ClockNow(String name, String follows, double bpm, boolean running, double beat, double bar) {
            this(name, follows, bpm, running, beat, bar, ALONE);
        }

        /** Bar and beat as musicians count them, from 1; 0 and below are bars before the first. */
        public String position() {
            long bars = (long) Math.floor(beat / bar + 1e-9);
            return (bars + 1) + "." + ((long) Math.max(0, beat - bars * bar + 1e-9) + 1);
        }
    }
}
