package roadcase.played

import spock.lang.Specification

/** What lines let pass and what they make of it. */
class FlowsSpec extends Specification {
    static final String GEAR = '''
        def keys  = input('Keystation')
        def synth = output('Synth')
        def piano = output('Piano')
        def time  = clock(INTERNAL, 120.bpm)
        '''.stripIndent()
    static final List<String> ONE_OF_EACH = ['80 3C 00', '90 3C 40', 'A0 3C 10', 'B0 07 22', 'C0 05', 'D0 30', 'E0 01 40',
        'F0 7D 01 F7', 'F1 05', 'F2 01 02', 'F3 04', 'F6', 'F8', 'FA', 'FB', 'FC', 'FE', 'FF']
    static final List<String> SYSTEM = ONE_OF_EACH.findAll { it.startsWith('F') }

    static Played gig(String lines) {
        Played.script(GEAR + lines.stripIndent())
    }

    def "a plain route passes everything as it came, but a stray off"() {
        expect:
        gig('keys.to(synth)').plays('Keystation', *ONE_OF_EACH).heard('Synth') == ONE_OF_EACH - '80 3C 00'
    }

    def "ignoring leaves out: #what"() {
        expect:
        gig("keys.ignoring($what).to(synth)").plays('Keystation', *SYSTEM).heard('Synth') == SYSTEM - gone

        where:
        what                  || gone
        'SYSEX'               || ['F0 7D 01 F7']
        'SENSE'               || ['FE']
        'CLOCK'               || ['F8', 'FA', 'FB', 'FC', 'F2 01 02', 'F1 05']
        'SYSEX, CLOCK, SENSE' || ['F0 7D 01 F7', 'F8', 'FA', 'FB', 'FC', 'F2 01 02', 'F1 05', 'FE']
    }

    def "ignoring counts wherever it stands in the line"() {
        expect:
        gig('keys.transpose(1).ignoring(SYSEX, SENSE).to(synth)').plays('Keystation', *SYSTEM).heard('Synth') ==
                SYSTEM - ['F0 7D 01 F7', 'FE']
    }

    def "system messages pass no filter that they cannot meet: #words"() {
        expect:
        gig("keys.${words}.to(synth)").plays('Keystation', *SYSTEM).heard('Synth') == []

        where:
        words << ['onChannel(1)', 'onChannel(1..16)', 'transpose(12).onChannel(1)', 'notes()', 'transpose(1).notes()', 'cc(7)',
                  'velocities(1..127)', "zone('All', 0..127)", 'becomes(cc(1))', 'toChannel(2).velocities(1..127)', 'programs()',
                  'pitchBend()']
    }

    def "system messages pass what only changes notes: #words"() {
        expect:
        gig("keys.${words}.to(synth)").plays('Keystation', *SYSTEM).heard('Synth') == SYSTEM

        where:
        words << ['transpose(12)', 'toChannel(3)', 'velocity(40..110)']
    }

    def "only what is asked for passes: #words"() {
        expect:
        gig("keys.${words}.to(synth)").plays('Keystation', *ONE_OF_EACH).heard('Synth') == heard

        where:
        words               || heard
        'notes()'           || ['90 3C 40']
        'notes(C4..C5)'     || ['90 3C 40']
        'notes(0..59)'      || []
        'noteOn(60)'        || ['90 3C 40']
        'noteOn(61)'        || []
        'noteOff(60)'       || ['80 3C 00']
        'cc(7)'             || ['B0 07 22']
        'cc(8..127)'        || []
        'programs()'        || ['C0 05']
        'program(5)'        || ['C0 05']
        'program(6)'        || []
        'pitchBend()'       || ['E0 01 40']
        'aftertouch()'      || ['D0 30']
        'keyAftertouch()'   || ['A0 3C 10']
        'onChannel(2)'      || []
        'velocities(65..127)' || []
        'velocities(64..64)' || ['90 3C 40']
    }

