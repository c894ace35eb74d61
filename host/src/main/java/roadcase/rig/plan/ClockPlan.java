package roadcase.rig.plan;

/**
 * A clock that a gig names.
 *
 * @param source LINK, MIDI_CLOCK or INTERNAL
 * @param input the port that MIDI clock comes from; null for the first that sends one, and for other sources
 * @param bpm the script's tempo, or 0 where it names none
 * @param barBeats how long its bars are, in beats, or 0 where the script does not say: then four
 * @param firstBar where its first bar begins, in beats
 */
public record ClockPlan(String source, PortPlan input, double bpm, double barBeats, double firstBar, Origin origin) {
    public static final String MIDI = "MIDI_CLOCK";
    public static final String LINK = "LINK";
    /** The clock of whoever names none, in a gig that names none. */
    public static final String INTERNAL = "INTERNAL";
    private static final double USUAL_BAR = 4;

    public ClockPlan(String source, double bpm, Origin origin) {
        this(source, null, bpm, 0, 0, origin);
    }

    /** Its written name: the source, with the port where the script names one. */
    public String name() {
        return input == null ? source : source + " of " + input.name();
    }

    /** Whether its tempo is heard, not set. */
    public boolean isHeard() {
        return source.equals(MIDI);
    }

    /** Whether it is shared with everybody on Link. */
    public boolean isLink() {
        return source.equals(LINK);
    }

    public double bar() {
        return barBeats > 0 ? barBeats : USUAL_BAR;
    }

    public String tempoName() {
        return tempoName(name());
    }

    /** The written name of the switch that is its start and stop. */
    public String playingName() {
        return name() + " playing";
    }

    /** The written name of the value that is a clock's tempo. */
    public static String tempoName(String name) {
        return name + " tempo";
    }
}
