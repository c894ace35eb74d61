package roadcase.played

import spock.lang.Specification

/** NRPN, RPN and CCs of 14 bits, in and out, in the language. */
class ParametersSpec extends Specification {
    static final String GEAR = '''
        def keys  = input('Keystation')
        def pads  = input('Pads')
        def synth = output('Synth')
        def piano = output('Piano')
        def time  = clock(INTERNAL, 120.bpm)
        '''.stripIndent()
    static final List<String> NRPN_8_IS_255 = ['B0 63 00', 'B0 62 08', 'B0 06 01', 'B0 26 7F', 'B0 65 7F', 'B0 64 7F']
    static final List<String> NULL = ['B0 65 7F', 'B0 64 7F']

    static Played gig(String lines) {
        Played.script(GEAR + lines.stripIndent())
    }

    /** As the MIDI Router sends it. */
    static List<String> nrpn(int number, int value, int channel = 1) {
        [[99, number >> 7], [98, number & 127], [6, value >> 7], [38, value & 127], [101, 127], [100, 127]]
                .collect { String.format('B%X %02X %02X', channel - 1, it[0], it[1]) }
    }

    def "#words sends what the sheet says"() {
        expect:
        gig("keys.${words}.to(synth)").plays('Keystation', played).heard('Synth') == heard

        where:
        words                                             | played     || heard
        'cc(8).becomes(nrpn(8, 0..255))'                  | 'B0 08 7F' || NRPN_8_IS_255
        'onChannel(6).cc(8).becomes(nrpn(8, 0..255))'     | 'B5 08 3F' || nrpn(8, 126, 6)
        'cc(8).becomes(nrpn(300)).toChannel(3)'           | 'B0 08 7F' || nrpn(300, 16383, 3)
        'cc(1).becomes(rpn(0, 0..3072))'                  | 'B0 01 7F' || ['B0 65 00', 'B0 64 00', 'B0 06 18', 'B0 26 00'] + NULL
        'cc(7).becomes(cc14(7))'                          | 'B0 07 7F' || ['B0 07 7F', 'B0 27 7F']
        'pitchBend().becomes(cc14(1))'                    | 'E0 01 40' || ['B0 01 40', 'B0 21 01']
        'pitchBend().becomes(nrpn(8))'                    | 'E0 01 40' || nrpn(8, 8193)
        'cc(16..23).becomes(nrpn(300..307))'              | 'B0 17 7F' || nrpn(307, 16383)
        'cc(1).becomes(pitchBend())'                      | 'B0 01 7F' || ['E0 7F 7F']
        'cc(1).becomes(aftertouch())'                     | 'B0 01 7F' || ['D0 7F']
        'cc(1).becomes(keyAftertouch(60))'                | 'B0 01 22' || ['A0 3C 22']
        'noteOn(60).becomes(nrpn(8, 0..255))'             | '90 3C 7F' || NRPN_8_IS_255
    }

    def "#words hears what comes in: #played"() {
        expect:
        gig("keys.${words}.to(synth)").plays('Keystation', *played).at(1).heard('Synth') == heard

        where:
        words                                              | played                                              || heard
        'nrpn(8)'                                          | NRPN_8_IS_255                                       || NRPN_8_IS_255
        'nrpn(9)'                                          | NRPN_8_IS_255                                       || []
        'nrpn()'                                           | NRPN_8_IS_255                                       || NRPN_8_IS_255
        'nrpn(0..9)'                                       | NRPN_8_IS_255                                       || NRPN_8_IS_255
        'onChannel(2).nrpn(8)'                             | NRPN_8_IS_255                                       || []
        'nrpn(8).onChannel(1).becomes(cc(74))'             | NRPN_8_IS_255                                       || ['B0 4A 01']
        'nrpn(8).scale(0..255, 0..16383).becomes(cc(74))'  | NRPN_8_IS_255                                       || ['B0 4A 7F']
        'nrpn(8).becomes(cc(74, 127..0))'                  | ['B0 63 00', 'B0 62 08', 'B0 06 7F', 'B0 26 7F']    || ['B0 4A 00']
        'nrpn(300..307).becomes(cc(16..23))'               | nrpn(307, 16383)                                    || ['B0 17 7F']
        'rpn(0)'                                           | ['B0 65 00', 'B0 64 00', 'B0 06 02', 'B0 26 00']    || ['B0 65 00', 'B0 64 00', 'B0 06 02', 'B0 26 00'] + NULL
        'rpn(0)'                                           | NRPN_8_IS_255                                       || []
        'nrpn(8)'                                          | ['B0 63 00', 'B0 62 08', 'B0 06 01']                || nrpn(8, 128)
        'nrpn(8)'                                          | ['B0 63 00', 'B0 62 08', 'B0 60 00', 'B0 60 7F', 'B0 61 00'] || nrpn(8, 1) + nrpn(8, 2) + nrpn(8, 1)
        'cc14(7)'                                          | ['B0 07 01', 'B0 27 7F']                            || ['B0 07 01', 'B0 27 7F']
        'cc14(7).becomes(cc(74))'                          | ['B0 07 7F', 'B0 27 7F', 'B0 27 00']                || ['B0 4A 7F', 'B0 4A 7E']
        'cc14(0..7).becomes(nrpn(0..7))'                   | ['B0 07 01', 'B0 27 7F']                            || nrpn(7, 255)
    }

