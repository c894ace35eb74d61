package roadcase.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roadcase.midi.Backend;

/** Shows what comes in, decoded and as hex, until Ctrl-C. */
@Command(
        name = "monitor",
        header = "Shows what comes in at MIDI ports.",
        description = "Shows what comes in at MIDI ports, decoded and as hex, until Ctrl-C.",
        footer = {"", "Example: roadcase monitor 'MIDI Mix'"})
final class MonitorCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PORT", arity = "0..*",
            description = "names from `roadcase ports`; without any: all inputs")
    private List<String> names = List.of();

    @Option(names = "--seconds", paramLabel = "N", description = "end after so many seconds")
    private double seconds = Double.POSITIVE_INFINITY;

    @Mixin
    private MidiChoice midi;

    private final Face face;

    MonitorCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() {
        if (!(seconds > 0)) throw new Mistake("--seconds is " + seconds + ": give it a number above 0");
        try (Backend backend = midi.open()) {
            PortMonitor traffic = new PortMonitor(backend, names, face.out()::println);
            face.err().println("Listening through " + backend.name() + "; Ctrl-C ends it.");
            long end = seconds > Duration.ofDays(365).toSeconds()
                    ? Long.MAX_VALUE : System.nanoTime() + (long) (seconds * 1e9);
            traffic.show(end);
        }
        return Main.FINE;
    }
}
