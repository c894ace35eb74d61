package roadcase.mixers

import roadcase.mixers.simulated.SecondOperator
import roadcase.mixers.simulated.SimulatedDesk
import roadcase.osc.BadNetwork
import roadcase.osc.Mirror
import roadcase.osc.OscMessage
import roadcase.osc.OscOut
import roadcase.osc.VirtualNet
import spock.lang.Specification

/** A mirror of a simulated desk, in virtual time, over networks good and bad. */
class MirrorSpec extends Specification {
    static final InetSocketAddress HERE = new InetSocketAddress('192.0.2.1', 40000)
    static final long MS = 1_000_000L
    static final long SECOND = 1_000_000_000L

    final VirtualNet net = new VirtualNet()
    final Heard heard = new Heard()
    SimulatedDesk desk
    BadNetwork network
    Mirror mirror
    OscOut out

    /** Notes everything. */
    static class Heard implements Mirror.Listener {
        final List<Mirror.State> states = []
        final List<String> sentences = []
        final List<List> changes = []
        final List<List> notSet = []
        final List<OscMessage> others = []

        void state(long now, Mirror.State state, String sentence) { states << state; sentences << sentence }
        void changed(long now, int number, Object value, Mirror.Cause cause) { if (cause != Mirror.Cause.READ) changes << [now, number, value, cause] }
        void notSet(long now, int number, Object wanted, Object stands) { notSet << [number, wanted, stands] }
        void other(long now, OscMessage message) { others << message }
    }

    void begin(Desk model, double loss = 0, long latency = MS, long jitter = 0) {
        desk = new SimulatedDesk(model, '192.0.2.32', roadcase.mixers.simulated.Programme.IDLE)
        network = new BadNetwork(desk, new BadNetwork.Weather(loss, latency, jitter), 1)
        net.join(Client.DESK, network)
        mirror = new Mirror(Client.DESK, new DeskProtocol(model), heard)
        out = net.join(HERE, mirror)
    }

    boolean until(double seconds, Closure<Boolean> is) {
        long end = net.now() + (long) (seconds * SECOND)
        while (!is() && net.now() < end) net.advance(net.now() + MS)
        is()
    }

    void later(double seconds) {
        net.advance(net.now() + (long) (seconds * SECOND))
    }

    void isTrue() {
        for (int i = 0; i < mirror.size(); i++) {
            def address = mirror.address(i)
            assert mirror.value(i) != null : "$address is not known"
            assert mirror.protocol().same(address, mirror.value(i), desk.memory.get(address)) : "$address is ${mirror.value(i)}, and ${desk.memory.get(address)} at the desk"
        }
    }

    Object at(String address) {
        mirror.value(mirror.number(address))
    }

    def "a #model.name is read whole, with every value as it is: #loss lost each way"() {
        given:
        begin(model, loss, MS, 3 * MS)
        def random = new Random(1)
        model.leaves().each { if (it.kind instanceof Curve) desk.memory.set(it.address, random.nextFloat()) }

        when:
        boolean whole = until(seconds) { mirror.state() == Mirror.State.COMPLETE }

        then:
        whole
        mirror.missing() == 0 && mirror.unanswered() == 0
        isTrue()
        heard.states == [Mirror.State.READING, Mirror.State.COMPLETE]

        where:
        model     | loss | seconds
        X32.DESK  | 0    | 2
        X32.DESK  | 0.025 | 2
        X32.DESK  | 0.2  | 20
        XAir.DESK | 0    | 3
        XAir.DESK | 0.2  | 30
    }

    def "what is moved at the desk is known here at once, and that it was moved there"() {
        given:
        begin(X32.DESK)
        until(5) { mirror.state() == Mirror.State.COMPLETE }
        def number = mirror.number('/bus/15/mix/fader')

        when:
        desk.move(net.now(), '/bus/15/mix/fader', 0.5f, { to, m -> net.join(new InetSocketAddress('192.0.2.32', 10023), network).send(to, m) } as OscOut)
        later(0.05)

        then:
        at('/bus/15/mix/fader') == (float) (512 / 1023)
        heard.changes*.drop(1) == [[number, (float) (512 / 1023), Mirror.Cause.TOLD]]
    }

    def "it goes on being told for minutes"() {
        given:
        begin(X32.DESK)
        desk.operator(new SecondOperator(['/ch/01/mix/fader', '/bus/15/mix/fader'], SECOND, 1))

        when:
        later(180)
        desk.operator(null)
        later(0.1)

        then:
        heard.changes.count { it[3] == Mirror.Cause.TOLD } > 150
        mirror.missed() == 0
        isTrue()
    }

