package roadcase.played

import spock.lang.Specification

/** only, drop and change in the language, with notes under hold. */
class RouterFiltersSpec extends Specification {
    static final String GEAR = '''
        def keys  = input('Keystation')
        def synth = output('Synth')
        '''.stripIndent()
    static final List<String> SYSTEM = ['F0 7D 01 F7', 'F1 05', 'F2 01 02', 'F3 04', 'F6', 'F8', 'FA', 'FB', 'FC', 'FE', 'FF']

    static Played gig(String lines) {
        Played.script(GEAR + lines.stripIndent())
    }

    def "the target script's filters: #words"() {
        expect:
        gig("keys.${words}.to(synth)").plays('Keystation', *played).heard('Synth') == heard

        where:
        words                                                                             | played                                           || heard
        'only { events NOTE_ON, NOTE_OFF; channel 6; data1 19..74, 19; data2 0..127, 1..100 }' | ['95 13 7F', '85 13 40', '95 12 7F', '94 13 7F', 'B5 13 7F'] || ['95 13 64', '85 13 40']
        'change { channel 1, 6; data1([[19, 74, 19]]) }'                                  | ['90 13 7F', '96 50 7F', 'E0 01 40']             || ['95 13 7F', '96 50 7F', 'E5 01 40']
        'drop { events KEY_AFTERTOUCH }'                                                  | ['A0 13 7F', '90 50 7F']                         || ['90 50 7F']
        'change { channel 1..8, 9 }'                                                      | ['90 01 01', '97 02 01', '98 03 01']             || ['98 01 01', '9F 02 01', '98 03 01']
        'change { channel 1..16, 16..1 }'                                                 | ['90 01 01', '9F 02 01']                         || ['9F 01 01', '90 02 01']
        'change { data1([[0, 127, 0], [60, 72, 48]]) }'                                      | ['90 3C 01', '90 49 01']                         || ['90 30 01', '90 49 01']
        'change { data1 36..47, 48\ndata1 60, 72 }'                                       | ['90 24 01', '90 3C 01', '90 30 01']             || ['90 30 01', '90 48 01', '90 30 01']
        'only { events([[8, 9, 8]]); data1 60 }'                                             | ['90 3C 01', 'B0 3C 01', '90 3D 01']             || ['90 3C 01']
        'only { events([[11, 11, 9]]); data1 60 }'                                        | ['B0 3C 40', 'B0 3C 00']                         || ['90 3C 40', '80 3C 00']
        'only { data2 1..100, 40..110 }'                                                  | ['90 3C 01', '90 3D 64', '90 3E 65']             || ['90 3C 28', '90 3D 6E']
        'cc(16..23).swapped()'                                                            | ['B0 10 20', 'B0 01 02']                         || ['B0 20 10']
        'swapped()'                                                                       | ['90 3C 40', '90 00 40', 'E0 01 40', 'C0 05', 'D0 06'] || ['90 40 3C', 'E0 40 01', 'C0 05', 'D0 06']
    }

    def "system messages pass none of the three, and all of what only swaps: #words"() {
        expect:
        gig("keys.${words}.to(synth)").plays('Keystation', *SYSTEM).heard('Synth') == heard

        where:
        words                           || heard
        'only { }'                      || []
        'drop { channel 1 }'            || []
        'change { channel 1 }'          || []
        'transpose(1).drop { data1 1 }' || []
        'swapped()'                     || SYSTEM
    }

    def "an off belongs to its on, however loud: #words"() {
        expect:
        gig("keys.${words}.to(synth)").plays('Keystation', '90 3C 40', '80 3C 00', '90 3D 10', '80 3D 00', '90 3E 40', '90 3E 00').with {
            sounding('Synth') == [] && heard('Synth') == played
        }

        where:
        words                                        || played
        'only { data2 40..127 }'                     || ['90 3C 40', '80 3C 00', '90 3E 40', '80 3E 00']
        'only { events NOTE_ON }'                    || ['90 3C 40', '80 3C 00', '90 3D 10', '80 3D 00', '90 3E 40', '80 3E 00']
        'drop { events NOTE_ON; data2 0..30 }'       || ['90 3C 40', '80 3C 00', '90 3E 40', '80 3E 00']
        'drop { events NOTE_OFF }'                   || ['90 3C 40', '80 3C 00', '90 3D 10', '80 3D 00', '90 3E 40', '80 3E 00']
        'change { data1 60..62, 72..70 }'            || ['90 48 40', '80 48 00', '90 47 10', '80 47 00', '90 46 40', '80 46 00']
        'change { channel 1..1, 5; data2 0..127, 127..1 }' || ['94 3C 3F', '84 3C 00', '94 3D 6F', '84 3D 00', '94 3E 3F', '84 3E 00']
    }

    def "code behind a filter hears the off of each on that it heard, and no other"() {
        expect:
        gig('''
            keys.only { events NOTE_ON, NOTE_OFF; data2 40..127 }.onEvent { m -> synth.send(controlChange(m.note, m.isOn ? 127 : 0)) }
            ''').plays('Keystation', '90 3C 40', '90 3D 10', '80 3C 00', '80 3D 00').heard('Synth') == ['B0 3C 7F', 'B0 3C 00']
    }

    def "a filter that is edited while notes are held moves none of them"() {
        given:
        def gig = gig('keys.change { data1 60..62, 72; channel 1..1, 5 }.to(synth)').plays('Keystation', '90 3C 40', '90 3D 40')

        when:
        gig.reload(GEAR + 'keys.only { data2 100..127; data1 60..62, 36 }.to(synth)').plays('Keystation', '80 3C 00', '90 3E 7F', '80 3D 00', '80 3E 00')

        then:
        gig.heard('Synth') == ['94 48 40', '94 49 40', '84 48 00', '90 26 7F', '84 49 00', '80 26 00']
        gig.sounding('Synth') == []
    }

    def "the console shows what passes, behind its text"() {
        given:
        def gig = gig("keys.toConsole('Keys')\nkeys.nrpn(8).toConsole('Drive')")

        when:
        gig.plays('Keystation', '90 3C 40', 'F8', 'F0 7D 01 F7', 'B5 63 00', 'B5 62 08', 'B5 06 01', 'B5 26 7F')

        then:
        gig.notes() == ['Keys: note on 60 (C4) velocity 64, channel 1', 'Keys: clock', 'Keys: SysEx, 4 bytes', 'Keys: CC 99 = 0, channel 6',
                        'Keys: CC 98 = 8, channel 6', 'Keys: CC 6 = 1, channel 6', 'Keys: CC 38 = 127, channel 6', 'Drive: NRPN 8 = 255, channel 6']
    }
}
