package roadcase.cli.shell;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import roadcase.cli.Shown;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.KnownPlugin;
import roadcase.rig.RackRefusal;
import roadcase.rig.Rig;
import roadcase.rig.plan.BanksPlan;
import roadcase.rig.plan.DevicePlan;
import roadcase.rig.plan.PortPlan;
import roadcase.rig.plan.SlotPlan;
import roadcase.script.WordDoc;

/** What may be typed next. One thread. */
final class Completions {
    private final ShellCommands commands;
    private final Playing playing;
    private final PresetCommands presets;
    private final RackCommands slots;
    private final ParameterCommands parameters;
    private final RouteCommands routes;
    private final List<String> words;

    Completions(ShellCommands commands, Playing playing, List<WordDoc> words) {
        this.commands = commands;
        this.playing = playing;
        this.presets = new PresetCommands(playing);
        this.slots = new RackCommands(playing);
        this.parameters = new ParameterCommands(playing);
        this.routes = new RouteCommands(playing);
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
            case "page" -> distinct(new PageCommand(playing).after(before));
            case "preset" -> distinct(presets.afterPreset(before.size()));
            case "slider" -> distinct(presets.afterSlider(before));
            case "loop" -> distinct(new LoopCommands(playing).after(before));
            case "load" -> before.size() == 1 ? numbers() : before.size() == 2 ? plugins() : List.of();
            case "load_fx" -> before.size() == 1 ? plugins() : before.size() == 2 ? distinct(Stream.of("master"),
                    slots.names()) : List.of();
            case "remove_fx", "params", "edit" -> before.size() == 1 ? distinct(Stream.of("master"),
                    slots.names()) : List.of();
            case "set" -> before.size() == 1 ? distinct(Stream.of("master"),
                    slots.names()) : distinct(parameters.names(before).stream());
            case "route" -> before.size() == 2 ? numbers() : List.of();
            case "unroute" -> distinct(playing.additions().overlay().routing().keySet().stream().map(String::valueOf));
            case "midi_seq", "midi_mix" -> distinct(routes.inputs().stream(), Stream.of("off"));
            case "audio_start" -> distinct(devices());
            case "gain", "mute", "solo", "note", "unload" -> before.size() == 1 ? distinct(slots.names()) : List.of();
            case "monitor" -> before.get(before.size() - 1).equals("--only") ? distinct(Shown.names().stream())
                    : distinct(Stream.of("off"), rig.ports().stream().map(PortPlan::name),
                            Stream.of("--only", "--channel", "--number"));
            case "why" -> before.size() > 1 ? List.of() : distinct(Stream.of("off"),
                    rig.ports().stream().filter(p -> p.direction() == Direction.INPUT).map(PortPlan::name));
            case "forget" -> distinct(playing.kept().stream());
            case "words" -> distinct(words.stream());
            case "reload", "panic", "slots", "master", "ports", "status", "help", "quit", "exit", "plugins", "scan",
                    "routing",
                    "midi_ports", "devices", "audio_stop", "save", "restore", "overlay", "deps" -> List.of();
            default -> distinct(playing.names().stream().sorted(), gear(rig), words.stream());
        };
    }

    private static List<String> numbers() {
        return IntStream.rangeClosed(1, SlotPlan.SLOTS).mapToObj(String::valueOf).toList();
    }

    private List<String> plugins() {
        try {
            return distinct(Stream.of(KnownPlugin.BUILT_IN), playing.additions().plugins("").stream()
                    .map(KnownPlugin::name));
        } catch (RackRefusal noEngine) {
            return List.of(KnownPlugin.BUILT_IN);
        }
    }

    private Stream<String> devices() {
        try {
            return playing.additions().devices().stream().map(d -> (d.get(0) + " " + d.get(1)).strip());
        } catch (RackRefusal noEngine) {
            return Stream.empty();
        }
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