    def "channels: #words"() {
        expect:
        gig("keys.${words}.to(synth)").plays('Keystation', '90 01 01', '93 02 01', '9F 03 01').heard('Synth') == heard

        where:
        words                         || heard
        'onChannel(4)'                || ['93 02 01']
        'onChannel(2..16)'            || ['93 02 01', '9F 03 01']
        'onChannel(16).toChannel(1)'  || ['90 03 01']
        'toChannel(4).onChannel(4)'   || ['93 01 01', '93 02 01', '93 03 01']
    }

    def "a note that would leave the keyboard stops, and its off with it"() {
        expect:
        gig('keys.transpose(12).to(synth)').plays('Keystation', '90 73 01', '90 74 01', '80 74 01', '80 73 01', 'B0 74 01')
                .heard('Synth') == ['90 7F 01', '80 7F 01', 'B0 74 01']
    }

    def "velocity maps 1 to 127 into the range and never makes 0: #range"() {
        expect:
        gig("keys.velocity($range).to(synth)").plays('Keystation', *([1, 64, 127].collect { String.format('90 %02X %02X', it, it) }))
                .heard('Synth').collect { Integer.parseInt(it[-2..-1], 16) } == heard

        where:
        range      || heard
        '40..110'  || [40, 75, 110]
        '1..127'   || [1, 64, 127]
        '127..1'   || [127, 64, 1]
        '1..1'     || [1, 1, 1]
    }

    def "scale stretches, inverts and stops what is outside: #words"() {
        expect:
        gig("keys.cc(1).${words}.to(synth)").plays('Keystation', *(values.collect { String.format('B0 01 %02X', it) }))
                .heard('Synth').collect { Integer.parseInt(it[-2..-1], 16) } == heard

        where:
        words                      | values            || heard
        'scale(0..127, 20..100)'   | [0, 64, 127]      || [20, 60, 100]
        'scale(0..127, 127..0)'    | [0, 63, 127]      || [127, 64, 0]
        'scale(1..3, 10..16)'      | [0, 1, 2, 3, 4]   || [10, 13, 16]
        'scale(64..64, 5..9)'      | [63, 64, 65]      || [5]
        'between(20, 100)'         | [0, 64, 127]      || [20, 60, 100]
        'between(127, 0)'          | [0, 63, 127]      || [127, 64, 0]
    }

    def "becomes: #words"() {
        expect:
        gig("keys.${words}.to(synth)").plays('Keystation', *played).heard('Synth') == heard

        where:
        words                                                      | played                           || heard
        'cc(1).becomes(cc(74))'                                    | ['B0 01 40']                     || ['B0 4A 40']
        'cc(1).becomes(cc(74, 100..20))'                           | ['B0 01 00', 'B0 01 7F']         || ['B0 4A 64', 'B0 4A 14']
        'cc(16..23).becomes(cc(70..77))'                           | ['B0 10 01', 'B0 17 02']         || ['B0 46 01', 'B0 4D 02']
        'notes(0..11).transpose(60).becomes(cc(16..27))'           | ['90 00 40', '90 0B 41']         || ['B0 10 40', 'B0 1B 41']
        'notes(116..127).transpose(6).becomes(cc(16..19))'         | ['90 79 40', '90 7A 41']         || ['B0 13 40']
        'notes(60..71).becomes(notes(0..11)).becomes(cc(0..11))'   | ['90 3C 40', '90 47 41']         || ['B0 00 40', 'B0 0B 41']
        "zone('X', 60..71).becomes(cc(16..27))"                    | ['90 3C 40', 'B0 40 7F']         || ['B0 10 40', 'B0 14 7F']
        'pitchBend().becomes(cc(1))'                               | ['E0 00 00', 'E0 00 40', 'E0 7F 7F'] || ['B0 01 00', 'B0 01 3F', 'B0 01 7F']
        'aftertouch().becomes(cc(1))'                              | ['D0 7F']                        || ['B0 01 7F']
        'cc(20).becomes(program(0..7))'                            | ['B0 14 00', 'B0 14 7F']         || ['C0 00', 'C0 07']
        'notes(60..67).becomes(program(0..7))'                     | ['90 3C 01', '80 3C 00', '90 43 7F'] || ['C0 00', 'C0 07']
        'noteOn(60).becomes(program(5))'                           | ['90 3C 01']                     || ['C0 05']
        'cc(64).becomes(note(36))'                                 | ['B0 40 7F', 'B0 40 00']         || ['90 24 7F', '80 24 00']
        'program(5).becomes(cc(80))'                               | ['C0 05']                        || ['B0 50 05']
    }

