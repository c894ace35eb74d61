package roadcase.rig;

import roadcase.audio.Parameter;

/**
 * What can be turned on a plugin, for faces.
 *
 * @param value 0 to 1, as it stood when it was asked
 * @param shown the same as the plugin shows it
 */
public record Turnable(String name, double value, String shown, String unit) {
    static Turnable of(Parameter p) {
        return new Turnable(p.name(), p.value(), p.shown(), p.unit());
    }
}
