package roadcase.audio;

/**
 * One piece of news of the engine.
 *
 * @param slot 1 to 8, {@link Rack#MASTER}, or -1 for none
 * @param position 0 the instrument, 1 to 8 an insert, or -1 for none
 * @param number what it means depends on the kind, see {@code engine.h}
 */
public record News(Kind kind, int slot, int position, int number, double value, String text) {
    /** In the order of {@code engine.h}. */
    public enum Kind {
        ENGINE, DEVICE, LOADED, FAILED, LEFT_OUT, SILENCED, PARAMETER, SCANNING, SCANNED, LATENCY, BLAMED, UNKNOWN;

        static Kind of(int number) {
            return number >= 0 && number < UNKNOWN.ordinal() ? values()[number] : UNKNOWN;
        }
    }
}