    def "no line sends a byte that is none, whatever comes in"() {
        when:
        def gig = gig("keys.${words}.to(synth)")
        for (int status : [0x80, 0x90, 0xA0, 0xB0, 0xC0, 0xD0, 0xE0])
            for (int number : [0, 1, 11, 59, 60, 64, 71, 72, 115, 126, 127])
                for (int value : [0, 1, 63, 64, 127])
                    gig.plays('Keystation', status in [0xC0, 0xD0] ? String.format('%02X %02X', status, number)
                            : String.format('%02X %02X %02X', status, number, value))
        def numbers = gig.heard('Synth').findAll { it[0] in ['8', '9', 'B'] }.collect { Integer.parseInt(it[3..4], 16) } as Set

        then:
        numbers.every { it in allowed }

        where:
        words                                                | allowed
        "zone('X', 60..71).becomes(cc(16..27))"              | 16..27
        'notes(60..71).transpose(60).becomes(cc(16..27))'    | 16..27
        'becomes(notes(36..40))'                             | 36..40
        'transpose(-40).becomes(cc(100..119))'               | 100..119
        'becomes(cc(27..16))'                                | 16..27
    }

    def "splits: notes go to their zone; pedal, bend and pressure reach every zone; programs and system none"() {
        given:
        def gig = gig('''
            keys.zone('Low', 0..59).toChannel(1).to(synth)
            keys.zone('High', 60..127).toChannel(2).to(piano)
            ''')

        when:
        gig.plays('Keystation', '90 3B 40', '90 3C 40', 'B0 40 7F', 'E0 00 50', 'D0 22', 'A0 3C 11', 'C0 01', 'F8')

        then:
        gig.heard('Synth') == ['90 3B 40', 'B0 40 7F', 'E0 00 50', 'D0 22']
        gig.heard('Piano') == ['91 3C 40', 'B1 40 7F', 'E1 00 50', 'D1 22', 'A1 3C 11']
    }

    def "after waits its time, in seconds and in beats, and keeps the order"() {
        expect:
        gig('keys.after(250.ms).to(synth)\nkeys.after(2.beats).to(piano)').at(0.1).plays('Keystation', 'C0 01', 'C0 02').at(3).with {
            sent('Synth') == ['0.350 C0 01', '0.350 C0 02'] && sent('Piano') == ['1.100 C0 01', '1.100 C0 02']
        }
    }

    def "quantise waits for the next line of the grid; who is on it goes at once"() {
        given:
        def gig = gig('keys.programs().quantise(1.bar, time).to(synth)')

        when:
        gig.plays('Keystation', 'C0 00').at(0.1).plays('Keystation', 'C0 01').at(1.999).plays('Keystation', 'C0 02')
                .at(2).plays('Keystation', 'C0 03').at(2.001).plays('Keystation', 'C0 04').at(9)

        then:
        gig.sent('Synth') == ['0.000 C0 00', '2.000 C0 01', '2.000 C0 02', '2.000 C0 03', '4.000 C0 04']
    }

    def "a tempo change moves the grid without a jump of the beat"() {
        given: '120 bpm until 1 s is beat 2; then 60 bpm: the next bar is 2 s later'
        def gig = gig('keys.programs().quantise(1.bar, time).to(synth)').at(1).tempo(60)

        expect:
        gig.at(1.5).plays('Keystation', 'C0 01').at(9).sent('Synth') == ['3.000 C0 01']
    }

