package roadcase.stage

import java.nio.file.Files
import java.util.concurrent.CopyOnWriteArrayList
import roadcase.midi.JackServer
import roadcase.midi.Packed
import spock.lang.AutoCleanup
import spock.lang.Requires

/** A gig on Link with LinkHut, which is none of ours, in a network that nobody else is on; its MIDI clock is heard at JACK. */
@Requires(reason = 'a network of its own needs root and ableton-link-utils (apt-get install ableton-link-utils)',
        value = { JackServer.isInstalled() && LinkNetwork.isAllowed() })
class LinkOnJackSpec extends OnJack {
    private static final String LINK = '''
        def out  = virtualOutput('Masterator OUT')
        def keys = virtualInput('Keys')
        def link = clock(LINK, 126.bpm)
        out.follows link
        keys.programs().quantise(1.bar, link).to(out)
        '''.stripIndent()

    @AutoCleanup LinkNetwork network = new LinkNetwork()
    @AutoCleanup LinkHut hut = new LinkHut(network, jack)
    @AutoCleanup Timed timed = new Timed(jack)

    /** A client that notes when it heard what. */
    static class Timed extends Peer {
        final List<Map> all = new CopyOnWriteArrayList<>()

        Timed(JackServer jack) { super(jack, 'Timed') }

        @Override
        void received(int handle, long timeNanos, int packed) { all << [nanos: timeNanos, hex: Packed.message(packed).hex()] }

        List<Map> after(long nanos) { all.findAll { it.nanos > nanos } }
    }

    private void playOnLink(String text = LINK) {
        Files.writeString(gig, text)
        show = PlayedShow.inside(network, jack.name, home, gig.toString(), '--midi', 'jack', '--audio', 'none')
        things << show
        until('the show speaks', 90) { !show.said.empty }
        until('its port is there') { ports.contains(OUT) }
        until('the timed peer listens') {
            jack.run('jack_connect', OUT, 'Timed:in')
            jack.connections().contains("$OUT → Timed:in" as String)
        }
        until('they have met') { hut.peers == 1 && show.hasSaid('Link: 1 other is there') }
    }

    private double getShown() {
        show.type('tempo')
        def line = show.said.reverse().find { it.contains('LINK: ') && it.contains(' bpm (') }
        line ? (line =~ /LINK: ([\d.]+) bpm/)[0][1] as double : 0
    }

    def "who joins takes over the tempo; then either moves it, and both start and stop each other"() {
        given: 'LinkHut was there first, at 120'
        until('LinkHut plays') { hut.bpm == 120 }
        playOnLink()

        expect:
        until('the show has its tempo') { shown == 120 }
        hut.bpm == 120

        when:
        show.type('tempo 133')

        then:
        until('LinkHut goes along') { hut.bpm == 133 }

        when:
        hut.press('e') // a second press at once would count from the same tempo

        then:
        until('and the show') { hut.bpm == 134 && shown == 134 }

        when:
        hut.press(' ')

        then: 'gear is started, too'
        until('gear plays') { timed.all.any { it.hex == 'FA' } }
        until('and LinkHut says so') { hut.playing }

        when:
        hut.press(' ')

        then:
        until('gear stops') { timed.all.any { it.hex == 'FC' } }

        when:
        show.type('start')

        then:
        until('LinkHut plays') { hut.playing }

        when:
        show.type('stop')

        then:
        until('LinkHut stops') { !hut.playing }
        show.end() == 128 + 15
        show.said.every { !it.contains('Exception') }
    }

    def "gear is started on the bar of the others, what is quantised waits for it, and ticks are 24 a beat"() {
        given:
        playOnLink()
        until('the tempo is shared') { shown == 120 }
        hut.press(' ')
        until('gear plays') { timed.all.any { it.hex == 'FA' } }
        hut.forgetBeat()
        until('the others\' beat is known') { timed.all.count { it.hex == 'F8' } > 300 && hut.playing }

        when:
        long start = timed.all.find { it.hex == 'FA' }.nanos
        double beat = hut.beat(start)

        then: 'a fiftieth of a bar off at most, of which LinkHut prints a fourth'
        distance(beat) < 0.08

        when: 'nothing is between the start and its first tick, and 24 ticks later it is the next beat'
        def behind = []
        until('ten beats') { (behind = timed.after(start - 1).findAll { it.hex == 'F8' }).size() > 240 }

        then:
        Math.abs(behind[0].nanos - start) < 1_000_000
        Math.abs((behind[240].nanos - behind[0].nanos) / 1e9d - 5) < 0.03

        when:
        until('a program is played at the bar') {
            if (timed.all.every { it.hex != 'C0 05' }) host.says('C0 05 00')
            jack.run('jack_connect', 'Host:out', 'Roadcase:Keys')
            timed.all.any { it.hex == 'C0 05' }
        }
        long played = timed.all.find { it.hex == 'C0 05' }.nanos

        then:
        distance(hut.beat(played)) < 0.12
    }

    /** How far from a bar's beginning, in beats. */
    private static double distance(double beat) {
        double phase = ((beat % 4) + 4) % 4
        Math.min(phase, 4 - phase)
    }

    def "a reload leaves no gap in the clock, and gear that is plugged in again is placed at a bar"() {
        given:
        playOnLink()
        hut.press(' ')
        until('gear plays') { timed.all.count { it.hex == 'F8' } > 100 && timed.all.any { it.hex == 'FA' } }
        long from = timed.all.last().nanos

        when:
        Files.writeString(gig, LINK + "keys.notes().to(out)\n")
        until('it is read again') { show.hasSaid('Reloaded') }
        int count = timed.all.size()
        until('it plays on') { timed.all.size() > count + 100 }

        then: 'no stop, no start, no place; ticks a 48th of a second apart, within a period of JACK'
        def since = timed.after(from)
        since.every { it.hex == 'F8' }
        gaps(since).every { it < 0.08 }
    }

    private static List<Double> gaps(List<Map> heard) {
        (1..<heard.size()).collect { (heard[it].nanos - heard[it - 1].nanos) / 1e9d }
    }

    def "the clean end stops gear"() {
        given:
        playOnLink()
        hut.press(' ')
        until('gear plays') { timed.all.any { it.hex == 'FA' } }

        when:
        show.end()

        then:
        until('it is stopped') { timed.all.any { it.hex == 'FC' } }
        until('and LinkHut is alone') { hut.peers == 0 }
    }

    def "a gig of its own clock is on Link when the player says so, and off again"() {
        given:
        Files.writeString(gig, LINK.replace('clock(LINK, 126.bpm)', 'clock(INTERNAL, 126.bpm)'))
        show = PlayedShow.inside(network, jack.name, home, gig.toString(), '--midi', 'jack', '--audio', 'none')
        things << show
        until('the show speaks', 90) { !show.said.empty }
        until('it plays') { ports.contains(OUT) }

        when:
        show.type('link')

        then:
        until('they have met') { hut.peers == 1 }
        until('it has the tempo of the others') { show.type('tempo'); show.said.any { it.contains('INTERNAL: 120.0 bpm (Link, 1 other is there') } }

        when:
        show.type('unlink')

        then:
        until('LinkHut is alone') { hut.peers == 0 }
    }
}
