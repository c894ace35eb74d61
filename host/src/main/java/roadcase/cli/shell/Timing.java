package roadcase.cli.shell;

import java.util.List;
import roadcase.rig.Standing.ClockNow;

/** The time of a gig that plays, as a shell sees and moves it. Threads as {@link Playing} says. */
public interface Timing {
    /** The gig's clocks; where it names none, the one that it goes by. */
    List<ClockNow> clocks();

    /** A tempo for every clock of the gig, and for everybody who shares one. */
    void tempo(double bpm);

    /**
     * Joins Link.
     *
     * @param bpm the tempo where nobody is there, 0 to leave it as it is
     */
    Reply link(double bpm);

    Reply unlink();

    /** Starts or stops gear that follows the gig's clock, and everybody on Link. */
    Reply play(boolean on);
}
