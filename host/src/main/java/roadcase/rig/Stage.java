package roadcase.rig;

/** What is true now: banks, toggles, knobs, values, lights, held notes. The Conductor's thread owns it. */
public final class Stage {}
