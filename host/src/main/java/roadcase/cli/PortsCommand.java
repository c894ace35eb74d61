package roadcase.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import roadcase.midi.Backend;
import roadcase.midi.RealPort;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.LinkLook;

/** What this machine's MIDI system offers now, by the names that a script would use. */
@Command(
        name = "ports",
        header = "Shows the MIDI ports that are there now.",
        description = "Shows the MIDI ports that are there now, with the names a script would use.",
        footer = {"", "Example: roadcase ports"})
final class PortsCommand implements Callable<Integer> {
    @Mixin
    private MidiChoice midi;

    private final Face face;

    PortsCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() {
        try (Backend backend = midi.open()) {
            lines(backend).forEach(face.out()::println);
        }
        face.out().println(LinkLook.look(LinkHealth.LOOK_MILLIS).line());
        return Main.FINE;
    }

    static List<String> lines(Backend backend) {
        List<String> lines = new ArrayList<>();
        lines.add("MIDI through " + backend.name() + ": " + backend.why());
        List<RealPort> ports = backend.ports();
        list(lines, "Inputs (what plays)", ports, Direction.INPUT);
        list(lines, "Outputs (what sounds)", ports, Direction.OUTPUT);
        return lines;
    }

    private static void list(List<String> lines, String title, List<RealPort> ports, Direction direction) {
        lines.add(title + ":");
        List<RealPort> those = ports.stream().filter(p -> p.direction() == direction).toList();
        if (those.isEmpty()) lines.add("  none");
        int width = those.stream().mapToInt(p -> p.name().length()).max().orElse(0);
        for (RealPort port : those) {
            String quoted = "'" + port.name().replace("'", "\\'") + "'";
            boolean same = port.name().equals(port.id());
            lines.add("  " + quoted + (same ? "" : " ".repeat(width + 4 - quoted.length()) + port.id()));
        }
    }
}
