package roadcase.rig.plan;

import java.util.List;

/** Where a flow begins. */
public sealed interface Source {
    /** All that comes in at a port. */
    record Port(PortPlan port) implements Source {}

    /** Controls of one device, in the order of their row. */
    record Controls(String device, List<String> controls) implements Source {
        public Controls {
            controls = List.copyOf(controls);
        }
    }

    /** A value: each change of it. */
    record OfValue(String value) implements Source {}
}
