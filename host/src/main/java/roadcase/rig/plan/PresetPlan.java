package roadcase.rig.plan;

import java.util.List;

/**
 * A group of lines, on or off as one, with the sliders that are shown while it is the selected one. Its lines are those
 * whose place has its {@link Layer.Preset}; whether it is on is kept in the switch {@link #switchName}.
 *
 * @param startsOn whether it is on where nothing is remembered of it
 * @param startsShown whether it is the one shown where nothing is remembered
 */
public record PresetPlan(
        String name, boolean startsOn, boolean startsShown, List<SliderPlan> sliders, Place place, Origin origin) {
    public PresetPlan {
        sliders = List.copyOf(sliders);
    }

    /** The written name of the switch that a preset is: routes and values may have the same name as a preset. */
    public static String switchName(String preset) {
        return "preset " + preset;
    }

    /** The written name of a slider's value. */
    public static String sliderName(String preset, String label) {
        return switchName(preset) + " / " + label;
    }
}
