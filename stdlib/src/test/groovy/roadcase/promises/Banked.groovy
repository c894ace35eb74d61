package roadcase.promises

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/** Gigs for one MIDImix with banks and toggles, said twice: in words, and as what they mean. */
@CompileStatic
class Banked {
    static final String OUT = 'Masterator OUT', SYNTH = 'Synth', KEYS = 'Keystation'
    /** Of the key on the keyboard that steps the sound on. */
    static final int NEXT_SOUND = 36

    /** What a gig is; null for a group where it has no banks. */
    static class Meaning {
        boolean unit = true
        String group
        /** Bank to channel. */
        Map<String, Integer> banks = [:]
        boolean wraps
        boolean dial
        /** Whether REC ARM has a second layer under SOLO. */
        boolean layer
        Set<String> rows = ['mute', 'solo', 'recArm'] as Set
        /** Where the number starts that the gig remembers; null where it remembers none. */
        Integer sound

        String text() {
            String head = unit ? 'def mix = device(MidiMix)\n' : ''
            head += "def out = virtualOutput('$OUT')\n"
            if (sound != null) head += """
                def synth = output('$SYNTH')
                def keys = input('$KEYS')
                def sound = remember('sound', $sound)
                keys.noteOn($NEXT_SOUND).onEvent { m ->
                    sound.set((sound.get() + 1) % 8)
                    synth.send(programChange(sound.get()))
                }
                """.stripIndent()
            String toggles = rows.collect { "mix.${it}.toggles().to(out)" }.join('\n')
            if (layer) toggles += '\nholding(mix.soloKey) { mix.recArm.toggles().transpose(32).to(out) }'
            if (!unit) return head
            if (group == null) return head + toggles
            head + "banks('$group') {\nprevious mix.bankLeft\nnext mix.bankRight\n" + (wraps ? 'wraps()\n' : '') +
                    (dial ? 'binaryDial mix.bankLeft, mix.bankRight\n' : '') +
                    banks.collect { name, channel -> "bank '$name', channel: $channel\n" }.join('') +
                    "everyBank {\n$toggles\n}\n}\n"
        }
    }

    private static final Map<String, Integer> FOUR = [A: 1, B: 2, C: 3, D: 4]

    static final Map<String, Meaning> VARIANTS = [
            masterator: new Meaning(group: 'Masterator', banks: FOUR, dial: true, layer: true),
            four      : new Meaning(group: 'Masterator', banks: FOUR, dial: true, layer: true, sound: 0),
            renamed   : new Meaning(group: 'Masterator', banks: [A: 1, Sends: 2, C: 3, D: 4], dial: true, layer: true, sound: 0),
            moved     : new Meaning(group: 'Masterator', banks: [D: 9, A: 10, B: 2], dial: true, layer: true, sound: 3),
            round     : new Meaning(group: 'Masterator', banks: [A: 1, B: 2], wraps: true, dial: true, sound: 0),
            other     : new Meaning(group: 'Other', banks: [A: 1, B: 7, C: 3], rows: ['mute', 'recArm'] as Set),
            flat      : new Meaning(rows: ['mute', 'recArm'] as Set, sound: 0),
            bare      : new Meaning(unit: false, sound: 5)
    ]

    static Repertoire repertoire(List<String> mistakes = []) {
        String masterator = Files.readString(Path.of(System.getProperty('roadcase.house'), 'scripts', 'gigs', 'masterator.groovy'))
        new Repertoire(VARIANTS.collectEntries { String name, Meaning m -> [name, name == 'masterator' ? masterator : m.text()] } as Map<String, String>,
                mistakes)
    }
}
