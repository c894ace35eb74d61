package roadcase.words

import roadcase.rig.RigBuilder
import roadcase.rig.plan.Source

/** Something to touch on a device: one control or several of a kind. */
abstract class Controls implements Flow {
    protected final RigBuilder rig
    private final String device
    private final List<String> names

    protected Controls(RigBuilder rig, String device, List<String> names) {
        this.rig = rig
        this.device = device
        this.names = List.copyOf(names)
    }

    @Override
    Line line() {
        new Line(rig, new Source.Controls(device, names))
    }

    /** The device's name; not a word. */
    String device() {
        device
    }

    /** The controls' names; not a word. */
    List<String> names() {
        names
    }

    @Override
    boolean equals(Object other) {
        other instanceof Controls && ((Controls) other).device == device && ((Controls) other).names == names
    }

    @Override
    int hashCode() {
        31 * device.hashCode() + names.hashCode()
    }

    @Override
    String toString() {
        names.size() == 1 ? names[0] : "${names[0]} to ${names[-1]}"
    }
}
