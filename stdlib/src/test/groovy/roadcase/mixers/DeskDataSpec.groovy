package roadcase.mixers

import roadcase.osc.OscBlob
import roadcase.osc.OscMessage
import spock.lang.Specification

class DeskDataSpec extends Specification {
    static final Desk X = X32.DESK

    def "an X32 has the lines of a scene of firmware 4: #what #count"() {
        expect:
        X.nodes.count { it.address.startsWith("/$what/") || it.address == "/$what" } == count

        where:
        what      | count
        'config'  | 37
        'ch'      | 32 * 32
        'auxin'   | 8 * 25
        'fxrtn'   | 8 * 24
        'bus'     | 16 * 19
        'mtx'     | 6 * 14
        'main'    | 2 * 19
        'dca'     | 16
        'fx'      | 20
        'outputs' | 74
        'headamp' | 128
    }

    def "and no others"() {
        expect:
        X.nodes.size() == 2117
        X.leaves().size() == 8478
    }

    def "#address is #takes"() {
        expect:
        X.leaf(address).kind.takes() == takes

        where:
        address                       | takes
        '/ch/01/mix/fader'            | 'dB from -90 (shut) to 10'
        '/ch/32/mix/16/on'            | '0 (OFF), 1 (ON)'
        '/ch/01/eq/4/g'               | 'dB from -15 to 15 in steps of 0.25'
        '/bus/16/eq/6/f'              | 'Hz from 20.0 to 20000.0'
        '/dca/8/fader'                | 'dB from -90 (shut) to 10'
        '/headamp/127/gain'           | 'dB from -12 to 60 in steps of 0.5'
        '/outputs/main/16/src'        | '0 to 76'
        '/config/routing/CARD/25-32'  | '0 to 35 (AN1-8, AN9-16 ... UIN25-32)'
        '/config/routing/OUT/13-16'   | '0 to 35 (AN5-8, AN13-16 ... UIN29-32)'
        '/main/st/mix/06/level'       | 'dB from -90 (shut) to 10'
        '/ch/03/grp/dca'              | '0 to 255, a bit for each of 8'
    }

    def "the law of the faders: #decibels dB is #part, written #text"() {
        expect:
        Math.abs(FaderLevel.part(decibels) - part) < 1e-9
        Math.abs(FaderLevel.decibels(part) - decibels) < 1e-6
        FaderLevel.FADER.text(FaderLevel.FADER.wire(decibels)) == text

        where:
        decibels | part   || text
        10       | 1      || '+10.0'
        0        | 0.75   || '+0.0'
        -10      | 0.5    || '-10.0'
        -30      | 0.25   || '-30.0'
        -60      | 0.0625 || '-60.0'
        -85.4    | 4.6 / 480 || '-85.3'
        -84.6    | 5.4 / 480 || '-84.4'
    }

    def "a shut fader is minus infinity, and what is too loud or no number is refused"() {
        expect:
        FaderLevel.FADER.value(0f) == Double.NEGATIVE_INFINITY
        FaderLevel.FADER.wire(Double.NEGATIVE_INFINITY) == 0f
        FaderLevel.FADER.text(0f) == '-oo'
        FaderLevel.FADER.parse('-oo') == 0f
        FaderLevel.FADER.wire(0) == (float) (767 / 1023)

        when:
        FaderLevel.FADER.wire(bad)

        then:
        thrown(IllegalArgumentException)

        where:
        bad << [10.1d, Double.NaN, Double.POSITIVE_INFINITY]
    }

