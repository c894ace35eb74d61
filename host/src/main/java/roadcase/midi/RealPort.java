package roadcase.midi;

import java.util.List;

/**
 * A port that the system has now, made by somebody else: a keyboard, a controller, another program.
 *
 * @param id what the backend calls it; unique among ports of one direction, may change between boots
 * @param name what a person would call it, without client numbers
 * @param direction INPUT where we can receive from it
 * @param aliases other names that the system has for it, often none
 */
public record RealPort(String id, String name, Direction direction, List<String> aliases) {
    public enum Direction { INPUT, OUTPUT }

    public RealPort {
        aliases = List.copyOf(aliases);
    }

    public RealPort(String id, String name, Direction direction) {
        this(id, name, direction, List.of());
    }
}
