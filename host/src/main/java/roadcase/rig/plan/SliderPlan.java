package roadcase.rig.plan;

import java.util.List;
import roadcase.route.Shape;

/**
 * Something to move on a face, which sends what it stands at. It counts in whole numbers from {@link #low} to
 * {@link #high}, which are what is sent: values of a CC, an NRPN, a pressure or a bend, or program numbers.
 *
 * @param channel 1..16
 * @param centred whether it is shown from its middle: 64 of 0..127 reads 0. What is sent is the same
 * @param start where it stands where nothing is remembered
 */
public record SliderPlan(
        String label,
        Shape shape,
        int channel,
        boolean centred,
        Labels labels,
        int start,
        Sends sends,
        List<PortPlan> outputs,
        Origin origin) {
    /** When it sends without being moved. */
    public enum Sends {
        NEVER,
        /** When its preset is selected. */
        ON_SELECT,
        /** When its preset is selected, and when it is switched on by any other means. */
        WHEN_ON
    }

    public SliderPlan {
        outputs = List.copyOf(outputs);
    }

    public SliderPlan onChannel(int one) {
        return new SliderPlan(label, shape, one, centred, labels, start, sends, outputs, origin);
    }

    public SliderPlan fromItsMiddle() {
        return new SliderPlan(label, shape, channel, true, labels, start, sends, outputs, origin);
    }

    public SliderPlan startingAt(int value) {
        return new SliderPlan(label, shape, channel, centred, labels, value, sends, outputs, origin);
    }

    public SliderPlan sending(Sends when) {
        return new SliderPlan(label, shape, channel, centred, labels, start, when, outputs, origin);
    }

    public SliderPlan to(List<PortPlan> ports, Labels names) {
        return new SliderPlan(label, shape, channel, centred, names, start, sends, ports, origin);
    }

    public int low() {
        return isProgram() ? shape.low() : shape.valueLow();
    }

    public int high() {
        return isProgram() ? shape.high() : shape.valueHigh();
    }

    private boolean isProgram() {
        return shape.form() == Shape.Form.PROGRAM;
    }

    public int within(double wanted) {
        return (int) Math.round(Math.max(low(), Math.min(high(), wanted)));
    }

    /** The label for a value, or null where the list is too short, or there is none. */
    public Labels.Label label(int value) {
        return labels.at(value - low());
    }

    /** What a face shows for a value: its label, else the number. */
    public String shown(int value) {
        Labels.Label there = label(value);
        return there != null ? there.text() : String.valueOf(value - zero());
    }

    /** The value that reads 0. */
    public int zero() {
        return centred ? (low() + high() + 1) / 2 : 0;
    }
}