    def "what nobody told is found by reading on"() {
        given:
        begin(X32.DESK)
        until(5) { mirror.state() == Mirror.State.COMPLETE }

        when: 'as if the message had been lost'
        desk.memory.set('/ch/20/eq/2/g', 0.25f)
        desk.memory.set('/mtx/06/mix/fader', 0.25f)

        then:
        until(70) { mirror.missed() == 2 }
        isTrue()
    }

    def "a set is confirmed, on the desk's grid, even where much is lost: #loss"() {
        given:
        begin(X32.DESK, loss, MS, 5 * MS)
        until(30) { mirror.state() == Mirror.State.COMPLETE }

        when:
        boolean taken = mirror.set(net.now(), '/bus/15/mix/fader', 0.7f, out)
        boolean confirmed = until(10) { heard.changes.any { it[3] == Mirror.Cause.SET } }

        then:
        taken && confirmed
        at('/bus/15/mix/fader') == desk.memory.get('/bus/15/mix/fader')
        Math.abs(at('/bus/15/mix/fader') - 0.7f) < 0.0005
        heard.notSet == []

        where:
        loss << [0, 0.1, 0.3]
    }

    def "a fader that is moved quickly ends where it was moved to, with fewer messages than moves"() {
        given:
        begin(X32.DESK)
        until(5) { mirror.state() == Mirror.State.COMPLETE }
        def number = mirror.number('/ch/01/mix/fader')

        when:
        400.times {
            mirror.set(net.now(), '/ch/01/mix/fader', (float) (it / 400), out)
            later(0.001)
        }
        later(1)

        then:
        mirror.protocol().same('/ch/01/mix/fader', 399f / 400f, desk.memory.get('/ch/01/mix/fader'))
        mirror.protocol().same('/ch/01/mix/fader', 399f / 400f, at('/ch/01/mix/fader'))
        heard.changes*.drop(1) == [[number, at('/ch/01/mix/fader'), Mirror.Cause.SET]]
    }

    def "a set that somebody else changes again is theirs"() {
        given:
        begin(X32.DESK, 0, 5 * MS, 0)
        until(5) { mirror.state() == Mirror.State.COMPLETE }
        def other = new Client(net, 9)

        when:
        mirror.set(net.now(), '/ch/01/mix/fader', 0.2f, out)
        later(0.02)
        other.say('/ch/01/mix/fader', 0.9f)
        later(2)

        then:
        Math.abs(desk.memory.get('/ch/01/mix/fader') - 0.9f) < 0.001
        at('/ch/01/mix/fader') == desk.memory.get('/ch/01/mix/fader')
        heard.changes.last()[3] == Mirror.Cause.TOLD
    }

    def "what cannot be is refused with a sentence and not sent: #sentence"() {
        given:
        begin(X32.DESK)
        until(5) { mirror.state() == Mirror.State.COMPLETE }

        when:
        mirror.set(net.now(), address, value, out)

        then:
        def fault = thrown(IllegalArgumentException)
        fault.message.contains(sentence)

        where:
        address            | value     || sentence
        '/ch/01/mix/fader' | 1.2f      || '/ch/01/mix/fader takes dB'
        '/ch/01/mix/fader' | Float.NaN || 'NaN is not'
        '/ch/99/mix/fader' | 0.5f      || "has no '/ch/99/mix/fader'"
    }

    def "a desk that goes and returns is read again, and nothing is set meanwhile"() {
        given:
        begin(X32.DESK)
        until(5) { mirror.state() == Mirror.State.COMPLETE }

        when:
        network.weather(new BadNetwork.Weather(1, 0, 0))
        boolean gone = until(8) { mirror.state() == Mirror.State.ABSENT }

        then:
        gone
        !mirror.set(net.now(), '/ch/01/mix/fader', 0.5f, out)

        when:
        desk.powerCycle()
        desk.memory.set('/ch/01/mix/on', 0)
        network.weather(new BadNetwork.Weather(0, MS, 0))

        then:
        until(5) { mirror.state() == Mirror.State.COMPLETE }
        at('/ch/01/mix/on') == 0
        isTrue()
        heard.sentences[2].contains('does not answer any more')
    }

    def "half of all packets lost for ten seconds is healed"() {
        given:
        begin(X32.DESK)
        until(5) { mirror.state() == Mirror.State.COMPLETE }
        desk.operator(new SecondOperator(['/ch/01/mix/fader', '/bus/15/mix/fader', '/ch/05/mix/fader'], 100 * MS, 1))

        when:
        network.weather(new BadNetwork.Weather(0.5, MS, 5 * MS))
        later(10)
        desk.operator(null)
        network.weather(new BadNetwork.Weather(0, MS, 0))
        later(65)

        then:
        mirror.state() == Mirror.State.COMPLETE
        isTrue()
    }

