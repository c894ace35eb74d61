package roadcase.played

import spock.lang.Specification

/** What keeps time, and what waits for it. */
class ClocksSpec extends Specification {
    static final String GEAR = '''
        def keys  = input('Keystation')
        def drums = input('Drums')
        def synth = output('Synth')
        def piano = output('Piano')
        '''.stripIndent()
    static final String PROGRAMS = 'keys.programs().quantise(1.bar, band).to(synth)'

    static Played gig(String lines) {
        Played.script(GEAR + lines.stripIndent())
    }

    /** MIDI clock of so many beats from a port, from now on; the time is then that of the next tick. */
    static Played ticks(Played gig, String port, double bpm, double beats) {
        double from = gig.seconds()
        double each = 60d / bpm / 24
        int count = (int) Math.round(beats * 24)
        for (int i = 0; i < count; i++) gig.at(from + i * each).plays(port, 'F8')
        gig.at(from + count * each)
    }

    def "MIDI clock makes the bar: a start, twenty-four ticks a beat"() {
        given:
        def gig = gig("def band = clock(MIDI_CLOCK, drums)\n" + PROGRAMS).at(1).plays('Drums', 'FA')

        when:
        ticks(gig, 'Drums', 100, 1).plays('Keystation', 'C0 05')
        ticks(gig, 'Drums', 100, 8)

        then: 'beat 4 of 100 bpm, counted from the start at 1 s'
        gig.sent('Synth') == ['3.400 C0 05']
    }

    def "the clock counts where the flow ignores it, and from a device too"() {
        given:
        def gig = Played.script("""
            def mix   = device(MidiMix)
            def keys  = input('Keystation').ignoring(SYSEX, CLOCK, SENSE)
            def synth = output('Synth')
            def band  = clock(MIDI_CLOCK, $from)
            keys.programs().quantise(1.beat, band).to(synth)
            keys.to(output('All'))
            """).at(1).plays(port, 'FA')

        when:
        ticks(gig, port, 60, 0.5).plays('Keystation', 'C0 05')
        ticks(gig, port, 60, 2)

        then:
        gig.sent('Synth') == ['2.000 C0 05']
        gig.heard('All') == ['C0 05']

        where:
        from   | port
        'keys' | 'Keystation'
        'mix'  | 'MIDI Mix'
    }

    def "without a port the first input that sends clock is followed, and another one when that is silent"() {
        given:
        def gig = gig("def band = clock(MIDI_CLOCK)\nkeys.programs().quantise(1.beat, band).to(synth)").plays('Drums', 'FA')

        when: 'two senders at once: the second one does not count'
        for (i in 0..<48) {
            gig.at(i / 48d).plays('Drums', 'F8')
            gig.plays('Keystation', 'F8')
        }

        then:
        Math.abs(gig.stage().standing().bpm() - 120) < 0.1
        gig.notes().any { it.startsWith("MIDI clock from 'Drums': 120.0 bpm") }

        when:
        ticks(gig.at(3), 'Keystation', 90, 3)

        then:
        Math.abs(gig.stage().standing().bpm() - 90) < 0.1
        gig.stage().standing().clocks()[0].follows() == "MIDI clock from 'Keystation'"
    }

    def "any flow of any input may follow any clock"() {
        given: 'two inputs, each with a clock of its own, and lines that cross'
        def gig = gig('''
            def slow = clock(MIDI_CLOCK, keys)
            def fast = clock(MIDI_CLOCK, drums)
            def own  = clock(INTERNAL, 60.bpm)
            keys.programs().quantise(1.bar, fast).to(synth)
            drums.programs().quantise(1.bar, slow).to(piano)
            keys.noteOn(C4).quantise(1.bar, own).to(piano)
            ''').plays('Keystation', 'FA').plays('Drums', 'FA')

        when: '60 bpm from the keys, 120 from the drums'
        for (i in 0..<48 * 5) {
            gig.at(i / 48d).plays('Drums', 'F8')
            if (i % 2 == 0) gig.plays('Keystation', 'F8')
            if (i == 24) gig.plays('Keystation', 'C0 01', '90 3C 40').plays('Drums', 'C0 02')
        }

        then:
        gig.sent('Synth') == ['2.000 C0 01']
        gig.sent('Piano') == ['4.000 C0 02', '4.000 90 3C 40'] || gig.sent('Piano') == ['4.000 90 3C 40', '4.000 C0 02']
    }

