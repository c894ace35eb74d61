package roadcase.rig.plan;

import java.util.List;
import roadcase.route.Step;
import roadcase.surface.ClipGrid;
import roadcase.surface.Light;

/**
 * A launcher of clips on a grid of pads.
 *
 * @param name the written name
 * @param device whose pads they are
 * @param controls all that belongs to it, also pads without a clip, which do nothing
 * @param columns of the grid
 * @param layout a letter for each pad, see {@link ClipGrid#isClip}
 * @param quantise the grid of a clock, or null where a clip starts when it is let go
 * @param onStart code that is told of each clip that starts, or null; {@code onStop} of each that stops
 */
public record ClipsPlan(String name, String device, List<Control> controls, int columns, String layout, Step.Quantise quantise,
        Looks looks, Reaction onStart, Reaction onStop, Place place, Origin origin) {
    /** What a control does. */
    public enum Part { PAD, COLUMN, ROW, STOP_ALL }

    /** @param column from 0, {@code row} too; 0 where the part has none */
    public record Control(String device, String name, Part part, int column, int row) {}

    /** What pads show. */
    public record Looks(Light ready, Light waiting, Light playing) {
        public static final Looks USUAL = new Looks(Light.YELLOW, Light.GREEN.blinking(0), Light.GREEN);
    }

    public ClipsPlan {
        controls = List.copyOf(controls);
    }

    public int rows() {
        return layout.length() / columns;
    }

    /** What a control does here, or null. */
    public Control control(String ofDevice, String called, Part part) {
        for (Control control : controls)
            if (control.part == part && control.name.equals(called) && control.device.equals(ofDevice)) return control;
        return null;
    }

    /** How many clips there are. */
    public int count() {
        return (int) layout.chars().filter(sign -> sign == 'x').count();
    }
}