    def "a desk of another make is said, and not read"() {
        given:
        desk = new SimulatedDesk(XAir.DESK, '192.0.2.32', roadcase.mixers.simulated.Programme.IDLE)
        net.join(Client.DESK, desk)
        mirror = new Mirror(Client.DESK, new DeskProtocol(X32.DESK), heard)
        net.join(HERE, mirror)

        when:
        later(3)

        then:
        heard.states == [Mirror.State.STRANGER]
        heard.sentences == ["what answers there calls itself 'XR18', and is no X32"]
    }

    def "what comes from elsewhere, or is no number, is ignored"() {
        given:
        begin(X32.DESK)
        until(5) { mirror.state() == Mirror.State.COMPLETE }
        def stranger = net.join(new InetSocketAddress('192.0.2.66', 10023), new Client(net, 66))
        def before = at('/ch/01/mix/fader')

        when:
        stranger.send(HERE, OscMessage.of('/ch/01/mix/fader', 1f))
        desk.listeners.tell(net.now(), null, OscMessage.of('/ch/01/mix/fader', Float.NaN), net.join(Client.DESK, network))
        desk.listeners.tell(net.now(), null, OscMessage.of('/ch/01/mix/fader', 'loud'), net.join(Client.DESK, network))
        later(0.1)

        then:
        at('/ch/01/mix/fader') == before
        mirror.strangers() == 1
    }

    def "firmware that does not know some lines does not hold up the rest"() {
        given:
        desk = new SimulatedDesk(X32.DESK, '192.0.2.32', roadcase.mixers.simulated.Programme.IDLE) {
            @Override
            void heard(long now, InetSocketAddress from, roadcase.osc.OscTime at, OscMessage message, OscOut way) {
                if (message.text(0)?.startsWith('config/userrout') || message.text(0)?.startsWith('config/dp48')) return
                super.heard(now, from, at, message, way)
            }
        }
        net.join(Client.DESK, desk)
        mirror = new Mirror(Client.DESK, new DeskProtocol(X32.DESK), heard)
        net.join(HERE, mirror)

        expect:
        until(20) { mirror.state() == Mirror.State.COMPLETE }
        mirror.unanswered() == 6
        heard.sentences.last().contains('but what 6 questions asked for')
        at('/ch/01/mix/on') == 1
    }

    def "meters are asked for again and again, and are for others to read"() {
        given:
        begin(X32.DESK)
        def meters = new Meters(X32.DESK)
        mirror.lease(0, meters.bank(2), Meters.RENEW)
        mirror.lease(0, meters.strip(62), Meters.RENEW)

        when:
        later(60)
        def frames = heard.others.groupBy { it.address() }

        then:
        frames['/meters/2'].size() > 1_150
        frames['/meters/6/62'].size() > 1_150
        meters.bankOf(frames['/meters/2'].last()).decibels(frames['/meters/2'].last().blob(0)).length == 49
        meters.bankOf(frames['/meters/6/62'].last()).number == 6
    }

    def "an answer that was overtaken by news says nothing, nor does one that comes twice"() {
        given: 'a mirror that has just begun to ask'
        mirror = new Mirror(Client.DESK, new DeskProtocol(X32.DESK), heard)
        List<OscMessage> asked = []
        out = { to, message -> asked << message } as OscOut
        def hear = { long ms, OscMessage message ->
            mirror.heard(ms * MS, Client.DESK, roadcase.osc.OscTime.NOW, message, out)
            mirror.due(ms * MS, out)
        }
        def old = OscMessage.of('node', '/config/chlink OFF OFF ON OFF OFF OFF OFF OFF OFF OFF OFF OFF OFF OFF OFF OFF\n')
        hear(1, OscMessage.of('/xinfo', '192.0.2.32', 'desk', 'X32', '4.06'))
        assert OscMessage.of('/node', 'config/chlink') in asked

        when: 'somebody links two channels, and the answer from before arrives late'
        hear(2, OscMessage.of('/config/chlink/1-2', 1))
        hear(3, old)

        then:
        at('/config/chlink/1-2') == 1
        at('/config/chlink/5-6') == 1
        heard.changes == [[2 * MS, mirror.number('/config/chlink/1-2'), 1, Mirror.Cause.TOLD]]

        when: 'it is unlinked again, and the same answer comes once more'
        hear(4, OscMessage.of('/config/chlink/5-6', 0))
        hear(5, old)

        then:
        at('/config/chlink/5-6') == 0
    }
}
