package roadcase.rig;

import roadcase.rig.plan.Origin;
import roadcase.surface.DeviceSpec;

/** Who is told what happens on the stage: faces and rehearsals. Called by the Conductor's thread; must not block. */
public interface Witness {
    /** Something went wrong in a script's own code or with a port. */
    void fault(long timeNanos, Origin where, String sentence);

    /** Something the player should know. */
    void note(long timeNanos, String sentence);

    /** A light of a device was changed. */
    void light(long timeNanos, String port, String control, boolean on);

    /**
     * The same with what it shows now.
     *
     * @param light {@link roadcase.surface.Light#code()}
     */
    default void shows(long timeNanos, String port, String control, long light) {
        light(timeNanos, port, control, light != 0);
    }

    /** A unit of this kind is at a device's port from now on; its lights may show anything. */
    default void unit(long timeNanos, String port, DeviceSpec spec) {}

    /** A preset was switched. */
    default void preset(long timeNanos, String preset, boolean on) {}

    /** A loop moved its output, to so many dB. */
    default void loop(long timeNanos, String loop, double output) {}

    /** Nobody is told. */
    Witness NOBODY = new Witness() {
        @Override
        public void fault(long timeNanos, Origin where, String sentence) {}

        @Override
        public void note(long timeNanos, String sentence) {}

        @Override
        public void light(long timeNanos, String port, String control, boolean on) {}
    };
}
