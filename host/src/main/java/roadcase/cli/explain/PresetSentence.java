package roadcase.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import roadcase.rig.Rig;
import roadcase.rig.plan.PresetPlan;
import roadcase.rig.plan.SliderPlan;

/** Presets and their sliders as sentences; what their lines do is told with the other places. */
final class PresetSentence {
    private PresetSentence() {}

    /** @param rig with at least one preset */
    static List<String> of(Rig rig) {
        List<String> lines = new ArrayList<>();
        for (PresetPlan preset : rig.presets()) {
            lines.add("Preset '" + preset.name() + "' is " + (preset.startsOn() ? "on" : "off")
                    + " at first; whether it is on is remembered.");
            for (SliderPlan slider : preset.sliders()) lines.add("  " + slider(slider) + ".");
        }
        if (rig.presets().size() > 1)
            shownAtFirst(rig).ifPresent(name -> lines.add("At first the sliders of '" + name + "' are shown."));
        return lines;
    }

    private static Optional<String> shownAtFirst(Rig rig) {
        if (rig.presets().stream().allMatch(p -> p.sliders().isEmpty())) return Optional.empty();
        return rig.presets().stream().filter(PresetPlan::startsShown).map(PresetPlan::name).findFirst();
    }

    private static String slider(SliderPlan slider) {
        StringBuilder text = new StringBuilder("Slider '" + slider.label() + "': " + StepPhrase.shape(slider.shape())
                + " on channel " + slider.channel() + " to "
                + slider.outputs().stream().map(p -> "'" + p.name() + "'").collect(Collectors.joining(" and ")));
        if (slider.centred()) text.append(", ").append(slider.zero()).append(" reading 0");
        int labels = slider.labels().items().size();
        if (labels > 0) text.append(", with ").append(labels).append(labels == 1 ? " label" : " labels");
        long speaking = slider.labels().items().stream().filter(l -> !l.commands().isEmpty()).count();
        if (speaking > 0) text.append(", ").append(speaking).append(" of them with messages of their own");
        text.append("; starts at ").append(slider.shown(slider.start()));
        return text.append(switch (slider.sends()) {
            case NEVER -> "";
            case ON_SELECT -> "; sent when the preset is selected";
            case WHEN_ON -> "; sent whenever the preset comes on";
        }).toString();
    }
}
