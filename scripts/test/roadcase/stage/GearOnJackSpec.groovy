package roadcase.stage

import static roadcase.stage.Unit.BANK_RIGHT
import static roadcase.stage.Unit.SOLO_KEY

import java.nio.file.Files
import spock.lang.Requires

/** Gear that goes and comes back, a server that dies, and the end of a show: nothing hangs, nothing is lost. */
class GearOnJackSpec extends OnJack {
    private static final Map PULSE = ['mix.mute.toggles().to(out)': 'mix.mute.pulse().to(out)']

    private List<String> status() {
        int before = show.said.size()
        show.type('status')
        until('the status is told') { show.said.drop(before).any { it.startsWith('missing') } }
        show.said.drop(before)
    }

    def "a unit that is pulled out is missed, and painted whole when it is back"() {
        given:
        Files.writeString(gig, changed(PULSE))
        plugIn()
        playToHost()
        unit.tap(3)
        unit.tap(BANK_RIGHT)
        unit.tap(6)
        unit.press(1)
        unit.press(SOLO_KEY)
        until('the press is heard, and the layer of SOLO shown') { host.heard == ['90 03 7F', '91 06 7F', '91 01 7F'] && unit.lit == [1, 25] as Set }

        when:
        unit.close()

        then: 'what it held is ended'
        until('the note is ended') { host.heard.size() == 4 }
        host.heard.last() == '81 01 00'
        until('it is missed') { status().contains('missing  MIDI Mix') }
        show.hasSaid("'MIDI Mix' is missing;")
        isHostConnected()

        when:
        plugIn()

        then: 'REC ARM shows its own layer again: nobody holds SOLO'
        until('all lights are as they should be') { unit.painted && unit.lit == [1, 6, 25] as Set }
        until('nothing is missing') { status().contains('missing  nothing') }
        show.hasSaid("'MIDI Mix' is there and taken")
        status().contains('held     0 notes')

        when:
        unit.press(6)

        then:
        until('it plays') { host.heard.last() == '81 06 00' }
    }

    def "a unit that is plugged in late is taken"() {
        given:
        playToHost()

        expect:
        show.hasSaid('MIDI Mix (input): missing')

        when:
        plugIn()
        until('it is taken') { show.hasSaid("'MIDI Mix' is there and taken") && unit.painted }
        unit.tap(1)

        then:
        until('it is heard') { host.heard == ['90 01 7F'] }
    }

    def "the JACK server dies and is started again #n"() {
        given:
        plugIn()
        playToHost()
        unit.tap(1)
        unit.tap(BANK_RIGHT)
        unit.tap(4)
        until('the presses are heard') { host.heard == ['90 01 7F', '91 04 7F'] }

        when:
        jack.kill()
        until('all have noticed') { !host.traffic.alive() && !unit.traffic.alive() }
        until('it is said') { show.hasSaid("server of 'jack' is gone") }
        unit.forget()
        jack.start()

        then: 'ports, our connections, lights'
        until('the ports are back') { ports.containsAll(OUT, 'MIDI Mix:in', 'Host:in') }
        until('the unit is painted') { unit.painted && unit.lit == [4, 25] as Set }
        jack.connections().containsAll('MIDI Mix:out → Roadcase:MIDI Mix', 'Roadcase:MIDI Mix (out) → MIDI Mix:in')

        when: 'and the state, once the host is connected again'
        connectHost()
        host.heard.clear()
        unit.tap(4)

        then:
        until('the switch goes off') { host.heard == ['81 04 00'] }
        until('it is said') { show.hasSaid("server of 'jack' is back") }

        where:
        n << (1..3)
    }

    def "SIGTERM ends what is held, and what a script holds; the tools of JACK hear it"() {
        given:
        Files.writeString(gig, changed(PULSE) + '\nafter(3.seconds) { out.send(noteOn(60, 100)) }\n')
        def dump = jack.background('stdbuf', '-oL', 'jack_midi_dump', '-a')
        plugIn()
        playToHost('--headless')
        until('the tool is there') { ports.contains('midi-monitor:input') }
        jack.run('jack_connect', OUT, 'midi-monitor:input')

        when:
        unit.press(1)
        until('press and script are heard') { dump.any { it.contains('90 01 7f') } && dump.any { it.contains('90 3c 64') } }
        int code = show.end()

        then:
        code == 128 + 15
        until('it is ended') { dump.any { it.contains('80 01 ') } && dump.any { it.contains('80 3c ') } }
        until('its ports are gone') { !ports.any { it.startsWith('Roadcase:') } }
        show.said.every { !it.contains('Exception') }
    }

    def "without the JACK server that was asked for there is a sentence, and 1"() {
        given:
        show = new PlayedShow('nobody', home, gig.toString(), '--midi', 'jack')
        things << show

        expect:
        show.code() == 1
        until('it is said') { show.hasSaid('JACK') }
        show.said.size() == 1
    }

    @Requires({ !new File('/dev/snd/seq').exists() && System.getProperty('os.name') == 'Linux' })
    def "on a machine without any MIDI there is a sentence, and 1"() {
        given:
        show = new PlayedShow('nobody', home, gig.toString())
        things << show

        expect:
        show.code() == 1
        until('it is said') { show.said.any { it.startsWith('there is no MIDI on this machine: ') } }
        show.said.size() == 1
    }
}
