package roadcase.osc

import spock.lang.Specification

class VirtualNetSpec extends Specification {
    static final InetSocketAddress HERE = new InetSocketAddress('192.0.2.1', 9000)
    static final InetSocketAddress THERE = new InetSocketAddress('192.0.2.2', 10023)

    /** Answers, and beats every ten milliseconds. */
    static class Beating implements OscEnd {
        final List<String> heard = []
        final List<Long> beats = []
        long next = 10_000_000L

        @Override
        void heard(long now, InetSocketAddress from, OscTime at, OscMessage message, OscOut out) {
            heard << "${now.intdiv(1_000_000)} $message".toString()
            if (message.address() == '/ask') out.send(from, OscMessage.of('/answer'))
        }

        @Override
        long due(long now, OscOut out) {
            if (now >= next) {
                beats << now
                next += 10_000_000L
            }
            next
        }
    }

    def here = new Beating()
    def there = new Beating()
    def net = new VirtualNet()

    def "what is due happens at its time, and packets arrive at once"() {
        given:
        def out = net.join(HERE, here)
        net.join(THERE, there)

        when:
        net.advance(5_000_000L)
        out.send(THERE, OscMessage.of('/ask'))
        net.advance(35_000_000L)

        then:
        there.heard == ['5 /ask']
        here.heard == ['5 /answer']
        here.beats == [10_000_000L, 20_000_000L, 30_000_000L]
    }

    def "a bad network loses, delays and reorders, the same each time"() {
        given:
        List<List<String>> runs = []

        when:
        2.times {
            def net = new VirtualNet()
            def end = new Beating()
            def bad = new BadNetwork(end, new BadNetwork.Weather(0.2d, 3_000_000L, 20_000_000L), 7)
            def out = net.join(HERE, here)
            net.join(THERE, bad)
            1_000.times { n ->
                out.send(THERE, OscMessage.of('/n', n))
                net.advance(net.now() + 1_000_000L)
            }
            net.advance(net.now() + 50_000_000L)
            assert end.heard.size() + bad.lost() == 1_000
            runs << end.heard
        }

        then:
        runs[0] == runs[1]
        runs[0].size() in 740..860
        runs[0]*.split(' ')*.last()*.toInteger() != runs[0]*.split(' ')*.last()*.toInteger().sort(false)
        runs[0].every { line ->
            def (at, _, n) = line.split(' ')
            (at as int) - (n as int) >= 3 && (at as int) - (n as int) <= 24
        }
    }
}
