package roadcase.rig;

import java.util.List;
import java.util.Optional;
import roadcase.rig.plan.Labels;

/**
 * How a preset stands, for faces. Immutable, any thread.
 *
 * @param shown whether it is the selected one, whose sliders faces show
 */
public record PresetStanding(String name, boolean on, boolean shown, List<SliderStanding> sliders) {
    /**
     * How a slider stands.
     *
     * @param value what is sent, {@code low}..{@code high}
     * @param reads what a face shows for it: a label, or a number counted from the middle where it is centred
     * @param zero the value that reads 0
     * @param labels names for the numbers from {@code low} on; may be fewer than the numbers
     */
    public record SliderStanding(
            String label, int value, int low, int high, String reads, int zero, List<Labels.Label> labels) {
        /** The value that a player means by what a face shows: a label, or a number as it is shown. Empty: none. */
        public Optional<Integer> meant(String shown) {
            for (int i = 0; i < labels.size() && low + i <= high; i++)
                if (labels.get(i).text().equals(shown)) return Optional.of(low + i);
            try {
                long wanted = Long.parseLong(shown.strip()) + zero;
                return wanted < low || wanted > high ? Optional.empty() : Optional.of((int) wanted);
            } catch (NumberFormatException noNumber) {
                return Optional.empty();
            }
        }
    }
}