    def "what waits for the bar when the tempo changes waits for the bar, and its Off with it"() {
        expect: 'at 120 the bar is at 2 s; at 60 from 1 s on the other two beats last two seconds'
        gig('keys.notes().quantise(1.bar, time).to(synth)').at(0.5).plays('Keystation', '90 3C 64').at(0.75).plays('Keystation', '80 3C 40')
                .at(1).tempo(60).at(9).sent('Synth') == ['3.000 90 3C 64', '3.500 80 3C 40']
    }

    def "after in beats is as long as the tempo says then"() {
        expect:
        gig('keys.after(1.beat).to(synth)').tempo(60).at(0.5).plays('Keystation', 'C0 01').at(9).sent('Synth') == ['1.500 C0 01']
    }

    def "first after, then the grid"() {
        expect:
        gig('keys.programs().after(250.ms).quantise(1.beat, time).to(synth)').at(0.3).plays('Keystation', 'C0 01').at(9)
                .sent('Synth') == ['1.000 C0 01']
    }

    def "a reload keeps the tempo and the beat; an edited tempo counts at once"() {
        given:
        def lines = 'keys.programs().quantise(1.bar, time).to(synth)'
        def gig = gig(lines).tempo(60)

        expect:
        gig.at(1).reload(GEAR + lines).plays('Keystation', 'C0 01').at(5).sent('Synth') == ['4.000 C0 01']
        and: 'beat 5 at 5 s; now 240 bpm: beat 8 is 0.75 s later'
        gig.fresh().reload(GEAR.replace('120.bpm', '240.bpm') + lines).plays('Keystation', 'C0 02').at(9).sent('Synth') == ['5.750 C0 02']
    }

    def "a trigger fires once per note on, per program, per rise of a CC through 64: #trigger"() {
        given:
        def gig = gig("""
            banks('Many') {
                next keys.$trigger
                bank 'A', channel: 1
                bank 'B', channel: 2
                bank 'C', channel: 3
                bank 'D', channel: 4
                bank 'E', channel: 5
            }
            """)

        expect:
        gig.plays('Keystation', *played).bank('Many') == bank

        where:
        trigger        | played                                                                         || bank
        'noteOn(60)'   | ['90 3C 10', '80 3C 00', '90 3C 10', '90 3C 00']                               || 'C'
        'notes(60..61)' | ['90 3C 10', '80 3C 00', '90 3D 10', '90 3D 00', '90 3E 01']                  || 'C'
        'cc(67)'       | ['B0 43 3F', 'B0 43 40', 'B0 43 7F', 'B0 43 3F', 'B0 43 00', 'B0 43 7F']       || 'C'
        'cc(67)'       | ['B0 43 7F']                                                                   || 'B'
        'programs()'   | ['C0 01', 'C0 01', 'C0 02']                                                    || 'D'
        'program(2)'   | ['C0 01', 'C0 02']                                                             || 'B'
    }

    def "two inputs and two outputs do not mix"() {
        expect:
        gig("def pads = input('Pads')\nkeys.to(synth)\npads.to(piano)").plays('Keystation', '90 01 01').plays('Pads', '90 02 02').with {
            heard('Synth') == ['90 01 01'] && heard('Piano') == ['90 02 02']
        }
    }

    def "a message to a port of the new rig in the very moment of the reload is heard"() {
        expect:
        gig('keys.to(synth)').at(1).reload("def fresh = input('New one'); def synth = output('Synth'); fresh.to(synth)")
                .plays('New one', '90 01 01').sent('Synth') == ['1.000 90 01 01']
    }

    def "a port on another machine is a port like all others; in a rehearsal nothing is connected"() {
        given:
        def gig = Played.script("""
            input('nowhere.invalid:12345/Keys').transpose(12).to(output('nowhere.invalid:1/Synth'))
        """)

        when:
        gig.at(0.1).plays('nowhere.invalid:12345/Keys', '90 3C 64')

        then:
        gig.sent('nowhere.invalid:1/Synth') == ['0.100 90 48 64']
    }
}
