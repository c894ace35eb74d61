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

    @Override
    Input joining(int number) {
        joining(number..number)
    }

    @Override
    Input joining(IntRange numbers) {
        new InputPort(port, line.pairs(numbers, 1..16))
    }

    @Override
    Input joining(Map<String, ?> named, int number) {
        joining(named, number..number)
    }

    @Override
    Input joining(Map<String, ?> named, IntRange numbers) {
        int channel = (Integer) named.channel
        new InputPort(port, line.pairs(numbers, channel..channel))
    }

    @Override
    Input mpe() {
        new InputPort(port, line.expressive(15, 0))
    }

    @Override
    Input mpe(Map<String, ?> named) {
        new InputPort(port, line.expressive((Integer) (named.lower ?: 0), (Integer) (named.upper ?: 0)))
    }
}
