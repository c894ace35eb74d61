package roadcase.midi;

/**
 * A port that the system has now, made by somebody else: a keyboard, a controller, another program.
 *
 * @param id what the backend calls it; unique among ports of one direction, may change between boots
 * @param name what a person would call it, without client numbers
 * @param direction INPUT where we can receive from it
 */
public record RealPort(String id, String name, Direction direction) {
    public enum Direction { INPUT, OUTPUT }
}
