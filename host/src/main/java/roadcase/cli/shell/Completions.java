package roadcase.cli.shell;

import java.util.List;
import java.util.stream.Stream;
import roadcase.cli.Shown;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.Rig;
import roadcase.rig.plan.BanksPlan;
import roadcase.rig.plan.DevicePlan;
import roadcase.rig.plan.PortPlan;
import roadcase.script.WordDoc;

/** What may be typed next. One thread. */
final class Completions {
    private final ShellCommands commands;
    private final Playing playing;
    private final PresetCommands presets;
    private final RackCommands slots;
    private final List<String> words;

    Completions(ShellCommands commands, Playing playing, List<WordDoc> words) {
        this.commands = commands;
        this.playing = playing;
        this.presets = new PresetCommands(playing);
        this.slots = new RackCommands(playing);
        this.words = words.stream().map(WordDoc::word).distinct().toList();
    }

    /** Whole words that could stand after {@code before}, as they must be typed. */
    List<String> after(List<String> before) {
        Rig rig = playing.rig();
        if (before.isEmpty()) return distinct(commands.names().stream(), playing.names().stream().sorted(),
                words.stream());
        return switch (before.get(0)) {
            case "bank" -> before.size() == 1
                    ? distinct(rig.banks().stream().map(BanksPlan::name), banks(rig, null))
                    : distinct(banks(rig, before.get(1)));
            case "preset" -> distinct(presets.afterPreset(before.size()));
            case "slider" -> distinct(presets.afterSlider(before));
            case "loop" -> distinct(new LoopCommands(playing).after(before));
            case "gain", "mute", "solo", "note" -> before.size() == 1 ? distinct(slots.names()) : List.of();
            case "monitor" -> before.get(before.size() - 1).equals("--only") ? distinct(Shown.names().stream())
                    : distinct(Stream.of("off"), rig.ports().stream().map(PortPlan::name),
                            Stream.of("--only", "--channel", "--number"));
            case "why" -> before.size() > 1 ? List.of() : distinct(Stream.of("off"),
                    rig.ports().stream().filter(p -> p.direction() == Direction.INPUT).map(PortPlan::name));
            case "forget" -> distinct(playing.kept().stream());
            case "words" -> distinct(words.stream());
            case "reload", "panic", "slots", "master", "ports", "status", "help", "quit" -> List.of();
            default -> distinct(playing.names().stream().sorted(), gear(rig), words.stream());
        };
    }

    private static Stream<String> gear(Rig rig) {
        return rig.devices().stream().map(DevicePlan::name);
    }

    private static Stream<String> banks(Rig rig, String group) {
        return rig.banks().stream()
                .filter(g -> group == null || g.name().equals(group))
                .flatMap(g -> g.banks().stream().map(BanksPlan.BankPlan::name));
    }

    @SafeVarargs
    private static List<String> distinct(Stream<String>... names) {
        return Stream.of(names).flatMap(s -> s).distinct().map(Words::quoted).toList();
    }
}