    def "a route that asks takes the whole, one that does not sees plain CCs, none sees both: #words"() {
        expect:
        gig("keys.${words}.to(synth)").plays('Keystation', *(NRPN_8_IS_255 + ['B0 01 40'])).heard('Synth') == heard

        where:
        words                                        || heard
        'onChannel(1)'                               || NRPN_8_IS_255 + ['B0 01 40']
        'cc(6)'                                      || ['B0 06 01']
        'ignoring(NRPN)'                             || ['B0 01 40']
        'ignoring(RPN)'                              || NRPN_8_IS_255 + ['B0 01 40']
        'drop { events NRPN }'                       || ['B0 01 40']
        'drop { events NRPN; data1 9 }'              || NRPN_8_IS_255 + ['B0 01 40']
        'change { events NRPN; data1 8..8, 300 }'    || nrpn(300, 255) + ['B0 01 40']
        'only { events NRPN, CC }'                   || NRPN_8_IS_255 + ['B0 01 40']
        'only { events CC }'                         || NRPN_8_IS_255 + ['B0 01 40']
        'only { events NRPN; data1 0..127; data2 0..255, 0..127; becomes CC }' || ['B0 08 7F']
    }

    def "of gear that joins, a CC has 14 bits in every line"() {
        given:
        def gig = gig('''
            def desk = keys.joining(0..7)
            desk.cc(7).becomes(nrpn(8)).to(synth)
            desk.to(piano)
            ''')

        expect:
        gig.plays('Keystation', 'B0 07 01', 'B0 27 7F', 'B0 4A 05').with {
            heard('Synth') == NRPN_8_IS_255 && heard('Piano') == ['B0 07 01', 'B0 27 7F', 'B0 4A 05']
        }
    }

    def "joining on one channel leaves the others"() {
        expect:
        gig('keys.joining(7, channel: 3).cc(7).becomes(cc(74)).to(synth)').plays('Keystation', 'B2 07 7F', 'B0 07 01', 'B2 27 00').heard('Synth') ==
                ['B0 4A 01', 'B2 4A 7E']
    }

    def "values go to 16383 everywhere"() {
        given:
        def gig = gig('''
            def depth = remember('depth', 0)
            def span  = remember('span', 0)
            keys.nrpn(8).to(depth)
            keys.nrpn(8).between(0, 1).to(span)
            depth.onChange { x -> synth.send(bend(x - 8192)) }
            keys.nrpn(8).onChange { x -> synth.send(bend(x - 8192)) }
            keys.nrpn(8).onEvent { m -> piano.send(controlChange(m.number, m.value - 16256)) }
            ''')

        expect:
        gig.plays('Keystation', *nrpn(8, 16383)).with {
            heard('Synth') == ['E0 7F 7F'] * 2 && heard('Piano') == ['B0 08 7F']
        }
    }

    def "a fine knob takes hold as others do: #words"() {
        given:
        def gig = gig("""
            banks('Two') {
                next keys.program(1)
                bank 'A', channel: 1
                bank 'B', channel: 2
                everyBank { keys.${words}.to(synth) }
            }
            """)
        def at = { int value -> [String.format('B0 07 %02X', value >> 7), String.format('B0 27 %02X', value & 127)] }

        when:
        gig.plays('Keystation', *(at(8000) + at(8500) + ['C0 01'] + moves.collectMany(at)))

        then:
        gig.heard('Synth').findAll { it.startsWith('B1') }.collate(2).collect { Integer.parseInt(it[0][-2..-1], 16) << 7 | Integer.parseInt(it[1][-2..-1], 16) } == heard

        where:
        words                     | moves              || heard
        'cc14(7).hysteresis(3)'   | [8600, 8800, 8884] || [8884]
        'cc14(7).hysteresis(3)'   | [8600, 8900, 8901] || [8900, 8901]
        'cc14(7).jump()'          | [8600]             || [8600]
    }

    def "a parameter is a trigger when it rises through its middle"() {
        given:
        def gig = gig('''
            banks('Many') {
                next keys.nrpn(8)
                bank 'A', channel: 1
                bank 'B', channel: 2
                bank 'C', channel: 3
            }
            ''')

        expect:
        gig.plays('Keystation', *(nrpn(8, 8191) + nrpn(8, 8192) + nrpn(8, 9000))).bank('Many') == 'B'
    }

    def "an NRPN that plays a note ends it"() {
        expect:
        gig('keys.nrpn(300).becomes(note(36)).to(synth)').plays('Keystation', *(nrpn(300, 16383) + nrpn(300, 0))).heard('Synth') == ['90 24 7F', '80 24 00']
    }

