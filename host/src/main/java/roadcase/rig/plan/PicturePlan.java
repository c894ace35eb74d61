package roadcase.rig.plan;

import java.util.List;
import roadcase.surface.Light;

/**
 * A picture that moves on the pads of a device. Its lights are {@link LightPlan}s of their own, with its name.
 *
 * @param name written name, equal after a reload
 * @param pads controls, row by row from the top
 * @param columns how many pads a row has
 * @param show what is seen
 */
public record PicturePlan(String name, String device, List<String> pads, int columns, Show show, Place place,
        Origin origin) {
    public PicturePlan {
        pads = List.copyOf(pads);
    }

    public int rows() {
        return pads.size() / columns;
    }

    public sealed interface Show {
        /**
         * The script's own code paints {@link Happening#canvas}.
         *
         * @param nanos how long a step takes
         */
        record Code(Reaction frame, long nanos) implements Show {}

        /**
         * A text runs from right to left, again and again.
         *
         * @param columns of the text, each as bits: the lowest is the top row
         * @param nanos how long a step of one column takes
         */
        record Text(String text, List<Integer> columns, Light light, long nanos) implements Show {
            public Text {
                columns = List.copyOf(columns);
            }
        }

        /**
         * A column for each signal, filled from the bottom.
         *
         * @param lights from the bottom up
         */
        record Bars(List<Signal> signals, List<Light> lights) implements Show {
            public Bars {
                signals = List.copyOf(signals);
                lights = List.copyOf(lights);
            }
        }
    }

    /** Something that a bar shows. */
    public sealed interface Signal {
        /** Where a knob or fader stands. */
        record OfControl(String device, String control) implements Signal {}

        /** A value between its limits; one without limits counts from 0 to 127. */
        record OfValue(String name) implements Signal {}

        /** How loud it is: 60 dB up to full scale. */
        record OfMeter(String name) implements Signal {}
    }

    /** The lights that the script names, for those who look whether the gear has them. */
    public List<Light> lights() {
        if (show instanceof Show.Text text) return List.of(text.light());
        return show instanceof Show.Bars bars ? bars.lights() : List.of();
    }
}
