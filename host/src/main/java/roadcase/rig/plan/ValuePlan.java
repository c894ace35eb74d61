package roadcase.rig.plan;

import roadcase.surface.Travel;

/**
 * A number that can be moved and is kept.
 *
 * @param name written name
 * @param start what the script says it starts as; NaN where it says nothing and nobody knows
 * @param low smallest, {@code high} largest; infinite where there is no end
 * @param travel what a fader's way means for it
 */
public record ValuePlan(String name, double start, double low, double high, Travel travel, Origin origin) {
    public ValuePlan(String name, double start, double low, double high, Origin origin) {
        this(name, start, low, high, Travel.STRAIGHT, origin);
    }
}