    def "bars are as long as the clock says: #said"() {
        expect:
        gig("def time = clock(INTERNAL, 120.bpm)$said\nkeys.programs().quantise($grid, time).to(synth)").at(0.6).plays('Keystation', 'C0 01')
                .at(9).sent('Synth') == [sent]

        where:
        said                                 | grid           || sent
        ''                                   | '1.bar'        || '2.000 C0 01'
        '.barsOf(3.beats)'                   | '1.bar'        || '1.500 C0 01'
        '.barsOf(12.sixteenths)'             | '1.bar'        || '1.500 C0 01'
        '.barsOf(3.5.beats)'                 | '2.bars'       || '3.500 C0 01'
        '.barsOf(3.beats).barsFrom(2.beats)' | '1.bar'        || '1.000 C0 01'
        '.barsFrom(2.beats)'                 | '1.bar'        || '1.000 C0 01'
        ''                                   | '1.sixteenth'  || '0.625 C0 01'
        ''                                   | '6.sixteenths' || '0.750 C0 01'
    }

    def "after in bars and sixteenths, by the first clock or the one said: #words"() {
        expect:
        gig("""
            def waltz = clock(INTERNAL, 120.bpm).barsOf(3.beats)
            def link  = clock(LINK, 60.bpm)
            keys.${words}.to(synth)""").at(0.1).plays('Keystation', 'C0 01').at(9).sent('Synth') == [sent]

        where:
        words                                || sent
        'after(1.bar)'                       || '1.600 C0 01'
        'after(2.sixteenths)'                || '0.350 C0 01'
        'after(1.bar, link)'                 || '4.100 C0 01'
        'after(1.beat, link).after(100.ms)'  || '1.200 C0 01'
        'quantise(1.bar, link).after(1.beat)' || '5.000 C0 01'
        'after(4.beats).quantise(1.bar, link)' || '8.000 C0 01'
    }

    def "at waits for a place in the music; what comes later goes at once"() {
        given:
        def gig = gig("def band = clock(MIDI_CLOCK, drums).barsFrom(1.beat)\nkeys.programs().at(2.bars, band).to(synth)").plays('Drums', 'FA', 'F8')

        when:
        ticks(gig.at(0.5d / 24), 'Drums', 120, 2).plays('Keystation', 'C0 01')
        ticks(gig, 'Drums', 120, 10).plays('Keystation', 'C0 02')

        then: 'two bars behind the first bar line at beat 1'
        gig.sent('Synth').collect { it.substring(6) } == ['C0 01', 'C0 02']
        Math.abs((gig.sent('Synth')[0].substring(0, 5) as double) - 4.5) < 0.01
        gig.sent('Synth')[1].startsWith('6.0')
    }

    def "what waits for a clock that stands waits until it runs, and comes with its first tick"() {
        given:
        def gig = gig("def band = clock(MIDI_CLOCK, drums)\n" + PROGRAMS).plays('Drums', 'FA')
        ticks(gig, 'Drums', 120, 5).plays('Drums', 'FC').plays('Keystation', 'C0 05')

        expect:
        gig.at(20).sent('Synth') == []

        when: 'start from the beginning: bar 1 is now'
        gig.plays('Drums', 'FA').at(20.01)
        ticks(gig, 'Drums', 120, 1)

        then:
        gig.sent('Synth') == ['20.010 C0 05']
    }

    def "continue goes on where it stopped: the bar comes when the rest of it was played"() {
        given:
        def gig = gig("def band = clock(MIDI_CLOCK, drums)\n" + PROGRAMS).plays('Drums', 'FA')
        ticks(gig, 'Drums', 120, 5).plays('Drums', 'FC').plays('Keystation', 'C0 05').at(20).plays('Drums', 'FB').at(20.01)

        when: 'beat 5 is next, so the bar is three beats away'
        ticks(gig, 'Drums', 120, 6)

        then:
        gig.sent('Synth') == ['21.510 C0 05']
    }

    def "a song position while it runs moves what waits for a place, and what waits for a time keeps it: #waits"() {
        given:
        def gig = gig("def band = clock(MIDI_CLOCK, drums)\nkeys.programs().${waits}.to(synth)").plays('Drums', 'FA')
        ticks(gig, 'Drums', 120, 1).plays('Keystation', 'C0 05')
        ticks(gig, 'Drums', 120, 1)

        when: 'at beat 2 it becomes beat 15 (sixteenth 60)'
        gig.plays('Drums', 'F2 3C 00')
        ticks(gig, 'Drums', 120, 8)

        then:
        gig.sent('Synth').size() == 1
        Math.abs((gig.sent('Synth')[0].substring(0, 5) as double) - at) < 0.03

        where:
        waits                    || at
        'quantise(1.bar, band)'  || 1.5     // beat 16
        'after(3.beats, band)'   || 2.0     // two beats were left
        'at(20.beats, band)'     || 3.5
        'at(5.beats, band)'      || 1.0     // it is past
    }

