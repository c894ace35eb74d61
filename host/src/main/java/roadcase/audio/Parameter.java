package roadcase.audio;

/**
 * What can be turned on a plugin.
 *
 * @param number the plugin's own, which may have gaps
 * @param value 0 to 1, as it stood when it was asked
 * @param shown the same as the plugin shows it
 */
public record Parameter(int number, String name, double value, String shown, String unit) {}
