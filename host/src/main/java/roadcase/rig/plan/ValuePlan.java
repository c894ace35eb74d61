package roadcase.rig.plan;

/**
 * A number that can be moved and is kept.
 *
 * @param name written name
 * @param start what the script says it starts as
 * @param low smallest, {@code high} largest; infinite where there is no end
 */
public record ValuePlan(String name, double start, double low, double high, Origin origin) {}
