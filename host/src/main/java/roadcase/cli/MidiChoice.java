package roadcase.cli;

import picocli.CommandLine.Option;
import roadcase.midi.Backend;
import roadcase.midi.Backends;

/** {@code --midi}, the same in every command. */
final class MidiChoice {
    @Option(
            names = "--midi",
            paramLabel = "SYSTEM",
            description = "jack, alsa, coremidi, winmm, java or virtual (without it: the best there is)")
    private String name;

    Backend open() {
        return Backends.choose(name);
    }
}
