package roadcase.promises

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/** Lines of ports, said twice: in words, and as what they do to a message. Nothing here knows how a rig plays them. */
@CompileStatic
class Lines {
    static final String KEYS = 'Keystation', PADS = 'Pads', SYNTH = 'Synth', PIANO = 'Piano'

    /** A channel message taken apart: kind 8 to E, channel 0 to 15, its two data bytes. */
    @Immutable
    static class Said {
        int kind
        int channel
        int first
        int second

        boolean isNote() {
            kind == 8 || kind == 9 || kind == 0xA
        }

        Said on(int newChannel) {
            new Said(kind, newChannel - 1, first, second)
        }

        /** Notes move; one that would leave the keyboard is none. */
        Said up(int semitones) {
            if (!isNote()) return this
            int moved = first + semitones
            moved in 0..127 ? new Said(kind, channel, moved, second) : null
        }
    }

    @FunctionalInterface
    interface Change {
        /** @return null where it does not pass */
        Said of(Said message)
    }

    /** One line. */
    static class Rule {
        final String from
        final List<String> to
        /** Whether clock, SysEx and their like pass. */
        final boolean system
        final Change change

        Rule(String from, List<String> to, boolean system, Change change) {
            this.from = from
            this.to = to
            this.system = system
            this.change = change
        }
    }

    /** A script and what it means. */
    static class Variant {
        final String text
        final Set<String> inputs
        final Set<String> outputs
        final List<Rule> rules

        Variant(Collection<String> ports, String lines, Rule... rules) {
            Map<String, String> names = [(KEYS): 'keys', (PADS): 'pads', (SYNTH): 'synth', (PIANO): 'piano']
            inputs = ports.findAll { it in [KEYS, PADS] } as Set<String>
            outputs = ports.findAll { it in [SYNTH, PIANO] } as Set<String>
            text = ports.collect { "def ${names[it]} = ${it in inputs ? 'input' : 'output'}('$it')\n" }.join('') +
                    lines.stripIndent()
            this.rules = rules.toList()
        }
    }

    private static final List<String> ALL = [KEYS, PADS, SYNTH, PIANO]
    private static final Change AS_IT_IS = (Said m) -> m

    /** Zones: notes by their number; programs of the whole keyboard belong to none. */
    private static Change zone(int low, int high, Change then) {
        (Said m) -> m.isNote() ? (m.first in low..high ? then.of(m) : null) : m.kind == 0xC ? null : then.of(m)
    }

    private static Change touch(int low, int high, Change then) {
        (Said m) -> m.kind == 9 && m.second in low..high ? then.of(m) : null
    }

    static final Map<String, Variant> VARIANTS = [
            plain : new Variant(ALL, '''
                keys.to(synth)
                pads.to(piano)''',
                    new Rule(KEYS, [SYNTH], true, AS_IT_IS),
                    new Rule(PADS, [PIANO], true, AS_IT_IS)),
            split : new Variant(ALL, '''
                keys.zone('Low', 0..59).transpose(-12).toChannel(3).to(piano)
                keys.zone('High', 60..127).to(synth)
                pads.to(synth)''',
                    new Rule(KEYS, [PIANO], false, zone(0, 59, (Said m) -> m.up(-12)?.on(3))),
                    new Rule(KEYS, [SYNTH], false, zone(60, 127, AS_IT_IS)),
                    new Rule(PADS, [SYNTH], true, AS_IT_IS)),
            layers: new Variant(ALL, '''
                keys.transpose(12).toChannel(2).to(synth, piano)
                pads.onChannel(1).to(synth)''',
                    new Rule(KEYS, [SYNTH, PIANO], true, (Said m) -> m.up(12)?.on(2)),
                    new Rule(PADS, [SYNTH], false, (Said m) -> m.channel == 0 ? m : null)),
            alone : new Variant([KEYS, SYNTH], 'keys.transpose(1).to(synth)',
                    new Rule(KEYS, [SYNTH], true, (Said m) -> m.up(1))),
            parts : new Variant(ALL, '''
                keys.notes(48..72).to(synth)
                keys.cc(64).toChannel(5).to(piano)
                keys.cc(1).becomes(cc(74)).to(synth)
                pads.to(piano)''',
                    new Rule(KEYS, [SYNTH], false, (Said m) -> m.kind in 8..9 && m.first in 48..72 ? m : null),
                    new Rule(KEYS, [PIANO], false, (Said m) -> m.kind == 0xB && m.first == 64 ? m.on(5) : null),
                    new Rule(KEYS, [SYNTH], false, (Said m) -> m.kind == 0xB && m.first == 1 ? new Said(0xB, m.channel, 74, m.second) : null),
                    new Rule(PADS, [PIANO], true, AS_IT_IS)),
            moved : new Variant(ALL.reverse(), '''
                // the same as plain, elsewhere in the file
                pads.to(piano)

                keys.to(synth)''',
                    new Rule(PADS, [PIANO], true, AS_IT_IS),
                    new Rule(KEYS, [SYNTH], true, AS_IT_IS)),
            silent: new Variant(ALL, ''),
            touch : new Variant(ALL, '''
                keys.velocities(64..127).to(piano)
                keys.velocities(1..63).toChannel(4).to(synth)
                pads.transpose(-24).to(synth, piano)''',
                    new Rule(KEYS, [PIANO], false, touch(64, 127, AS_IT_IS)),
                    new Rule(KEYS, [SYNTH], false, touch(1, 63, (Said m) -> m.on(4))),
                    new Rule(PADS, [SYNTH, PIANO], true, (Said m) -> m.up(-24))),
            meet  : new Variant(ALL, '''
                keys.to(synth)
                keys.notes().to(synth)
                pads.to(synth)''',
                    new Rule(KEYS, [SYNTH], true, AS_IT_IS),
                    new Rule(KEYS, [SYNTH], false, (Said m) -> m.kind in 8..9 ? m : null),
                    new Rule(PADS, [SYNTH], true, AS_IT_IS)),
            mute  : new Variant([KEYS, PADS, PIANO], '''
                keys.to(piano)
                pads.toChannel(16).to(piano)''',
                    new Rule(KEYS, [PIANO], true, AS_IT_IS),
                    new Rule(PADS, [PIANO], true, (Said m) -> m.on(16)))
    ]

    static Repertoire repertoire(List<String> mistakes = []) {
        new Repertoire(VARIANTS.collectEntries { String name, Variant v -> [name, v.text] } as Map<String, String>, mistakes)
    }

    static Variant variant(int script) {
        VARIANTS.values()[script]
    }
}
