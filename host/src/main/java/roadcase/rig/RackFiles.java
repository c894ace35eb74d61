package roadcase.rig;

import java.util.function.UnaryOperator;

/**
 * What a rack has on the disk.
 *
 * @param cache folder where the engine keeps what it knows of plugins
 * @param states what plugins knew the last time
 * @param paths makes a path as a script writes it into a whole one; names of plugins stay as they are
 */
public record RackFiles(String cache, MemoryStates states, UnaryOperator<String> paths) {}
