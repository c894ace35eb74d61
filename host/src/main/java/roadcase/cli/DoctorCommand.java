package roadcase.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import roadcase.midi.Backend;
import roadcase.midi.MidiFault;
import roadcase.midi.RealPort;

/** What is installed, which rights and devices there are, and what to do about what is missing. */
@Command(
        name = "doctor",
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
        List<Finding> found = new ArrayList<>(new Doctor(new Machine(Path.of("/")), face.folders()).system());
        found.add(language());
        found.addAll(midi());
        for (Finding finding : found) face.out().println(finding.line());
        long todo = found.stream().filter(f -> !f.fine()).count();
        face.out().println(todo == 0 ? "All is well." : todo == 1 ? "One thing to do." : todo + " things to do.");
        return Main.FINE;
    }

    private static Finding language() {
        try {
            return Finding.ok("language: " + Languages.installed().words().size() + " words");
        } catch (IllegalStateException missing) {
            return Finding.toDo("language: " + missing.getMessage(), "build Roadcase again: host/bin/roadcase does it");
        }
    }

    private List<Finding> midi() {
        List<Finding> found = new ArrayList<>();
        try (Backend backend = midi.open()) {
            found.add(Finding.ok("MIDI through " + backend.name() + ": " + backend.why()));
            List<RealPort> ports = backend.ports();
            if (ports.isEmpty())
                found.add(Finding.toDo("devices: none seen", "plug gear in and look again with `roadcase ports`"));
            else found.add(Finding.ok("devices: " + String.join(", ", ports.stream().map(RealPort::name).distinct().toList())));
        } catch (MidiFault fault) {
            found.add(Finding.toDo("MIDI: " + fault.getMessage(), "start JACK (or PipeWire), or plug in a USB device for ALSA"));
        }
        return found;
    }
}
