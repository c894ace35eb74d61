package roadcase.stage

import java.nio.file.Files

/** A level loop on what the real engine plays. */
class LoopOnJackSpec extends OnJack {
    private static final String GIG_TEXT = '''
        def mix  = device(MidiMix)
        def out  = virtualOutput('Masterator OUT')
        def keys = virtualInput('Keys')
        def rack = device(Rack)
        def lead = rack.slot(1, 'Lead') { instrument 'Poly' }
        def level = loop('Level') {
            measure  lead.meter
            over     1.second
            hold(-40.dB)
            move(lead.gain).between(-60.dB, 6.dB).up(10.dB.perSecond).down(10.dB.perSecond)
            silence(-80.dB)
            handsOff 60.seconds
        }
        keys.to(lead)
        mix.mute[1].toggles().to(out)
        mix.faders[1].to(lead.gain)
        '''.stripIndent()

    /** What `loop` says now. */
    private String getStanding() {
        show.type('loop')
        show.said.reverse().find { it.contains('Level: ') } ?: ''
    }

    /** @return what it measures, in dB, NaN where it says nothing of it */
    private double getMeasured() {
        def found = standing =~ /Level: (-?[\d.]+) dB for/
        found ? found[0][1].toDouble() : Double.NaN
    }

    def "a note is brought to the target, and a hand on the fader is left alone"() {
        given:
        Files.writeString(gig, GIG_TEXT)
        plugIn()
        playToHost()
        until('the engine plays through JACK') { show.hasSaid('Sound through jack') }
        until('the host plays our keys') {
            jack.run('jack_connect', 'Host:out', 'Roadcase:Keys')
            jack.connections().contains('Host:out → Roadcase:Keys')
        }

        when:
        host.says('90 3C 64')

        then: 'the meter of the slot is brought to -40 dB'
        until('it is on target') {
            if (Double.isNaN(measured)) host.says('90 3C 64')
            standing.contains('on target') && Math.abs(measured - -40) < 1.5
        }

        when:
        unit.turn(19, 100)

        then:
        until('the hand is seen') { standing.contains('left to the hand on the fader') }
        show.end() == 128 + 15
        show.said.every { !it.contains('Exception') }
    }
}
