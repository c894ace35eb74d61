package roadcase.mixers

import roadcase.mixers.simulated.Programme
import roadcase.mixers.simulated.SimulatedDesk
import roadcase.osc.OscEnd
import roadcase.osc.OscMessage
import roadcase.osc.OscOut
import roadcase.osc.OscTime
import roadcase.osc.VirtualNet

/** Somebody who asks a simulated desk and notes what it says, in virtual time. */
class Client implements OscEnd {
    static final InetSocketAddress DESK = new InetSocketAddress('192.0.2.32', 10023)

    final List<OscMessage> heard = []
    final List<Long> times = []
    final VirtualNet net
    final OscOut out

    Client(VirtualNet net, int number) {
        this.net = net
        out = net.join(new InetSocketAddress("192.0.2.$number", 40000), this)
    }

    static SimulatedDesk desk(VirtualNet net, Desk model = X32.DESK, Programme programme = Programme.IDLE) {
        def desk = new SimulatedDesk(model, '192.0.2.32', programme)
        net.join(DESK, desk)
        desk
    }

    void say(String address, Object... arguments) {
        out.send(DESK, OscMessage.of(address, arguments))
        net.advance(net.now() + 1_000_000L)
    }

    /** What is said to this, and nothing else. */
    List<OscMessage> ask(String address, Object... arguments) {
        heard.clear()
        say(address, arguments)
        new ArrayList<>(heard)
    }

    /** Lets seconds go by. */
    void later(double seconds) {
        net.advance(net.now() + (long) (seconds * 1e9))
    }

    @Override
    void heard(long now, InetSocketAddress from, OscTime at, OscMessage message, OscOut out) {
        heard << message
        times << now
    }

    @Override
    long due(long now, OscOut out) {
        Long.MAX_VALUE
    }
}
