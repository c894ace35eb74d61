package roadcase.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roadcase.rig.PresetStanding;
import roadcase.rig.PresetStanding.SliderStanding;
import roadcase.rig.Spelling;
import roadcase.rig.plan.Action.SwitchPreset.How;
import roadcase.rig.plan.Labels;

/** {@code preset} and {@code slider} at the shell. One thread. */
final class PresetCommands {
    private static final Map<String, How> HOWS =
            Map.of("on", How.ON, "off", How.OFF, "toggle", How.TOGGLE, "select", How.SELECT);

    private final Playing playing;

    PresetCommands(Playing playing) {
        this.playing = playing;
    }

    Reply preset(List<String> given) {
        List<PresetStanding> presets = playing.presets();
        if (presets.isEmpty()) return Reply.mistake("This gig has no presets");
        if (given.isEmpty()) return Reply.lines(presets.stream().map(PresetCommands::line).toList());
        if (given.size() > 2)
            return Reply.mistake("`preset` takes what to do and a name; a name with spaces needs quotes");
        String name = given.get(given.size() - 1);
        How how = given.size() == 1 ? How.SELECT : HOWS.get(given.get(0));
        if (how == null)
            return Reply.mistake("A preset goes on or off, or is toggled or selected; '" + given.get(0)
                    + "' is none of that" + Spelling.didYouMean(given.get(0), HOWS.keySet()));
        List<String> names = presets.stream().map(PresetStanding::name).toList();
        if (!names.contains(name))
            return Reply.mistake(given.size() == 1 && HOWS.containsKey(name)
                    ? "`preset " + name + "` needs the name of a preset"
                    : "There is no preset '" + name + "'" + Spelling.didYouMean(name, names));
        playing.preset(name, how);
        return Reply.lines(playing.presets().stream().filter(p -> p.name().equals(name)).map(PresetCommands::line)
                .toList());
    }

    private static String line(PresetStanding preset) {
        return preset.name() + ": " + (preset.on() ? "on" : "off") + (preset.shown() ? ", shown" : "");
    }

    /** {@code slider}, {@code slider PRESET}, {@code slider NAME VALUE}, {@code slider PRESET NAME VALUE}. */
    Reply slider(List<String> given) {
        List<PresetStanding> presets = playing.presets();
        if (presets.stream().allMatch(p -> p.sliders().isEmpty())) return Reply.mistake("This gig has no sliders");
        if (given.size() > 3)
            return Reply.mistake("`slider` takes a slider and a value, with the preset before it where it is not the"
                    + " shown one; a name with spaces needs quotes");
        if (given.isEmpty()) return list(presets.stream().filter(PresetStanding::shown).findFirst().orElseThrow());
        boolean other = given.size() != 2;
        Optional<PresetStanding> preset = presets.stream()
                .filter(p -> other ? p.name().equals(given.get(0)) : p.shown()).findFirst();
        if (preset.isEmpty())
            return Reply.mistake("There is no preset '" + given.get(0) + "'"
                    + Spelling.didYouMean(given.get(0), presets.stream().map(PresetStanding::name).toList()));
        if (given.size() == 1) return list(preset.get());
        return move(preset.get(), given.get(given.size() - 2), given.get(given.size() - 1));
    }

    private Reply move(PresetStanding preset, String label, String wanted) {
        Optional<SliderStanding> found = preset.sliders().stream().filter(s -> s.label().equals(label)).findFirst();
        if (found.isEmpty())
            return Reply.mistake("'" + preset.name() + "' has no slider '" + label + "'"
                    + Spelling.didYouMean(label, labels(preset).toList()));
        SliderStanding slider = found.get();
        Optional<Integer> value = slider.meant(wanted);
        if (value.isEmpty()) {
            List<String> names = slider.labels().stream().map(Labels.Label::text).toList();
            return Reply.mistake("'" + label + "' goes from " + (slider.low() - slider.zero()) + " to "
                    + (slider.high() - slider.zero()) + (names.isEmpty() ? "" : ", or by its labels") + "; '" + wanted
                    + "' is not there" + Spelling.didYouMean(wanted, names));
        }
        playing.slider(preset.name(), label, value.get());
        return Reply.lines(playing.presets().stream().filter(p -> p.name().equals(preset.name()))
                .flatMap(p -> p.sliders().stream()).filter(s -> s.label().equals(label)).map(PresetCommands::line)
                .toList());
    }

    private static Reply list(PresetStanding preset) {
        List<String> lines = new ArrayList<>();
        lines.add("Sliders of " + preset.name() + (preset.sliders().isEmpty() ? ": none" : ":"));
        for (SliderStanding slider : preset.sliders()) {
            String names = slider.labels().stream().map(Labels.Label::text).collect(Collectors.joining(", "));
            lines.add("  " + line(slider) + String.format(Locale.ROOT, "   (%d to %d%s)", slider.low() - slider.zero(),
                    slider.high() - slider.zero(), names.isEmpty() ? "" : ": " + names));
        }
        return Reply.lines(lines);
    }

    private static String line(SliderStanding slider) {
        String number = String.valueOf(slider.value() - slider.zero());
        return slider.label() + ": " + slider.reads() + (slider.reads().equals(number) ? "" : " (" + number + ")");
    }

    /** What may follow {@code preset ...}. */
    Stream<String> afterPreset(int words) {
        Stream<String> names = playing.presets().stream().map(PresetStanding::name);
        return words == 1 ? Stream.concat(HOWS.keySet().stream().sorted(), names) : words == 2 ? names : Stream.empty();
    }

    /** What may follow {@code slider ...}. */
    Stream<String> afterSlider(List<String> before) {
        List<PresetStanding> presets = playing.presets();
        if (before.size() == 1)
            return Stream.concat(presets.stream().filter(PresetStanding::shown).flatMap(PresetCommands::labels),
                    presets.stream().map(PresetStanding::name));
        String last = before.get(before.size() - 1);
        Stream<String> names = presets.stream()
                .filter(p -> before.size() == 2 ? p.shown() : p.name().equals(before.get(1)))
                .flatMap(p -> p.sliders().stream()).filter(s -> s.label().equals(last))
                .flatMap(s -> s.labels().stream()).map(Labels.Label::text);
        if (before.size() > 2) return before.size() == 3 ? names : Stream.empty();
        return Stream.concat(names,
                presets.stream().filter(p -> p.name().equals(last)).flatMap(PresetCommands::labels));
    }

    private static Stream<String> labels(PresetStanding preset) {
        return preset.sliders().stream().map(SliderStanding::label);
    }
}
