package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.promises.Deed.What
import roadcase.rig.Remembered

/** A script with a mistake changes nothing. */
class MistakesPromiseSpec extends Promise {
    static final List<String> MISTAKES = [
            // while it is read, with half of the rig declared
            '''
            def keys  = input('Keystation')
            def synth = output('Synth')
            keys.transpose(5).to(synth)
            def other = output('Another')
            keys.noteOn(200).to(other)
            ''',
            // of the rig as a whole
            '''
            def mix = device(MidiMix)
            def host = virtualOutput('Host')
            def sound = remember('sound', 7)
            mix.mute.toggles().to(host)
            mix.mute[3].toggles().to(host)
            ''',
            // in its text
            '''
            def keys  = input('Keystation')
            def synth = output('Synth')
            keys.transpos(5).to(synth)
            ''',
            '''
            def mix = device(MidiMix)
            banks('Four') {
                next mix.bankRight
            }
            '''
    ]

    @CompileStatic
    static class Mistakes extends Property {
        Mistakes() {
            super(Wild.repertoire(MISTAKES))
        }

        @Override
        Score make(Chance chance) {
            List<Deed> deeds = Wild.deeds(chance, chance.from(20, 50), gigs)
            int at = chance.upTo(deeds.size())
            deeds.add(at, Deed.mistake(deeds[at].micros, chance.upTo(MISTAKES.size())))
            new Score(chance.upTo(gigs.size()), deeds)
        }

        @Override
        protected String look(Score score) {
            List<String> lines = shown(score).lines[0]
            List<String> errors = []
            List<String> sent = Rehearsed.sent(gigs, score.first, Remembered.NOTHING, lines, errors)
            List<String> without = Rehearsed.sent(gigs, score.first, Remembered.NOTHING, lines.findAll { !it.contains('mistake-') })
            int told = errors.count { it.contains('mistake-') } as int
            int made = score.deeds.count { it.what == What.MISTAKE } as int
            if (told < made) return "$made mistakes were made, $told told"
            if (sent == without) return null
            int differs = (0..<Math.max(sent.size(), without.size())).find { sent[it] != without[it] } as int
            "with mistakes ${sent[differs]} was sent instead of ${without[differs]}"
        }
    }

    def "what is sent is to the message and the microsecond what it would be without them, and each is told"() {
        expect:
        holds('mistakes', new Mistakes()) == Cases.of('mistakes')
    }
}
