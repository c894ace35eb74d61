package roadcase.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import roadcase.midi.Packed;

/**
 * The mapping that Roadcase and Python are compared by: a split keyboard and a knob. Each message in is one message
 * out. The same lines in Python are in {@code src/bench/python/mapping.py}.
 */
final class Mapping {
    static final String INPUT = "Keys";
    static final String OUTPUT = "Synth";
    static final String GIG = """
            def keys  = input('Keys')
            def synth = output('Synth')

            keys.notes(C_1..B2).transpose(12).toChannel(2).to(synth)
            keys.notes(C3..G9).toChannel(1).to(synth)
            keys.cc(1).becomes(cc(74, 20..100)).to(synth)
            """;

    private Mapping() {}

    /** A scale up the keyboard, each key down and up, with the wheel moving in between. */
    static int[] messages() {
        List<Integer> all = new ArrayList<>();
        IntStream.range(24, 96).forEach(key -> {
            all.add(Packed.of(0x90, key, 40 + key % 80));
            all.add(Packed.of(0xB0, 1, key * 37 % 128));
            all.add(Packed.of(0x80, key, 0));
        });
        return all.stream().mapToInt(Integer::intValue).toArray();
    }
}
