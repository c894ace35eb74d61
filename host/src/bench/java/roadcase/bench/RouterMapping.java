package roadcase.bench;

/**
 * The mapping of {@link Mapping} said in the MIDI Router's way, with more to do: filters with ranges, moved and stretched,
 * a split, a transform. Each message in is one message out; the messages are those of {@link Mapping#messages}. The same
 * in Python is {@code router} in {@code src/bench/python/mapping.py}.
 */
final class RouterMapping {
    static final String GIG = """
            def keys  = input('Keys')
            def synth = output('Synth')

            keys.only {
                events  NOTE_ON, NOTE_OFF
                channel 1..8
                data1   0..59, 12
                data2   0..127, 1..100
            }.toChannel(2).to(synth)
            keys.zone('High', 60..127).only { events NOTE_ON, NOTE_OFF }.change { data1 60..95, 95..60 }
                .velocity(40..110).toChannel(3).to(synth)
            keys.only {
                events  CC
                data1   1..1, 74
                data2   0..127, 100..20
            }.toChannel(1).to(synth)
            """;

    private RouterMapping() {}
}
