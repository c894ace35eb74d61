package roadcase.words

import groovy.transform.PackageScope
import roadcase.rig.RigBuilder
import roadcase.rig.plan.PortPlan
import roadcase.rig.plan.Source

/** An input of the script, with what it ignores. */
@PackageScope
final class InputPort implements Input {
    private final PortPlan port
    private final Line line

    InputPort(RigBuilder rig, PortPlan port) {
        this(port, new Line(rig, new Source.Port(port)))
    }

    private InputPort(PortPlan port, Line line) {
        this.port = port
        this.line = line
    }

    @Override
    Line line() {
        line
    }

    @Override
    String from() {
        line.from()
    }

    @Override
    String name() {
        port.name()
    }

    @Override
    List<PortPlan> ports() {
        [port]
    }

    @Override
    Input ignoring(Traffic... kinds) {
        new InputPort(port, line.without(kinds))
    }
}