    def "what a key makes of 14 bits falls back when the key comes up, wherever one is by then: #words"() {
        given:
        def lines = "keys.notes().${words}.to(synth)"

        expect:
        gig(lines).plays('Keystation', '90 3C 7F').reload(GEAR + '// edited\n' + lines).plays('Keystation', '80 3C 40', '80 3D 40').heard('Synth') == heard

        where:
        words                          || heard
        'becomes(nrpn(8, 0..255))'     || NRPN_8_IS_255 + nrpn(8, 0)
        'becomes(cc14(7))'             || ['B0 07 7F', 'B0 27 7F', 'B0 07 00', 'B0 27 00']
        'becomes(pitchBend())'         || ['E0 7F 7F', 'E0 00 00']
        'becomes(aftertouch())'        || ['D0 7F', 'D0 00']
    }

    // ---- never torn apart

    def "sequences of two routes go out one after the other, also when they wait: #waits"() {
        given:
        def gig = gig("""
            keys.cc(1).becomes(nrpn(1))${waits}.to(synth)
            pads.cc(2).becomes(nrpn(2))${waits}.to(synth)
            """)

        expect:
        gig.at(0.1).plays('Keystation', 'B0 01 00').plays('Pads', 'B0 02 7F').plays('Keystation', 'B0 01 7F').at(9).heard('Synth') ==
                nrpn(1, 0) + nrpn(2, 16383) + nrpn(1, 16383)

        where:
        waits << ['', '.after(100.ms)', '.quantise(1.bar, time)']
    }

    def "a raw value goes to the parameter that its own sender selected"() {
        given:
        def gig = gig('keys.to(synth)\npads.cc(2).becomes(nrpn(2)).to(synth)')

        expect: 'between select and value another sequence went out: it is selected again'
        gig.plays('Keystation', 'B0 63 00', 'B0 62 08').plays('Pads', 'B0 02 7F').plays('Keystation', 'B0 06 01', 'B0 26 7F').heard('Synth') ==
                ['B0 63 00', 'B0 62 08'] + nrpn(2, 16383) + ['B0 63 00', 'B0 62 08', 'B0 06 01', 'B0 26 7F']
    }

    def "two raw senders on one channel do not turn each other's knobs"() {
        given:
        def gig = gig('keys.to(synth)\npads.to(synth)')

        expect:
        gig.plays('Keystation', 'B0 63 00', 'B0 62 08').plays('Pads', 'B0 65 00', 'B0 64 00', 'B0 06 02').plays('Keystation', 'B0 06 01')
                .plays('Pads', 'B0 26 00').heard('Synth') ==
                ['B0 63 00', 'B0 62 08', 'B0 65 00', 'B0 64 00', 'B0 06 02', 'B0 63 00', 'B0 62 08', 'B0 06 01', 'B0 65 00', 'B0 64 00', 'B0 26 00']
    }

    def "a fader on CC 6 turns nobody's parameter"() {
        expect:
        gig('keys.to(synth)\npads.to(synth)').plays('Keystation', 'B0 63 00', 'B0 62 08', 'B0 06 01').plays('Pads', 'B0 06 40').heard('Synth') ==
                ['B0 63 00', 'B0 62 08', 'B0 06 01'] + NULL + ['B0 06 40']
    }

    def "who is alone is not meddled with"() {
        expect:
        gig('keys.to(synth)').plays('Keystation', *played).heard('Synth') == played

        where:
        played << [['B0 06 01'], NRPN_8_IS_255, ['B0 63 00', 'B0 06 01', 'B0 62 08', 'B0 06 02', 'B0 60 00'], ['B0 63 00', 'B1 06 01', 'B0 62 01', 'B0 26 01'],
                   NULL + ['B0 06 01']]
    }

    def "two channels that become one do not turn each other's knobs"() {
        expect:
        gig('keys.toChannel(1).to(synth)').plays('Keystation', 'B0 63 00', 'B0 62 08', 'B1 63 00', 'B1 62 09', 'B0 06 01').heard('Synth') ==
                ['B0 63 00', 'B0 62 08', 'B0 63 00', 'B0 62 09', 'B0 63 00', 'B0 62 08', 'B0 06 01']
    }

    def "gear that returns has nothing selected"() {
        expect:
        gig('keys.to(synth)').plays('Keystation', 'B0 63 00', 'B0 62 08').vanishes('Synth').comesBack('Synth').fresh()
                .plays('Keystation', 'B0 06 01').heard('Synth') == ['B0 63 00', 'B0 62 08', 'B0 06 01']
    }

    def "a reload in the middle of a sequence tears nothing"() {
        given:
        def lines = 'keys.nrpn(8).becomes(cc(74)).to(synth)'

        expect:
        gig(lines).plays('Keystation', 'B0 63 00', 'B0 62 08').reload(GEAR + lines).plays('Keystation', 'B0 06 01').reload(GEAR + lines)
                .plays('Keystation', 'B0 26 7F').at(1).heard('Synth') == ['B0 4A 01']
    }

    def "a coarse half waits for its fine one, and no longer than 5 ms"() {
        expect:
        gig('keys.nrpn(8).to(synth)').at(0.1).plays('Keystation', 'B0 63 00', 'B0 62 08', 'B0 06 01').at(1).sent('Synth').unique { it.split(' ')[0] }*.substring(0, 5) == ['0.105']
    }
}
