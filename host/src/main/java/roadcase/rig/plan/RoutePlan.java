package roadcase.rig.plan;

import java.util.List;
import java.util.Objects;
import roadcase.route.Step;
import roadcase.surface.Light;

/**
 * One finished line of a script.
 *
 * @param name given by {@code named}, or null
 * @param press what a button means
 * @param takeover how a knob takes hold after a change of meaning
 * @param between what the ends of a knob's way mean for a value or a reaction, or null
 * @param echo whether the value goes back to the gear
 * @param looks what the light of a button shows that is on or off
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
        Origin origin,
        Looks looks) {
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

    /** What a light shows. */
    public record Looks(Light on, Light off) {
        public static final Looks PLAIN = new Looks(Light.ON, Light.OFF);
    }

    public RoutePlan {
        steps = List.copyOf(steps);
        targets = List.copyOf(targets);
    }

    /** A line whose lights are on or off. */
    public RoutePlan(String name, Source source, List<Step> steps, Press press, Takeover takeover, Between between,
            boolean echo, List<Target> targets, Place place, Origin origin) {
        this(name, source, steps, press, takeover, between, echo, targets, place, origin, Looks.PLAIN);
    }

    /** Whether another reading of the script says the same in this line, wherever it stands by now. */
    public boolean saysTheSame(RoutePlan other) {
        return Objects.equals(name, other.name)
                && whence(source).equals(whence(other.source))
                && steps.equals(other.steps)
                && press == other.press
                && takeover.equals(other.takeover)
                && Objects.equals(between, other.between)
                && echo == other.echo
                && where(targets).equals(where(other.targets))
                && place.equals(other.place);
    }

    private static Object whence(Source source) {
        return source instanceof Source.Port p ? p.port().key() : source;
    }

    private static List<Object> where(List<Target> targets) {
        return targets.stream().map(RoutePlan::where).toList();
    }

    private static Object where(Target target) {
        if (target instanceof Target.ToPort p) return p.port().key();
        return target instanceof Target.ToReaction r ? r.reaction().id() : target;
    }

    public RoutePlan from(Source other) {
        return new RoutePlan(name, other, steps, press, takeover, between, echo, targets, place, origin, looks);
    }

    public RoutePlan in(Place other) {
        return new RoutePlan(name, source, steps, press, takeover, between, echo, targets, other, origin, looks);
    }

    public RoutePlan named(String newName) {
        return new RoutePlan(newName, source, steps, press, takeover, between, echo, targets, place, origin, looks);
    }
}