    def "a note that waits takes its Off with it over a start, and what sounds never waits for a clock that stands"() {
        given:
        def gig = gig("def band = clock(MIDI_CLOCK, drums)\nkeys.notes().quantise(1.bar, band).to(synth)").plays('Drums', 'FA')
        ticks(gig, 'Drums', 120, 1).plays('Keystation', '90 3C 40')
        ticks(gig, 'Drums', 120, 1).plays('Keystation', '80 3C 00')

        when: 'a start in the middle: the bar is at once, and the note is a beat long as it was'
        gig.plays('Drums', 'FA')
        ticks(gig, 'Drums', 120, 4)

        then:
        gig.heard('Synth') == ['90 3C 40', '80 3C 00']
        gig.sent('Synth')[0].startsWith('1.000')
        gig.sent('Synth')[1].startsWith('1.500')

        when: 'this one sounds when the clock stops, its Off waits'
        gig.fresh().plays('Keystation', '90 3D 40')
        ticks(gig, 'Drums', 120, 3).plays('Keystation', '80 3D 00')
        ticks(gig, 'Drums', 120, 1.5).plays('Drums', 'FC')

        then:
        gig.heard('Synth') == ['90 3D 40', '80 3D 00']

        when: 'and one whose key goes up while it stands'
        gig.fresh().plays('Keystation', '90 3E 40').at(30).plays('Drums', 'FA')
        ticks(gig, 'Drums', 120, 1).plays('Drums', 'FC').at(31).plays('Keystation', '80 3E 00')

        then:
        gig.heard('Synth') == ['90 3E 40', '80 3E 00']
        gig.sounding('Synth') == []
    }

    def "what waits for a clock that stands is bounded, and is quit and panicked away"() {
        given:
        def gig = gig("def band = clock(MIDI_CLOCK, drums)\nkeys.quantise(1.bar, band).to(synth)").plays('Drums', 'FA', 'F8', 'FC')

        when:
        for (i in 0..<6000) gig.plays('Keystation', 'C0 05')

        then:
        gig.stage().standing().refused() + gig.stage().standing().lost() == 6000 - 2048
        gig.heard('Synth') == []

        when:
        gig.panic().at(10).plays('Drums', 'FA').at(10.01)
        ticks(gig, 'Drums', 120, 4)

        then:
        !gig.heard('Synth').contains('C0 05')

        when: 'there is room again'
        gig.plays('Drums', 'FC').plays('Keystation', 'C0 06').plays('Drums', 'FA').at(13)
        ticks(gig, 'Drums', 120, 1)

        then:
        gig.heard('Synth').contains('C0 06')
    }

    def "what waits lives over a reload while its line is unchanged: #what"() {
        given:
        def before = "def band = clock(MIDI_CLOCK, drums)\n" + PROGRAMS
        def gig = gig(before).plays('Drums', 'FA')
        ticks(gig, 'Drums', 120, 1).plays('Keystation', 'C0 05')

        when:
        gig.reload(GEAR + after)
        ticks(gig, 'Drums', 120, 8)

        then:
        gig.heard('Synth') == heard

        where:
        what                        | after                                                                              || heard
        'the same'                  | "def band = clock(MIDI_CLOCK, drums)\n\n" + PROGRAMS                                || ['C0 05']
        'another line comes'        | "keys.notes().to(piano)\ndef band = clock(MIDI_CLOCK, drums)\n" + PROGRAMS          || ['C0 05']
        'another grid'              | "def band = clock(MIDI_CLOCK, drums)\n" + PROGRAMS.replace('1.bar', '2.bars')       || []
        'another clock'             | "def band = clock(INTERNAL)\n" + PROGRAMS                                           || []
        'the line is gone'          | "def band = clock(MIDI_CLOCK, drums)"                                               || []
    }

    def "a clock that is lost goes on by itself and says so, once; #said"() {
        given:
        def gig = gig("def band = clock(MIDI_CLOCK, drums$tempo)\n" + PROGRAMS).plays('Drums', 'FA')

        when: 'eight beats at 120, then nothing; beat 8 was at 4 s'
        ticks(gig, 'Drums', 120, 7.5)
        gig.at(4.3).plays('Keystation', 'C0 05').at(20)

        then:
        gig.faults() == ["6: MIDI clock from 'Drums' stays away; the beat goes on at $said bpm until it is back" as String]
        gig.sent('Synth').size() == 1
        Math.abs((gig.sent('Synth')[0].substring(0, 5) as double) - bar) < 0.02
        !gig.stage().standing().clocks()[0].follows().contains('Drums')

        where:
        tempo      || said    | bar
        ''         || '120.0' | 6.0
        ', 60.bpm' || '60.0'  | 8.02
    }

