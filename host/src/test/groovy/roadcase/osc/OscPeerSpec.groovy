package roadcase.osc

import java.net.DatagramPacket
import java.net.DatagramSocket
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** Over real UDP, on loopback. */
@Timeout(60)
class OscPeerSpec extends Specification {
    static final InetSocketAddress ANY = new InetSocketAddress('127.0.0.1', 0)

    /** Notes what it hears and answers what begins with {@code /ask}. */
    static class Noting implements OscEnd {
        final List<OscMessage> heard = new CopyOnWriteArrayList<>()
        volatile int dues
        volatile long next = Long.MAX_VALUE

        @Override
        void heard(long now, InetSocketAddress from, OscTime at, OscMessage message, OscOut out) {
            if (message.address() == '/fail') throw new IllegalStateException('as it was asked to')
            heard << message
            if (message.address().startsWith('/ask')) out.send(from, new OscMessage('/answer', message.arguments()))
        }

        @Override
        long due(long now, OscOut out) {
            dues++
            next
        }
    }

    final List<String> said = new CopyOnWriteArrayList<>()
    final Noting here = new Noting()
    final Noting there = new Noting()
    @AutoCleanup final OscPeer near = new OscPeer(ANY, here, { said << it })
    @AutoCleanup final OscPeer far = new OscPeer(ANY, there, { said << it })

    static boolean until(Closure<Boolean> is) {
        long end = System.nanoTime() + 30_000_000_000L
        while (!is() && System.nanoTime() < end) Thread.yield()
        is()
    }

    def "what is asked is answered to where it was asked from"() {
        when:
        near.send(far.address(), OscMessage.of('/ask', 1, 'two', 3.5f))

        then:
        until { here.heard == [OscMessage.of('/answer', 1, 'two', 3.5f)] }
        far.traffic().received() == 1
        until { far.traffic().sent() == 1 && near.traffic().sent() == 1 }
        said == []
    }

    def "malformed packets are counted, and what comes after them is heard"() {
        given:
        def socket = new DatagramSocket()
        def send = { byte[] bytes -> socket.send(new DatagramPacket(bytes, bytes.length, far.address())) }

        when:
        send('/x'.bytes)
        send([0, 0, 0, 0] as byte[])
        send(new byte[0])
        near.send(far.address(), OscMessage.of('/good'))

        then:
        until { there.heard == [OscMessage.of('/good')] && far.refusals().all() == 3 }
        [Refusal.NOT_IN_FOURS, Refusal.ADDRESS, Refusal.EMPTY].every { far.refusals().of(it) == 1 }

        cleanup:
        socket.close()
    }

    def "a fault of who listens costs one message and is said"() {
        when:
        near.send(far.address(), OscMessage.of('/fail'))
        near.send(far.address(), OscMessage.of('/good'))

        then:
        until { there.heard == [OscMessage.of('/good')] }
        far.traffic().faults() == 1
        said.size() == 1 && said[0].contains('as it was asked to')
    }

    def "while nothing is due it sleeps, and it wakes for what is told to it"() {
        given:
        boolean done = false
        until { here.dues > 0 }
        int before = here.dues

        when:
        near.tell { done = true }

        then:
        until { done }
        here.dues <= before + 3
    }

    def "more than it can hold is dropped and counted, never waited for"() {
        given:
        def nobody = new InetSocketAddress('127.0.0.1', 9)
        boolean held = false
        boolean go = false
        near.tell {
            held = true
            until { go }
        }
        until { held }

        when:
        int taken = (1..10_000).count { near.send(nobody, OscMessage.of('/x', it)) }
        go = true

        then:
        taken == OscPeer.MOST_WAITING
        near.traffic().dropped() == 10_000 - OscPeer.MOST_WAITING
        until { near.traffic().sent() + near.traffic().failed() == taken }
    }

    def "a port that is taken is a sentence"() {
        when:
        new OscPeer(far.address(), new Noting(), {})

        then:
        def fault = thrown(OscFault)
        fault.message.startsWith("OSC cannot listen at 127.0.0.1, UDP port ${far.address().port}: ")
        fault.message.contains('Another program may have that port')
    }

    def "once closed it sends nothing, and its port is free"() {
        given:
        def address = far.address()

        when:
        far.close()
        def next = new OscPeer(address, new Noting(), {})

        then:
        !far.send(near.address(), OscMessage.of('/late'))
        next.address() == address

        cleanup:
        next?.close()
    }
}
