package roadcase.stage

import java.nio.file.Files
import java.util.concurrent.TimeUnit

/** A gig with instruments on a real JACK server: what is played is heard at its audio ports, whatever dies. */
class RackOnJackSpec extends OnRack {
    private static final String RACK = '''
        def mix  = device(MidiMix)
        def out  = virtualOutput('Masterator OUT')
        def keys = virtualInput('Keys')
        def rack = device(Rack)
        def lead = rack.slot(1, 'Lead') { instrument 'Poly' }

        keys.to(lead)
        mix.mute[1].toggles().to(lead.mute)
        mix.mute[2].toggles().to(out)
        mix.faders[1].to(lead.gain)
        mix.soloKey.onPress { lead.play(C4, velocity: 120, length: 200.ms) }
        '''.stripIndent()

    def "a key is heard, a muted slot is not, a fader moves it, and the key's end is heard too"() {
        given:
        playRack(RACK)
        assert heard < 0.001

        when:
        until('the note sounds') {
            host.says('90 3C 64')
            heard > 0.01
        }
        double loud = heard
        unit.tap(1)

        then:
        until('it is muted') { heard < 0.001 }
        unit.lit.contains(1)

        when:
        unit.tap(1)
        unit.turn(19, 64)

        then: 'ten dB less'
        until('it is heard, and softer') { heard.with { it > 0.001 && it < loud / 2 } }

        when:
        host.says('80 3C 40')

        then:
        until('it is over') { heard < 0.001 }
        show.end() == 128 + 15
        show.said.every { !it.contains('Exception') }
    }

    def "the engine is killed while it plays: MIDI and lights go on, and the sound is back"() {
        given:
        playRack(RACK)
        until('the note sounds') {
            host.says('90 3C 64')
            heard > 0.01
        }
        unit.turn(19, 127)
        long before = engine

        when:
        long killed = System.nanoTime()
        new ProcessBuilder('kill', '-9', before as String).start().waitFor()
        host.heard.clear()
        unit.tap(4)

        then: 'another port and its light do not notice'
        until('the press is heard, and lit') { host.heard == ['90 04 7F'] && unit.lit.contains(4) }
        System.nanoTime() - killed < TimeUnit.SECONDS.toNanos(5)

        and: 'another process plays what is played then'
        until('the engine is another') { engine != 0 && engine != before }
        until('the sound is back') {
            host.says('80 3C 40')
            host.says('90 3C 64')
            heard > 0.01
        }
        until('both are said') { show.hasSaid('the sound engine is gone') && show.hasSaid('The sound is back.') }
    }

    def "a plugin that this machine has not is a silent slot and a sentence; the others play, and the gig can be mended"() {
        given:
        playRack(RACK.replace("instrument 'Poly'", "instrument 'No Such Synth'") + "\nrack.slot(2, 'Bass') { instrument 'Poly' }\nkeys.to(rack.slot('Bass'))\n")

        expect:
        until('it is said') { show.said.any { it.contains("slot 1 'Lead' stays silent") && it.contains('No Such Synth') } }
        until('the other slot sounds') {
            host.says('90 3C 64')
            heard > 0.01
        }

        when:
        host.says('80 3C 40')
        until('it is over') { heard < 0.001 }
        Files.writeString(gig, RACK)

        then:
        until('the mended slot sounds') {
            host.says('90 3C 64')
            heard > 0.01
        }
    }

    def "code plays a test note"() {
        given:
        playRack(RACK.replace('200.ms', '3.seconds'))

        expect:
        until('it is heard') {
            unit.tap(Unit.SOLO_KEY)
            heard > 0.01
        }
        until('and ends by itself') { heard < 0.001 }
    }
}
