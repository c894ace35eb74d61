package roadcase.stage

import java.nio.file.Files
import roadcase.devices.ApcMini
import roadcase.devices.LaunchpadMini
import roadcase.midi.JackServer
import roadcase.midi.Message
import roadcase.surface.DeviceSpec
import roadcase.surface.Light
import roadcase.surface.SimulatedUnit

/** Moving pictures of a show that plays on a real driver, on two units: one of them is painted by code that never ends. */
class PicturesOnJackSpec extends OnJack {
    static final String SOUND = '''
        def apc  = device(ApcMini)
        def pads = device(LaunchpadMini)
        apc.grid.animate(50.ms) { frame -> frame.clear(); frame.column(frame.step % 8 + 1, GREEN) }
        pads.grid.animate(50.ms) { frame -> frame.clear(); frame.column(frame.step % 8 + 1, RED) }
        '''.stripIndent()

    /** A unit with pads as a client of a JACK server. */
    static class PadUnit extends Peer {
        private final SimulatedUnit unit

        PadUnit(JackServer jack, String client, DeviceSpec spec) {
            super(jack, client)
            unit = new SimulatedUnit(spec, { Message m -> })
        }

        /** Which columns are lit from top to bottom; null where something else is lit. */
        synchronized List<Integer> columns() {
            def lit = (1..8).findAll { column -> (1..8).every { row -> unit.shows("row $row column $column") != Light.OFF } }
            (1..8).every { column -> column in lit || (1..8).every { row -> unit.shows("row $row column $column") == Light.OFF } } ? lit : null
        }

        @Override
        protected synchronized void hears(Message message) { unit?.hear(message) }
    }

    /** All eight columns were seen alone, one after the other or not. */
    private void moves(PadUnit unit) {
        def seen = [] as Set
        until('every column was lit') {
            def now = unit.columns()
            if (now?.size() == 1) seen << now[0]
            seen.size() == 8
        }
    }

    def "code without an end stops its own picture, a mended script starts it again"() {
        given:
        gig = Files.writeString(home.resolve('pictures.groovy'), SOUND)
        def apc = new PadUnit(jack, 'APC MINI', ApcMini.SPEC)
        def pads = new PadUnit(jack, 'Launchpad Mini MK3 LPMiniMK3 MIDI', LaunchpadMini.SPEC)
        things << apc << pads

        when:
        play()

        then:
        moves(apc)
        moves(pads)

        when:
        Files.writeString(gig, SOUND.replaceFirst('frame.clear\\(\\);', 'while (frame.step > 0) frame.clear();'))

        then:
        until('it is said') { show.said.any { it.contains("this picture of 'ApcMini' stops here and its pads are dark") } }
        until('its pads are dark') { apc.columns() == [] }
        moves(pads)
        apc.columns() == []

        when:
        Files.writeString(gig, SOUND)

        then:
        moves(apc)
        moves(pads)
    }
}
