package roadcase.audio;

/**
 * A sound that a plugin can be given.
 *
 * @param path of a preset's file; empty for one of the plugin's own
 */
public record Sound(String name, String path) {}
