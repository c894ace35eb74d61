package roadcase.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
        description = "Shows what comes in at MIDI ports, decoded and as hex, until Ctrl-C; NRPNs and RPNs also as what"
                + " their CCs make. Clock and active sensing are shown where they are asked for. What a gig sends and gets"
                + " is shown by `monitor` at its prompt, and by the word monitor in its script.",
        footer = {"", "Example: roadcase monitor 'MIDI Mix' --only notes,cc --channel 1",
            "         roadcase monitor --usb captured.txt"})
final class MonitorCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PORT", arity = "0..*",
            description = "names from `roadcase ports`; without any: all inputs")
    private List<String> names = List.of();

    @Option(names = "--only", paramLabel = "KINDS",
            description = "with commas between: notes, cc, nrpn, rpn, programs, bend, aftertouch, sysex, system, clock,"
                    + " sense")
    private String only;

    @Option(names = "--channel", paramLabel = "N", description = "only this channel, 1 to 16")
    private String channel;

    @Option(names = "--number", paramLabel = "N", description = "only this note, CC, program, NRPN or RPN")
    private String number;

    @Option(names = "--seconds", paramLabel = "N", description = "end after so many seconds")
    private double seconds = Double.POSITIVE_INFINITY;

    @Option(names = "--usb", paramLabel = "FILE",
            description = "read captured USB bytes from a file instead, as they came or in hex; - is what comes in here")
    private String usb;

    @Mixin
    private MidiChoice midi;

    private final Face face;

    MonitorCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() {
        if (!(seconds > 0)) throw new Mistake("--seconds is " + seconds + ": give it a number above 0");
        Shown shown = shown();
        if (usb != null) return captured(shown);
        try (Backend backend = midi.open()) {
            PortMonitor traffic = new PortMonitor(backend, names, shown, face.out()::println);
            face.err().println("Listening through " + backend.name() + "; Ctrl-C ends it.");
            long end = seconds > Duration.ofDays(365).toSeconds()
                    ? Long.MAX_VALUE : System.nanoTime() + (long) (seconds * 1e9);
            traffic.show(end);
        }
        return Main.FINE;
    }

    private int captured(Shown shown) {
        UsbMonitor monitor = new UsbMonitor(shown, face.out()::println);
        try {
            if (usb.equals("-")) return monitor.show(face.in()) == 0 ? Main.FINE : Main.MISTAKE;
            try (InputStream in = Files.newInputStream(face.path(usb))) {
                return monitor.show(in) == 0 ? Main.FINE : Main.MISTAKE;
            }
        } catch (IOException e) {
            throw new Mistake(usb + " cannot be read: is the name right?");
        }
    }

    private Shown shown() {
        try {
            return Shown.of(only, channel, number);
        } catch (IllegalArgumentException e) {
            throw new Mistake(e.getMessage());
        }
    }
}
