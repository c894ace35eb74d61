package roadcase.cli.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import roadcase.cli.Mistake;
import roadcase.cli.WordTable;
import roadcase.rig.RackRefusal;
import roadcase.rig.Spelling;
import roadcase.rig.plan.BanksPlan;
import roadcase.rig.plan.PortPlan;
import roadcase.script.WordDoc;

/**
 * What a line at the shell does. A line whose first word is no command is said to the live rig in the words of the
 * language. One thread.
 */
public final class ShellCommands {
    private final Playing playing;
    private final List<WordDoc> words;
    private final Map<String, Command> commands = new LinkedHashMap<>();

    private record Command(String usage, String does, Function<List<String>, Reply> run) {}

    public ShellCommands(Playing playing, List<WordDoc> words) {
        this.playing = playing;
        this.words = List.copyOf(words);
        add("reload", "[FILE]", "reads the gig again, or its new text from FILE", this::reload);
        add("panic", "", "ends every note on every output", given -> {
            playing.panic();
            return Reply.said("Every note is off.");
        });
        add("bank", "[GROUP] NAME", "changes to a bank; without a name: says where you are", this::bank);
        add("page", "[DEVICE] NAME", "shows a page of a device; without a name: says where you are", new PageCommand(playing)::page);
        PresetCommands presets = new PresetCommands(playing);
        add("preset", "[on|off|toggle|select] NAME",
                "switches a preset; a name alone selects it; without one: lists them",
                presets::preset);
        add("slider", "[PRESET] NAME VALUE",
                "moves a slider to a number or a label; without: lists those of the shown preset",
                presets::slider);
        RackCommands rack = new RackCommands(playing);
        add("slots", "", "what is in the slots of the rack, and how loud it is", rack::slots);
        add("gain", "SLOT LEVEL", "a slot's level, 0.0 to 1.0 or such as -6dB", rack::gain);
        add("mute", "SLOT", "silences a slot, or no longer", rack::mute);
        add("solo", "SLOT", "only soloed slots are heard, or no longer", rack::solo);
        add("master", "[LEVEL]", "the level of the sum; without one: says it", rack::master);
        add("note", "SLOT NOTE [VELOCITY] [MS]", "plays a test note", rack::note);
        LoadCommands loads = new LoadCommands(playing);
        add("load", "SLOT PLUGIN [NAME]", "loads an instrument, by its name or path", loads::load);
        add("unload", "SLOT", "empties a slot", loads::unload);
        add("load_fx", "PLUGIN [SLOT|master] [NAME]", "loads an effect behind an instrument, or behind all",
                loads::loadEffect);
        add("remove_fx", "SLOT|master NUMBER", "takes an effect out; the first is 1", loads::removeEffect);
        ParameterCommands parameters = new ParameterCommands(playing);
        add("params", "SLOT|master [EFFECT]", "what can be turned on a plugin, and how it stands", parameters::params);
        add("set", "SLOT|master [EFFECT] NAME VALUE", "turns a parameter, by name or number, to 0.0 to 1.0",
                parameters::set);
        add("edit", "SLOT|master [EFFECT]", "opens a plugin's own window", loads::edit);
        add("plugins", "[PART]", "plugins that are known, or those whose name has this part", loads::plugins);
        add("scan", "", "looks for plugins again", loads::scan);
        RouteCommands routes = new RouteCommands(playing);
        add("route", "CHANNEL SLOT", "leads a channel of the sequencer to a slot; several as 1,2 or 1-4",
                routes::route);
        add("unroute", "CHANNEL", "ends that", routes::unroute);
        add("routing", "", "which channel plays which slot", routes::routing);
        add("midi_ports", "", "MIDI inputs, numbered", routes::ports);
        add("midi_seq", "PORT|off", "the sequencer is at this port, by number or name", routes::sequencer);
        add("midi_mix", "PORT|off", "a MIDImix at this port mixes the slots", routes::mixer);
        SessionCommands session = new SessionCommands(playing, rack, routes);
        add("devices", "", "sound devices, numbered", session::devices);
        add("audio_start", "[DEVICE]", "sounds through this device, by number or name, or through the usual one",
                session::start);
        add("audio_stop", "", "is silent until audio_start", session::stop);
        add("save", "[FILE]", "saves the session, which is kept all the time anyway, or a copy of it", session::save);
        add("restore", "[FILE]", "plays a session: ours or one of LinkVST", session::restore);
        add("overlay", "", "what was added at the prompt, as lines of a script", loads::overlay);
        add("deps", "", "what the show stands on, in short", session::parts);
        LinkCommands link = new LinkCommands(playing);
        add("link", "[BPM]", "joins Ableton Link; the tempo counts when nobody is there", link::link);
        add("unlink", "", "leaves Link; the tempo goes on", link::unlink);
        add("tempo", "[BPM]", "a tempo for the gig, and for everybody on Link; without one: says it", link::tempo);
        add("start", "", "starts gear that follows the gig's clock, and everybody on Link, with the next bar",
                link::start);
        add("stop", "", "stops them", link::stop);
        add("loop", "[NAME [on|off|target DB|gains RULE|gains P I D|tune relay [DB]|tune step [DB]|abort]]",
                "how a loop stands, or moves it; without a name: all of them", new LoopCommands(playing)::loop);
        add("monitor", "PORT... [--only KINDS] [--channel N] [--number N]|off", "shows what passes at ports of the gig",
                new MonitorCommand(playing)::monitor);
        add("why", "[HOW MANY|off|PORT HEX]",
                "tells what became of the last message, and why; or would of one not played",
                new WhyCommand(playing)::why);
        add("forget", "NAME", "drops what is remembered under a name", this::forget);
        add("words", "[WORD]", "the words of the language, or all about one", this::words);
        add("ports", "", "the gig's ports and whether they are there", given -> Reply.lines(playing.ports()));
        add("status", "", "how the show stands", session::status);
        add("help", "", "this list", given -> help());
        add("quit", "", "ends the show: held notes end first, the session is saved", given -> Reply.quitting());
        add("exit", "", "the same", given -> Reply.quitting());
    }

