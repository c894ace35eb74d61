package roadcase.rig.plan;

/**
 * A light that shows something other than its own button's toggle.
 *
 * @param source what it shows
 */
public record LightPlan(String device, String control, LightSource source, Place place, Origin origin) {
    /** The same, in another place. */
    public LightPlan in(Place other) {
        return new LightPlan(device, control, source, other, origin);
    }

    public sealed interface LightSource {
        /** Lit where bit {@code bit} of the active bank's place (A is 0) is set. */
        record BankBit(String group, int bit) implements LightSource {}

        /** Lit while this page of a device, from 0, is shown. */
        record PageShown(String device, int page) implements LightSource {}

        /**
         * What a launcher's pad or button shows.
         *
         * @param column from 0, {@code row} too
         */
        record OfClips(String clips, ClipsPlan.Part part, int column, int row) implements LightSource {}

        /**
         * Part of a picture that is painted over time.
         *
         * @param picture its written name
         * @param index which of its lights, from 0
         */
        record Painted(String picture, int index) implements LightSource {}
    }
}
