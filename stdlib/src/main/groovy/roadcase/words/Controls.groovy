package roadcase.words

import roadcase.rig.RigBuilder
import roadcase.rig.plan.Source
import roadcase.script.NotAWord

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

    @NotAWord
    @Override
    Line line() {
        new Line(rig, new Source.Controls(device, names))
    }

    @NotAWord
    @Override
    String from() {
        line().from()
    }

    /** The device's name. */
    @NotAWord
    String device() {
        device
    }

    /** The controls' names. */
    @NotAWord
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
