package roadcase.rig;

import roadcase.clock.BeatSchedule;
import roadcase.clock.Pulses;
import roadcase.clock.Shared;
import roadcase.clock.Timeline;
import roadcase.rig.Cells.SwitchCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.plan.ClockPlan;

/** A clock of a gig as it runs, and what waits for it. Conductor's thread. */
final class PlayedClock {
    static final int NOBODY = -1;
    private static final double USUAL_BPM = 120;

    final int number;
    final Timeline timeline;
    /** Null where no ticks are followed. */
    final Pulses pulses;
    /** Null where it is. */
    final Shared shared;
    /** What shows whether it plays, and starts and stops it. */
    final SwitchCell playing;
    final BeatSchedule waiting;
    /** As the rig of now says it. */
    ClockPlan plan;
    /** The value that shows or is its tempo; null where the rig has none. */
    ValueCell tempo;
    /** The port that the script names, or NOBODY where anybody is followed. */
    int port = NOBODY;
    /** The port that it follows now, or NOBODY. */
    int heardAt = NOBODY;
    /** Ticks since the tempo was last shown. */
    int untold;
    /** Whether it plays: whether gear that follows it runs. */
    boolean plays;
    /** Start or continue came in; it plays with the next tick. */
    boolean begins;
    /** How many others it was said to be shared with; NOBODY where nothing was said. */
    int saidPeers = NOBODY;
    /** Whether it was said who is followed, so that the loss is worth saying too. */
    boolean told;

    PlayedClock(int number, ClockPlan plan, SwitchCell playing, long nowNanos) {
        this.number = number;
        this.plan = plan;
        this.pulses = plan.isHeard() ? new Pulses(plan.bpm(), nowNanos) : null;
        this.shared = pulses == null ? new Shared(plan.bpm() > 0 ? plan.bpm() : USUAL_BPM, nowNanos) : null;
        this.timeline = pulses != null ? pulses : shared;
        this.playing = playing;
        this.waiting = new BeatSchedule(timeline);
    }
}
