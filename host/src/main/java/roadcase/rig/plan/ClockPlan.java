package roadcase.rig.plan;

/** @param bpm the script's tempo, or 0 where it names none */
public record ClockPlan(String source, double bpm, Origin origin) {}