    private void add(String name, String arguments, String does, Function<List<String>, Reply> run) {
        commands.put(name, new Command((name + " " + arguments).strip(), does, run));
    }

    /** Does what a line says; a blank one does nothing. Mistakes are in the reply. */
    public Reply execute(String line) {
        List<String> given = Words.of(line);
        if (given.isEmpty()) return Reply.said();
        try {
            return execute(line, given);
        } catch (Given.Wrong | RackRefusal | Mistake sentence) {
            return Reply.mistake(sentence.getMessage());
        } catch (RuntimeException fault) {
            // A line that cannot be done must not end the show.
            return Reply.mistake("This could not be done: " + (fault.getMessage() == null
                    ? fault : fault.getMessage()));
        }
    }

    private Reply execute(String line, List<String> given) {
        Command command = commands.get(given.get(0));
        if (command != null) return command.run.apply(given.subList(1, given.size()));
        Reply reply = playing.say(line);
        String hint = Spelling.didYouMean(given.get(0), commands.keySet());
        boolean bare = given.get(0).chars().allMatch(Character::isLetter);
        if (reply.errors().isEmpty() && reply.mistake() == null || hint.isEmpty() || !bare) return reply;
        return Reply.mistake("There is no command '" + given.get(0) + "'" + hint);
    }

    public List<String> names() {
        return List.copyOf(commands.keySet());
    }

    private Reply reload(List<String> given) {
        if (given.size() > 1) return Reply.mistake("`reload` takes one file; a name with spaces needs quotes");
        return playing.reload(given.isEmpty() ? null : given.get(0));
    }

    private Reply bank(List<String> given) {
        List<BanksPlan> groups = playing.rig().banks();
        if (groups.isEmpty()) return Reply.mistake("This gig has no banks");
        if (given.isEmpty()) return Reply.lines(playing.status().banks().entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue()).toList());
        if (given.size() > 2) return Reply.mistake("`bank` takes a group and a name; a name with spaces needs quotes");
        String name = given.get(given.size() - 1);
        List<BanksPlan> meant = given.size() == 1 ? groups
                : groups.stream().filter(g -> g.name().equals(given.get(0))).toList();
        if (meant.isEmpty())
            return Reply.mistake("There are no banks '" + given.get(0) + "'"
                    + Spelling.didYouMean(given.get(0), groups.stream().map(BanksPlan::name).toList()));
        List<BanksPlan> having = meant.stream().filter(g -> names(g).contains(name)).toList();
        if (having.isEmpty())
            return Reply.mistake("There is no bank '" + name + "'; there are "
                    + meant.stream().flatMap(g -> names(g).stream()).distinct().collect(Collectors.joining(", ")));
        if (having.size() > 1)
            return Reply.mistake("There is a bank '" + name + "' in "
                    + having.stream().map(BanksPlan::name).collect(Collectors.joining(" and "))
                    + ": name the group too");
        playing.goBank(having.get(0).name(), name);
        return Reply.said(having.get(0).name() + ": " + name);
    }

    private static List<String> names(BanksPlan group) {
        return group.banks().stream().map(BanksPlan.BankPlan::name).toList();
    }

    private Reply forget(List<String> given) {
        if (given.isEmpty()) return Reply.mistake("`forget` takes the name of what is remembered");
        return playing.forget(String.join(" ", given));
    }

    private Reply words(List<String> given) {
        if (given.isEmpty()) return Reply.lines(WordTable.table(words));
        List<WordDoc> found = words.stream().filter(w -> w.word().equals(given.get(0))).toList();
        if (found.isEmpty())
            return Reply.mistake("There is no word '" + given.get(0) + "'"
                    + Spelling.didYouMean(given.get(0), words.stream().map(WordDoc::word).toList()));
        return Reply.lines(found.stream().flatMap(w -> WordTable.entry(w).stream()).toList());
    }

    private Reply help() {
        int width = commands.values().stream().mapToInt(c -> c.usage.length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Command c : commands.values()) lines.add(c.usage + " ".repeat(width - c.usage.length() + 2) + c.does);
        lines.add("");
        lines.add("Any other line is said to the live rig in the words of the language.");
        return Reply.lines(lines);
    }
}
