package roadcase.rig;

import java.util.List;
import roadcase.rig.Cells.SwitchCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.plan.PresetPlan;
import roadcase.rig.plan.SliderPlan;

/**
 * A preset while it plays. Whether it is on stands in its cell, which anyone may change; whether its lines play only
 * {@link Presets} decides, between two messages.
 */
final class PlayedPreset {
    final PresetPlan plan;
    final SwitchCell cell;
    final List<PlayedSlider> sliders;
    boolean plays;
    /** Counts switchings on of all presets: the latest has the say over a control that several want. */
    long order;
    /** Since the last settling. */
    boolean selected;
    boolean cameOn;

    PlayedPreset(PresetPlan plan, SwitchCell cell, List<PlayedSlider> sliders) {
        this.plan = plan;
        this.cell = cell;
        this.sliders = sliders;
    }

    PlayedSlider slider(String label) {
        for (PlayedSlider slider : sliders) if (slider.plan.label().equals(label)) return slider;
        return null;
    }

    /** A slider of a preset while it plays. */
    static final class PlayedSlider {
        final SliderPlan plan;
        final ValueCell cell;
        /** Port numbers. */
        final int[] outputs;

        PlayedSlider(SliderPlan plan, ValueCell cell, int[] outputs) {
            this.plan = plan;
            this.cell = cell;
            this.outputs = outputs;
        }

        int value() {
            return plan.within(cell.value);
        }
    }
}