    def "the tempo that is heard is a value: it can be read and listened to"() {
        given:
        def gig = gig('''
            def band = clock(MIDI_CLOCK, drums)
            band.tempo.onChange { x -> synth.send(controlChange(1, x / 2)) }
            keys.noteOn(C4).onEvent { m -> synth.send(programChange(band.tempo.get())) }
            keys.noteOn(D4).onEvent { m -> band.tempo.set(100) }
            ''').plays('Drums', 'FA')

        when:
        ticks(gig, 'Drums', 100, 3).plays('Keystation', '90 3C 40')

        then:
        gig.heard('Synth') == ['B0 01 32', 'C0 64']

        when:
        gig.plays('Keystation', '90 3E 40')

        then:
        gig.faults() == ["10: 'MIDI_CLOCK of Drums tempo' is what comes in: it can be read, not set"]
    }

    def "start, continue, stop and song position are flows and triggers"() {
        given:
        def gig = gig('''
            keys.starts().onEvent { m -> synth.send(programChange(1)) }
            keys.continues().onEvent { m -> synth.send(programChange(2)) }
            keys.stops().onEvent { m -> synth.send(programChange(3)) }
            keys.songPosition().onEvent { m -> synth.send(programChange(m.value)) }
            keys.clocks().to(piano)
            banks('Song') {
                next     keys.starts()
                previous keys.stops()
                bank 'A', channel: 1
                bank 'B', channel: 2
            }
            ''')

        when:
        gig.plays('Keystation', 'FA', 'F8', 'F8', 'FB', 'F2 07 00', 'FC', '90 3C 40', 'FE', 'F1 01')

        then:
        gig.heard('Synth') == ['C0 01', 'C0 02', 'C0 07', 'C0 03']
        gig.heard('Piano') == ['FA', 'F8', 'F8', 'FB', 'F2 07 00', 'FC', 'F1 01']
        gig.bank('Song') == 'A'
        gig.plays('Keystation', 'FA').bank('Song') == 'B'
    }

    def "a preset is switched on by a start, off by a stop"() {
        given:
        def gig = gig('''
            preset('Verse') {
                onBy  drums.starts()
                offBy drums.stops()
                keys.to(synth)
            }
            ''')

        expect:
        gig.plays('Keystation', 'C0 01').plays('Drums', 'FA').plays('Keystation', 'C0 02').plays('Drums', 'FC')
                .plays('Keystation', 'C0 03').plays('Drums', 'FA', 'F8', 'F8').plays('Keystation', 'C0 04').heard('Synth') == ['C0 02', 'C0 04']
    }

    def "after in a reaction follows the clock that is said, and waits while it stands"() {
        given:
        def gig = gig('''
            def band = clock(MIDI_CLOCK, drums).barsOf(3.beats)
            keys.noteOn(C4).onEvent { m -> after(1.bar, band) { synth.send(programChange(1)) } }
            ''').plays('Drums', 'FA')

        when:
        ticks(gig, 'Drums', 120, 2).plays('Keystation', '90 3C 40')
        ticks(gig, 'Drums', 120, 2).plays('Drums', 'FC').at(10).plays('Drums', 'FB').at(10.01)
        ticks(gig, 'Drums', 120, 2)

        then:
        gig.sent('Synth') == ['10.510 C0 01']
    }

    def "the tempo of a rehearsal is that of every clock, of one that follows while nobody is there"() {
        given:
        def gig = gig('''
            def band = clock(MIDI_CLOCK, drums)
            def time = clock(INTERNAL, 90.bpm)
            keys.programs().quantise(1.bar, band).to(synth)
            keys.programs().quantise(1.bar, time).to(piano)
            ''').tempo(240).at(0.1).plays('Keystation', 'C0 01').at(5)

        expect:
        gig.sent('Synth') == ['1.000 C0 01']
        gig.sent('Piano') == ['1.000 C0 01']
    }

    def "long messages wait for the clock as well, and are dropped with their line"() {
        given:
        def gig = gig("def band = clock(MIDI_CLOCK, drums)\nkeys.quantise(1.bar, band).to(synth)").plays('Drums', 'FA')
        ticks(gig, 'Drums', 120, 1).plays('Keystation', 'F0 7D 01 F7')
        ticks(gig, 'Drums', 120, 4)

        expect:
        gig.sent('Synth').size() == 1
        gig.sent('Synth')[0].startsWith('2.0')

        when:
        gig.fresh().plays('Keystation', 'F0 7D 02 F7').reload(GEAR + 'def band = clock(MIDI_CLOCK, drums)')
        ticks(gig, 'Drums', 120, 8)

        then:
        gig.heard('Synth') == []
    }
}
