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

    /** @throws roadcase.midi.MidiFault with a sentence where there is none */
    Backend open() {
        if (name != null && !Backends.NAMES.contains(name))
            throw new Mistake("There is no MIDI system '" + name + "'; there are " + String.join(", ", Backends.NAMES));
        return Backends.choose(name, Backends.CLIENT);
    }
}
