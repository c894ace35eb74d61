package roadcase.rig;

/** Where loops read meters, by their written names: those of a rack, or of a rehearsal's paper. */
public interface LoopMeters {
    /** Nobody measures. */
    LoopMeters NOBODY = name -> null;

    /** The meter of this name, or null where nobody has such a one. The Conductor's thread. */
    Tap tap(String name);

    /** One meter, as one loop reads it. The Conductor's thread; allocates nothing. */
    interface Tap {
        /** Whether it was measured anew since this was last asked. */
        boolean frame();

        /** Level of its power in dB, of the last frame. */
        double level();

        /** In dB, of the last frame. */
        double peak();
    }
}
