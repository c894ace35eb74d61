package roadcase.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import roadcase.files.Holders;
import roadcase.midi.Backend;
import roadcase.midi.Backends;
import roadcase.midi.MidiFault;
import roadcase.midi.RealPort;

/** What is installed, which rights and devices there are, and what to do about what is missing. */
@Command(
        name = "doctor",
        header = "Looks at what a show stands on, and what to do.",
        description = "Looks at everything a show stands on and says what to do about what is missing.",
        footer = {"", "Example: roadcase doctor"})
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private MidiChoice midi;

    private final Face face;

    DoctorCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() {
        Machine machine = new Machine(Path.of("/"));
        List<Symptom> found = new ArrayList<>(new Doctor(machine, face.folders()).system());
        found.add(language());
        found.add(PluginsPart.ofThisHouse(face).symptom());
        found.addAll(new SoundDoctor(machine, face.folders(), new Holders()::of).look());
        if (System.getProperty("os.name", "").startsWith("Linux")) found.add(jack());
        found.addAll(devices());
        found.add(LinkHealth.look());
        for (Symptom symptom : found) face.out().println(symptom.line());
        long todo = found.stream().filter(f -> !f.fine()).count();
        face.out().println(todo == 0 ? "All is well." : todo == 1 ? "One thing to do." : todo + " things to do.");
        return Main.FINE;
    }

    private static Symptom language() {
        try {
            return Symptom.ok("language: " + Languages.installed().words().size() + " words");
        } catch (IllegalStateException missing) {
            return Symptom.toDo("language: " + missing.getMessage(), "build Roadcase again: host/bin/roadcase does it");
        }
    }

    /** What the language knows of gear that is there. */
    private static List<Symptom> hints(List<String> ports) {
        try {
            return Languages.installed().seen(ports).stream().map(Symptom::ok).toList();
        } catch (IllegalStateException missing) {
            return List.of(); // said by language()
        }
    }

    private static Symptom jack() {
        try (Backend backend = Backends.choose("jack", "Roadcase doctor")) {
            return Symptom.ok("JACK: " + backend.why());
        } catch (MidiFault fault) {
            return Symptom.toDo("JACK: " + fault.getMessage(),
                    "start one (PipeWire with pipewire-jack is one), or leave it: ALSA is used then");
        }
    }

    private static Symptom through(Backend backend) {
        String said = "MIDI through " + backend.name() + ": " + backend.why();
        if (!backend.name().equals("java")) return Symptom.ok(said);
        return Symptom.toDo(said, "build the native library, for ports that other programs see and for better time:"
                + " cmake -S native -B native/build && cmake --build native/build");
    }

    private List<Symptom> devices() {
        try (Backend backend = midi.open()) {
            List<String> names = backend.ports().stream().map(RealPort::name).distinct().toList();
            List<Symptom> found = new ArrayList<>(List.of(
                    through(backend),
                    names.isEmpty()
                            ? Symptom.toDo("devices: none seen",
                                    "plug gear in and look again with `roadcase ports`; on Linux be in the group audio")
                            : Symptom.ok("devices: " + String.join(", ", names))));
            found.addAll(hints(names));
            return found;
        } catch (MidiFault fault) {
            return List.of(Symptom.toDo("MIDI: " + fault.getMessage(), "start JACK or plug in a USB device"));
        }
    }
}
