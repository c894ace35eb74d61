package roadcase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import roadcase.files.Folders;

/** Looks at what a rack stands on: sound cards, who holds them, plugins. One thread; it only reads. */
final class SoundDoctor {
    private static final int MOST_PLUGINS = 5;
    /** A list of a few thousand plugins; a longer one is none of ours. */
    private static final long LONGEST_LIST = 1 << 24;
    /** They share the card with others. */
    private static final List<String> SERVERS = List.of("jackd", "jackdbus", "pipewire");

    private final Machine machine;
    private final Folders folders;
    private final Function<Path, List<String>> holders;

    /** @param holders names of the programs that hold a file of devices open */
    SoundDoctor(Machine machine, Folders folders, Function<Path, List<String>> holders) {
        this.machine = machine;
        this.folders = folders;
        this.holders = holders;
    }

    List<Symptom> look() {
        List<Symptom> found = new ArrayList<>();
        if (machine.isLinux()) {
            found.add(cards());
            found.addAll(held());
        }
        found.add(Symptom.ok("dropouts: where it crackles, play with --buffer 512 or 1024, close other programs that use"
                + " the card, and let JACK have real time (jackd -R)"));
        found.addAll(plugins());
        return found;
    }

    private Symptom cards() {
        List<String> cards = machine.soundCards();
        if (!cards.isEmpty()) return Symptom.ok("sound cards: " + String.join(", ", cards));
        return Symptom.toDo("sound cards: none seen, so a rack is heard through JACK at most",
                "plug one in and look again; be in the group audio");
    }

    private List<Symptom> held() {
        List<Symptom> found = new ArrayList<>();
        for (Path output : machine.soundOutputs()) {
            List<String> others = holders.apply(output).stream()
                    .filter(who -> SERVERS.stream().noneMatch(who::startsWith)).toList();
            if (!others.isEmpty())
                found.add(Symptom.toDo("sound card " + output.getFileName() + ": held by " + String.join(", ", others),
                        "close that program, or start JACK or PipeWire, which share the card"));
        }
        return found;
    }

    /** What the last scan could not use; its list is the engine's, see native/engine/catalogue.cpp. */
    private List<Symptom> plugins() {
        Path list = folders.cache().resolve("plugins.txt");
        List<Symptom> found = new ArrayList<>();
        int known = 0;
        int bad = 0;
        for (String line : lines(list)) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("plugin")) known++;
            if (!fields[0].equals("file") || fields.length < 6 || fields[5].isEmpty()) continue;
            if (++bad <= MOST_PLUGINS) found.add(useless(fields[2], fields[5]));
        }
        if (bad > MOST_PLUGINS)
            found.add(Symptom.toDo("plugins: " + (bad - MOST_PLUGINS) + " more files are of no use", "see " + list));
        found.add(0, Symptom.ok("plugins known from the last scan: " + known));
        return found;
    }

    private static Symptom useless(String file, String why) {
        String machine = System.getProperty("os.name", "") + " on " + System.getProperty("os.arch", "");
        return Symptom.toDo("plugin " + file + ": " + why,
                "have its maker's .vst3 or .lv2 for " + machine + "; VST2 (.so, .dll) is not played");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) < LONGEST_LIST ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
