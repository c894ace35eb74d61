package roadcase.rig.plan;

/**
 * A clock that a gig follows.
 *
 * @param source LINK, MIDI_CLOCK or INTERNAL
 * @param bpm the script's tempo, or 0 where it names none
 */
public record ClockPlan(String source, double bpm, Origin origin) {
    /** The written name of the value that is a clock's tempo. */
    public static String tempoName(String source) {
        return source + " tempo";
    }
}
