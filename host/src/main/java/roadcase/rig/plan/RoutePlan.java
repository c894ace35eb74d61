package roadcase.rig.plan;

import java.util.List;
import roadcase.route.Step;

/**
 * One finished line of a script.
 *
 * @param name given by {@code named}, or null
 * @param press what a button means
 * @param takeover how a knob takes hold after a change of meaning
 * @param between what the ends of a knob's way mean for a value or a reaction, or null
 * @param echo whether the value goes back to the gear
 */
public record RoutePlan(
        String name,
        Source source,
        List<Step> steps,
        Press press,
        Takeover takeover,
        Between between,
        boolean echo,
        List<Target> targets,
        Place place,
        Origin origin) {
    public enum Press {
        /** Press and release pass as they are. */
        PLAIN,
        /** On and off, with memory and light. */
        TOGGLE,
        /** On and off for the light, press and release for the host. */
        PULSE
    }

    public enum Mode { JUMP, HYSTERESIS, PICKUP, SCALED }

    /** @param steps for HYSTERESIS: how far a knob moves before it takes hold, 1..127 */
    public record Takeover(Mode mode, int steps) {
        public static final Takeover JUMP = new Takeover(Mode.JUMP, 0);
    }

    /** Ends in the unit of the target; {@code low} may be above {@code high}, which inverts. */
    public record Between(double low, double high) {}

    public RoutePlan {
        steps = List.copyOf(steps);
        targets = List.copyOf(targets);
    }

    public RoutePlan from(Source other) {
        return new RoutePlan(name, other, steps, press, takeover, between, echo, targets, place, origin);
    }

    public RoutePlan named(String newName) {
        return new RoutePlan(newName, source, steps, press, takeover, between, echo, targets, place, origin);
    }
}
