package roadcase.words

import groovy.transform.PackageScope

/** Makes whole scripts of the short examples beside the words: names the gear that they use. */
@PackageScope
final class Examples {
    private static final Map<String, String> GEAR = [
        keys: "def keys = input('Keystation')",
        synth: "def synth = output('Synth')",
        daw: "def daw = virtualOutput('To the DAW')",
        mix: 'def mix = device(MidiMix)',
        rack: 'def rack = device(Rack)',
        link: 'def link = clock(LINK, 120.bpm)',
    ]

    private Examples() {}

    static String whole(String example) {
        String body = example.stripIndent().strip()
        List<String> lines = []
        GEAR.each { String name, String line -> if (body =~ /\b$name\b/) lines << line }
        lines.isEmpty() ? body + '\n' : lines.join('\n') + '\n\n' + body + '\n'
    }
}
