package roadcase.rig.plan;

/**
 * An output whose gear gets MIDI clock.
 *
 * @param clock the written name of the clock that it follows
 */
public record FollowPlan(PortPlan output, String clock, Origin origin) {}