    def "what is written of any value on the grid is read as that value: #kind.class.simpleName #name"() {
        expect:
        if (kind instanceof Curve) {
            (0..kind.steps).every { int k ->
                def wire = kind.grid((float) (k / (double) kind.steps))
                def read = kind.parse(kind.text(wire))
                if (kind.is(FaderLevel.FADER)) assert Math.abs(read - wire) * kind.steps <= 2
                else assert kind.text(read) == kind.text(wire) && kind.same(read, wire)
                assert kind.same(kind.grid(wire), wire)
                true
            }
        } else if (kind instanceof Choice) {
            (0..<kind.names.size()).every { kind.parse(kind.text(it)) == it }
        } else if (kind instanceof Whole) {
            [kind.min, kind.max].every { kind.parse(kind.text(it)) == it }
        } else if (kind instanceof Bits) {
            [0, 1, (1 << kind.count) - 1].every { kind.parse(kind.text(it)) == it }
        } else {
            kind.parse(kind.text(kind.start())) == kind.start()
        }
        kind.fault(kind.start()) == null

        where:
        leaf << (X.leaves() + XAir.DESK.leaves()).groupBy { System.identityHashCode(it.kind) }.values()*.first()
        kind = leaf.kind
        name = leaf.address
    }

    def "#address does not take #value: #sentence"() {
        expect:
        new DeskProtocol(X).fault(address, value)?.contains(sentence)

        where:
        address                | value      || sentence
        '/ch/01/mix/fader'     | 1.01f      || 'takes dB from -90 (shut) to 10, sent as 0 to 1, and 1.01 is not'
        '/ch/01/mix/fader'     | Float.NaN  || 'NaN is not'
        '/ch/01/mix/fader'     | -0.1f      || '-0.1 is not'
        '/ch/01/mix/on'        | 2          || 'takes 0 (OFF), 1 (ON), and 2 is not'
        '/ch/01/mix/on'        | 0.5f       || 'and 0.5 is not'
        '/ch/33/mix/on'        | 1          || "the X32 has no '/ch/33/mix/on'"
        '/ch/01/config/name'   | 'thirteen char' || 'at most 12 characters'
        '/ch/01/config/name'   | 'a"b'      || 'without quotes'
        '/ch/01/grp/dca'       | 256        || '0 to 255'
        '/headamp/000/gain'    | 'loud'     || 'takes dB from -12 to 60'
    }

    def "the frame of the protocol's document is read as its document says"() {
        given:
        def frame = new OscBlob(HexFormat.of().parseHex('04000000fd1d2137fdff7f3f0000803f6ebbd534'))

        when:
        def levels = X.bank(6).decibels(frame)

        then:
        Math.abs(levels[0] + 100.35) < 0.01
        Math.abs(levels[1]) < 0.001 && levels[2] == 0f
        Math.abs(levels[3] + 128) < 0.01
    }

    def "each bank reads its own frames and no others: #desk.name bank #bank.number"() {
        given:
        def levels = new float[bank.places.size()]
        for (int i = 0; i < levels.length; i++) levels[i] = (float) -(i % 60)

        when:
        def read = bank.decibels(bank.frame(levels))

        then:
        (0..<levels.length).every { Math.abs(read[it] - levels[it]) < (bank.form == MeterBank.Form.GAINS ? 0.3 : 0.05) }
        bank.decibels(new OscBlob(new byte[3])) == null
        bank.decibels(new OscBlob(new byte[4])) == null
        bank.decibels(new OscBlob([-1, -1, -1, -1, 0, 0, 0, 0] as byte[])) == null
        new Meters(desk).bankOf(OscMessage.of(bank.address, bank.frame(levels))).is(bank)

        where:
        [desk, bank] << [X32.DESK, XAir.DESK].collectMany { d -> d.meters.collect { [d, it] } }
    }

    def "meters of an X32 have as many numbers as its document says"() {
        expect:
        X.meters.collect { it.form == MeterBank.Form.AMPLITUDES ? it.places.size() : it.places.size() / 2 } ==
                [70, 96, 49, 22, 82, 27, 4, 16, 6, 32, 32, 5, 4, 48, 80, 50, 48]
    }

    def "silence is -128 dB, and what is no number stays none"() {
        expect:
        MeterBank.ofAmplitude(0f) == -128f
        MeterBank.ofAmplitude(-1f) == -128f
        Float.isNaN(MeterBank.ofAmplitude(Float.NaN))
        MeterBank.ofAmplitude(1f) == 0f
        Math.abs(MeterBank.ofAmplitude(8f) - 18.06) < 0.01
    }
}
