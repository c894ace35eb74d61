package roadcase.rig;

import java.util.List;
import roadcase.audio.Parameter;

/** Whoever wants to know what comes and goes in the rack. Told on the rack's thread; must not wait long. */
interface RackGuest {
    RackGuest NOBODY = new RackGuest() {};

    /** A plugin is at work in its place, with its state and its sound. */
    default void loaded(int slot, int position, String plugin, List<Parameter> all) {}

    /** The place is empty now, or gets another plugin. */
    default void left(int slot, int position) {}

    /** Effects were moved: what was at {@code from[i]} is at {@code i + 1} now. */
    default void ordered(int slot, int[] from) {}

    default void refused(int slot, int position, String why) {}

    /** A look for plugins has come to its end. */
    default void scanned() {}

    /** Somebody moved a parameter on a plugin itself. */
    default void moved() {}
}
