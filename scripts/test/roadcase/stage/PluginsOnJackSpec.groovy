package roadcase.stage

import java.nio.file.Files
import spock.lang.Requires

/** A gig with real plugins on a real JACK server: those of native/fixtures, and zam-plugins where they are installed. */
@Requires({ OnRack.havePlugins() })
class PluginsOnJackSpec extends OnRack {
    private static final int TOP_1 = 16, MID_1 = 17, LOW_1 = 18
    private static final String HEAD = '''
        def mix  = device(MidiMix)
        def out  = virtualOutput('Masterator OUT')
        def keys = virtualInput('Keys')
        def rack = device(Rack)
        rack.session 'tour'
        mix.mute[2].toggles().to(out)
        '''.stripIndent()
    private static final String TWO = HEAD + '''
        def lead = rack.slot(1, 'Lead') {
            instrument 'fixture-sine'
            effect     'fixture-gain'
        }
        def bass = rack.slot(2, 'Bass') { instrument 'fixture-sine' }
        keys.onChannel(1).to(lead)
        keys.onChannel(2).to(bass)
        mix.knobs[1].to(lead.parameter('Amount'))
        mix.knobs[9].to(lead.effect('fixture-gain').parameter(1))
        mix.faders[1].to(bass.gain)
        '''.stripIndent()

    private void playTwo(String... options) {
        install('sine', 'gain', 'spoiler', 'crasher', 'hanger', 'slow')
        playRack(TWO, options)
    }

    /** How loud the slot of the first channel is: its sine is a half times its Amount, then goes through its gain. */
    private void untilHeard(double level) {
        until("it is as loud as $level") {
            host.says('90 45 64')
            def now = heard
            Math.abs(now - level) < 0.02
        }
    }

    def "plugins are found by their names, and knobs of a MIDImix move what they turn"() {
        given:
        playTwo()

        expect: 'as they start: a sine, its effect halves it'
        untilHeard(0.25)
        show.said.any { it ==~ /\d+ plugins are known.*/ }

        when: 'the effect is turned up, by its number; the instrument down, by its name'
        unit.turn(MID_1, 127)
        untilHeard(0.5)
        unit.turn(TOP_1, 64)

        then:
        untilHeard(0.252)

        when: 'the show ends and begins again'
        assert show.end() == 128 + 15
        playRack(TWO)

        then: 'what was turned is as it was'
        untilHeard(0.252)
        show.said.every { !it.contains('Looking for plugins') && !it.contains('Exception') }
    }
}
