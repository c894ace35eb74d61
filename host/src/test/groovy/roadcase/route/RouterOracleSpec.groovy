package roadcase.route

import groovy.transform.CompileStatic
import roadcase.midi.Packed
import roadcase.route.Step.Filter
import roadcase.route.Step.Filter.Does
import spock.lang.Specification

/**
 * Any filters against a small telling of what the MIDI Router does with the bytes, written from its description and from
 * nothing else. Left out is what Roadcase does otherwise on purpose: bends keep their fine half, and a note as loud as 0
 * begins nothing.
 */
class RouterOracleSpec extends Specification {
    static final List<Integer> STATUS = [0x80, 0x90, 0xA0, 0xB0, 0xC0, 0xD0]

    @CompileStatic
    static class Wanted {
        Does does
        List<Integer> nibbles = []
        List<List<Integer>> channel = [], data1 = [], data2 = []

        /** Bytes in, bytes out, or null. */
        int[] play(int[] bytes) {
            int nibble = bytes[0] >> 4
            int ch = look(channel, (bytes[0] & 15) + 1)
            int d1 = look(data1, bytes[1])
            boolean isShort = bytes.length == 2
            int d2 = isShort ? 0 : look(data2, bytes[2])
            boolean met = nibble in nibbles && ch != -1 && d1 != -1 && d2 != -1
            if (does == Does.ONLY && !met || does == Does.DROP && met) return null
            if (!met || does == Does.DROP) return bytes
            isShort ? [nibble << 4 | (ch - 1), d1] as int[] : [nibble << 4 | (ch - 1), d1, d2] as int[]
        }

        /** [a], [a,b], [a,b,c], [a,b,c,d]; the last range that has v says. */
        static int look(List<List<Integer>> ranges, int v) {
            if (ranges.isEmpty()) return v
            int found = -1
            for (List<Integer> r : ranges) {
                int a = r[0]
                int b = r.size() > 2 ? r[1] : a
                int c = r.size() > 2 ? r[2] : r[-1]
                int d = r.size() > 3 ? r[3] : c + (b - a)
                if (v < a || v > b) continue
                BigDecimal part = a == b ? 0.0G : ((v - a) as BigDecimal).divide((b - a) as BigDecimal, 40, java.math.RoundingMode.HALF_EVEN)
                // a hair, because 40 digits of a third are not a third
                found = (part * (d - c) + c + 1e-30G).toBigInteger().intValue()
            }
            found
        }

        Filter filter() {
            Map<EventKind, EventKind> kinds = nibbles.collectEntries { int n -> [EventKind.of(n - 8), EventKind.of(n - 8)] }
            new Filter(does, kinds, of(channel), of(data1), of(data2))
        }

        private static List<Range> of(List<List<Integer>> lists) {
            lists.collect { List<Integer> numbers -> Range.of(numbers) }
        }
    }

    static Wanted any(Random random) {
        Wanted wanted = new Wanted(does: Does.values()[random.nextInt(3)])
        wanted.nibbles = (8..13).findAll { random.nextInt(4) > 0 }
        if (wanted.nibbles.isEmpty()) wanted.nibbles << 9
        if (random.nextBoolean()) wanted.channel = ranges(random, 1, 16)
        if (random.nextBoolean()) wanted.data1 = ranges(random, 0, 127)
        if (random.nextBoolean() && wanted.nibbles.any { it < 12 }) wanted.data2 = ranges(random, 0, 127)
        wanted
    }

    static List<List<Integer>> ranges(Random random, int least, int most) {
        (0..random.nextInt(3)).collect {
            int a = least + random.nextInt(most - least + 1)
            int b = a + random.nextInt(most - a + 1)
            int c = least + random.nextInt(most - least + 1 - (b - a))
            int d = least + random.nextInt(most - least + 1)
            [[a], [a, b], [a, b, c], [a, b, c, d]][random.nextInt(4)]
        }
    }

    static int[] message(Random random) {
        int status = STATUS[random.nextInt(STATUS.size())] | random.nextInt(16)
        int high = status >> 4
        int d2 = high == 9 ? 1 + random.nextInt(127) : random.nextInt(128)
        (high == 12 || high == 13 ? [status, random.nextInt(128)] : [status, random.nextInt(128), d2]) as int[]
    }

    static List<Integer> ours(List<Wanted> chain, int[] bytes) {
        Event e = new Event()
        e.set(Packed.of(bytes[0], bytes[1], bytes.length > 2 ? bytes[2] : 0))
        if (!Chain.of(chain.collect { Wanted w -> (Step) w.filter() }, 0, 127).run(e)) return null
        int packed = e.packed()
        List<Integer> out = [Packed.status(packed), Packed.data1(packed)]
        if (bytes.length > 2) out << Packed.data2(packed)
        out
    }

    static List<Integer> theirs(List<Wanted> chain, int[] bytes) {
        int[] now = bytes
        for (Wanted wanted : chain) {
            now = wanted.play(now)
            if (now == null) return null
            boolean silent = now[0] >> 4 == 9 && now[2] == 0
            if (silent) return null
        }
        now.toList()
    }

    /** A key that goes up is not asked how loud where the filter speaks of keys that go down. */
    static boolean isAskedOfAnOff(List<Wanted> chain, int[] bytes) {
        bytes[0] >> 4 == 8 && chain.any { Wanted w -> !w.data2.isEmpty() }
    }

    def "#seed: any chain of filters does what the router's description says"() {
        given:
        Random random = new Random(seed)
        List<String> different = []
        int passed = 0
        int stopped = 0

        when:
        150.times {
            List<Wanted> chain = (0..random.nextInt(3)).collect { any(random) }
            assert chain.every { Wanted w -> FilterCheck.fault(w.filter()) == null }
            100.times {
                int[] bytes = message(random)
                if (isAskedOfAnOff(chain, bytes)) return
                List<Integer> mine = ours(chain, bytes)
                List<Integer> router = theirs(chain, bytes)
                if (mine == null) stopped++
                else passed++
                if (mine != router) different << "${bytes.toList()}: $mine, not $router".toString()
            }
        }

        then:
        different == []
        passed > 2_000
        stopped > 2_000

        where:
        seed << (1..6).toList()
    }

    def "#seed: what the table lets in and the chain lets through are one and the same"() {
        given:
        Random random = new Random(seed)
        List<String> lost = []

        when:
        100.times {
            Wanted wanted = any(random)
            Accept accept = Accept.of([(Step) wanted.filter()])
            100.times {
                int[] bytes = message(random)
                Event e = new Event()
                e.set(Packed.of(bytes[0], bytes[1], bytes.length > 2 ? bytes[2] : 0))
                boolean brought = accept.takes(EventKind.of(e.kind)) && e.channel >= accept.channelLow() && e.channel <= accept.channelHigh() &&
                        (EventKind.of(e.kind).mostNumber() < 0 || e.number >= accept.low(e.kind) && e.number <= accept.high(e.kind))
                if (!brought && ours([wanted], bytes) != null) lost << bytes.toList().toString()
            }
        }

        then:
        lost == []

        where:
        seed << (1..4).toList()
    }
}
