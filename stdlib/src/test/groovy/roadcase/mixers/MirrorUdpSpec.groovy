package roadcase.mixers

import java.util.concurrent.CopyOnWriteArrayList
import roadcase.mixers.simulated.EveningProgramme
import roadcase.mixers.simulated.SimulatedDesk
import roadcase.osc.BadNetwork
import roadcase.osc.Mirror
import roadcase.osc.OscMessage
import roadcase.osc.OscPeer
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** The mirror and the simulated desk over real UDP, on loopback, where every fifth packet gets lost each way. */
@Timeout(120)
class MirrorUdpSpec extends Specification {
    static final InetSocketAddress ANY = new InetSocketAddress('127.0.0.1', 0)

    final SimulatedDesk desk = new SimulatedDesk(X32.DESK, '127.0.0.1', new EveningProgramme(1))
    final BadNetwork network = new BadNetwork(desk, new BadNetwork.Weather(0.2, 0, 0), 1)
    final List<String> said = new CopyOnWriteArrayList<>()
    final List<List> changes = new CopyOnWriteArrayList<>()
    final List<OscMessage> frames = new CopyOnWriteArrayList<>()
    @AutoCleanup final OscPeer there = new OscPeer(ANY, network, { said << it })
    final Mirror mirror = new Mirror(there.address(), new DeskProtocol(X32.DESK), new Mirror.Listener() {
        void state(long now, Mirror.State state, String sentence) {}
        void changed(long now, int number, Object value, Mirror.Cause cause) { if (cause != Mirror.Cause.READ) changes << [number, value, cause] }
        void notSet(long now, int number, Object wanted, Object stands) { said << "not set: $number".toString() }
        void other(long now, OscMessage message) { frames << message }
    })
    @AutoCleanup final OscPeer here = new OscPeer(ANY, mirror, { said << it })

    static boolean until(Closure<Boolean> is) {
        long end = System.nanoTime() + 30_000_000_000L
        while (!is() && System.nanoTime() < end) Thread.yield()
        is()
    }

    def "it is read whole, a hand at the desk is seen here, and a set of ours arrives there"() {
        expect: 'every value, although so much is lost'
        until { mirror.state() == Mirror.State.COMPLETE }
        mirror.unanswered() == 0

        when: 'somebody moves a fader'
        network.weather(BadNetwork.Weather.FINE)
        int fader = mirror.number('/bus/15/mix/fader')
        there.tell { desk.move(System.nanoTime(), '/bus/15/mix/fader', 0.25f, there) }

        then:
        until { mirror.value(fader) == (float) (256 / 1023) }

        when: 'and we move it back, while much is lost again'
        network.weather(new BadNetwork.Weather(0.2, 0, 0))
        here.tell { mirror.set(System.nanoTime(), '/bus/15/mix/fader', 0.75f, here) }

        then:
        until { changes.any { it[0] == fader && it[2] == Mirror.Cause.SET } }
        mirror.value(fader) == (float) (767 / 1023)
        desk.memory.get('/bus/15/mix/fader') == (float) (767 / 1023)

        when: 'and look at its meter'
        here.tell { mirror.lease(System.nanoTime(), new Meters(X32.DESK).strip(X32.stripNumber('bus 15')), Meters.RENEW) }

        then:
        until { frames.size() > 20 }
        frames.every { it.address() == Meters.stripAddress(62) && X32.DESK.bank(6).decibels(it.blob(0)).length == 4 }
        said == []
    }
}
