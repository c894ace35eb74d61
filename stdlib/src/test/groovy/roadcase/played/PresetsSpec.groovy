package roadcase.played

import roadcase.rig.plan.Action.SwitchPreset.How
import spock.lang.Specification

/** Groups of lines that are on or off as one. */
class PresetsSpec extends Specification {
    static final String TWO = '''
        def keys  = input('Keys')
        def pads  = input('Pads')
        def synth = output('Synth')
        def piano = output('Piano')

        preset('Piano') {
            startsOn()
            onBy     pads.noteOn(1)
            offBy    pads.noteOff(1)
            selectBy pads.program(0)
            keys.toChannel(1).to(piano)
        }
        preset('Organ') {
            toggleBy pads.noteOn(2), pads.cc(80)
            selectBy pads.program(1)
            keys.transpose(12).toChannel(2).to(synth)
        }
        '''.stripIndent()

    static Played piano() {
        Played.script(TWO)
    }

    def "only what is on plays; several may be on at once"() {
        given:
        def gig = piano()

        when:
        gig.at(0.1).plays('Keys', '90 3C 40', '80 3C 00')
        gig.at(0.2).plays('Pads', '90 02 7F', '80 02 00').plays('Keys', '90 3C 40', '80 3C 00')
        gig.at(0.3).plays('Pads', '80 01 00').plays('Keys', '90 3C 40', '80 3C 00')

        then:
        gig.sent('Piano') == ['0.100 90 3C 40', '0.100 80 3C 00', '0.200 90 3C 40', '0.200 80 3C 00']
        gig.sent('Synth') == ['0.200 91 48 40', '0.200 81 48 00', '0.300 91 48 40', '0.300 81 48 00']
        gig.presets() == ['(Piano)', 'Organ']
        gig.switched == ['0.200 Organ on', '0.300 Piano off']
    }

    def "select turns one on, the others off, and shows it"() {
        given:
        def gig = piano()

        expect:
        gig.presets() == ['Piano']
        gig.at(1).plays('Pads', 'C0 01').presets() == ['Organ']
        gig.at(2).plays('Pads', 'C0 00').presets() == ['Piano']
        gig.switched == ['1.000 Piano off', '1.000 Organ on', '2.000 Piano on', '2.000 Organ off']
    }

    def "on, off, toggle and select by hand"() {
        given:
        def gig = piano()

        expect:
        gig.at(1).switches('Organ', How.ON).presets() == ['Piano', 'Organ']
        gig.at(2).switches('Piano', How.TOGGLE).presets() == ['(Piano)', 'Organ']
        gig.at(3).switches('Organ', How.OFF).presets() == ['(Piano)']
        gig.at(4).switches('Organ', How.SELECT).presets() == ['Organ']
        gig.at(5).switches('Organ', How.SELECT).presets() == ['Organ']
        gig.switched*.split(' ', 2).collect { it[1] } == ['Organ on', 'Piano off', 'Organ off', 'Organ on']
    }

    def "the message that switches is played by the lines from before"() {
        given:
        def gig = Played.script('''
            def keys  = input('Keys')
            def synth = output('Synth')
            preset('First') {
                startsOn()
                offBy keys.noteOn(60)
                keys.toChannel(1).to(synth)
            }
            preset('Second') {
                onBy keys.noteOn(60)
                keys.toChannel(2).to(synth)
            }'''.stripIndent())

        when:
        gig.at(1).plays('Keys', '90 3C 40', '90 3D 40', '80 3C 00', '80 3D 00')

        then:
        gig.heard('Synth') == ['90 3C 40', '91 3D 40', '80 3C 00', '81 3D 00']
    }

    def "a preset that is switched off under #what stops new ones only; what is held ends where it began"() {
        given:
        def gig = piano()

        when:
        gig.at(1).plays('Keys', down)
        gig.at(2).switches('Organ', How.SELECT)
        gig.at(3).plays('Keys', '90 40 40')
        def held = gig.sounding('Piano')
        gig.at(4).plays('Keys', up, '80 40 00')

        then:
        held == sounding
        gig.sounding('Piano') == []
        gig.sounding('Synth') == []
        gig.heard('Piano').last() == ends
        !(ends in gig.heard('Synth'))

        where:
        what             | down       | sounding        | up         || ends
        'a note'         | '90 3C 40' | ['note 60 on 1']  | '80 3C 20' || '80 3C 20'
        'sustain'        | 'B0 40 7F' | ['pedal 64 on 1'] | 'B0 40 00' || 'B0 40 00'
        'half a sustain' | 'B0 40 5A' | ['pedal 64 on 1'] | 'B0 40 10' || 'B0 40 00'
        'sostenuto'      | 'B0 42 7F' | ['pedal 66 on 1'] | 'B0 42 00' || 'B0 42 00'
    }

    def "a sustain that is held over both is lifted at both, each as it is played there"() {
        given:
        def gig = piano()

        when:
        gig.at(1).plays('Keys', 'B0 40 7F')
        gig.at(2).switches('Organ', How.SELECT).plays('Keys', 'B0 40 70')
        def both = [gig.sounding('Piano'), gig.sounding('Synth')]
        gig.at(3).plays('Keys', 'B0 40 00')

        then:
        both == [['pedal 64 on 1'], ['pedal 64 on 2']]
        gig.sounding('Piano') + gig.sounding('Synth') == []
    }

    def "#trigger fires once as the value gets there: #values"() {
        given:
        def gig = Played.script("""
            def keys  = input('Keys')
            def synth = output('Synth')
            preset('P') {
                toggleBy $trigger
                keys.to(synth)
            }""".stripIndent())

        when:
        values.eachWithIndex { String message, int i -> gig.at(i / 1000d).plays('Keys', message) }

        then:
        gig.presets() // plays to the end
        gig.switched.collect { (it.tokenize(' ')[0].toBigDecimal() * 1000).intValue() } == fires

        where:
        trigger                                | values                                                           || fires
        'keys.cc(7).above(100)'                | ['B0 07 64', 'B0 07 65', 'B0 07 7F', 'B0 07 10', 'B0 07 70']     || [1, 4]
        'keys.cc(7).below(20)'                 | ['B0 07 14', 'B0 07 13', 'B0 07 00', 'B0 07 40', 'B0 07 05']     || [1, 4]
        'keys.cc(7).exactly(5)'                | ['B0 07 04', 'B0 07 05', 'B0 07 05', 'B0 07 06', 'B0 07 05']     || [1, 4]
        'keys.cc(7)'                           | ['B0 07 3F', 'B0 07 40', 'B0 07 7F', 'B0 07 00', 'B0 07 41']     || [1, 4]
        'keys.onChannel(2).cc(7).above(100)'   | ['B0 07 7F', 'B1 07 7F']                                         || [1]
        'keys.cc(7).above(100)'                | ['B0 07 7F', 'B1 07 7F', 'B0 07 7F', 'B1 07 00', 'B1 07 7F']     || [0, 1, 4]
        'keys.cc(7..8).above(100)'             | ['B0 07 7F', 'B0 08 7F', 'B0 07 7E']                             || [0, 1]
        'keys.program(5)'                      | ['C0 05', 'C0 04', 'C0 05', 'C0 05']                             || [0, 2, 3]
        'keys.noteOn(60)'                      | ['90 3C 40', '80 3C 00', '90 3C 01', '90 3C 00']                 || [0, 2]
        'keys.noteOff(60)'                     | ['90 3C 40', '80 3C 00', '90 3C 01', '90 3C 00']                 || [1, 3]
        'keys.velocities(100..127).notes(60..60)' | ['90 3C 40', '80 3C 00', '90 3C 70', '80 3C 00']                 || [2]
        'keys.noteOn(60), keys.noteOff(60)'    | ['90 3C 40', '80 3C 00', '90 3D 01']                             || [0, 1]
        'keys.pitchBend()'                     | ['E0 00 40', 'E0 00 60', 'E0 7F 7F', 'E0 00 40', 'E0 00 7F']     || [1, 4]
        'keys.pitchBend().above(4000)'         | ['E0 00 40', 'E0 00 60', 'E0 7F 7F', 'E0 00 40', 'E0 00 7F']     || [1, 4]
        'keys.pitchBend().below(-4000)'        | ['E0 00 40', 'E0 00 10', 'E0 00 00', 'E0 00 40', 'E0 00 01']     || [1, 4]
        'keys.aftertouch()'                    | ['D0 10', 'D0 50', 'D0 60', 'D0 00', 'D0 7F']                    || [1, 4]
        'keys.nrpn(300).above(999)'            | nrpn(999, 1000, 16000, 5, 1001)                                  || [5, 11]
        'keys.nrpn(300)'                       | nrpn(8191, 8192, 16000, 5, 9000)                                 || [5, 11]
        'keys.cc14(7).below(200)'              | ['B0 07 02', 'B0 27 00', 'B0 07 01', 'B0 27 40', 'B0 27 20']     || [3]
        'keys.only { events CC; data1 7; data2 100..127 }' | ['B0 07 63', 'B0 07 64', 'B0 07 7F', 'B0 08 64', 'B0 07 00', 'B0 07 64'] || [1, 5]
        'keys.only { events NOTE_ON; data1 7; data2 64 }'  | ['90 07 3F', '90 07 40', '80 07 40', '90 07 40']     || [1, 3]
        'keys.keyAftertouch().above(9)'        | ['A0 3C 10', 'A0 3D 10', 'A0 3C 20', 'A0 3C 00', 'A0 3C 10']     || [0, 1, 4]
    }

    /** Number 300 on channel 1: selected once, then coarse and fine for each value. */
    static List<String> nrpn(int... values) {
        ['B0 63 02', 'B0 62 2C'] + values.toList().collectMany { ['B0 06 ' + hex(it >> 7), 'B0 26 ' + hex(it & 127)] }
    }

    static String hex(int value) {
        String.format('%02X', value)
    }

    def "a value that stays where it fired does not fire again after a reload"() {
        given:
        def script = '''
            def keys  = input('Keys')
            def synth = output('Synth')
            preset('P') {
                toggleBy keys.cc(7).above(100)
                keys.to(synth)
            }'''.stripIndent()
        def gig = Played.script(script)

        when:
        gig.at(1).plays('Keys', 'B0 07 70')
        gig.at(2).reload('\n\n' + script)
        gig.at(3).plays('Keys', 'B0 07 71')
        gig.at(4).plays('Keys', 'B0 07 00', 'B0 07 71')

        then:
        gig.presets() == ['(P)']
        gig.switched == ['1.000 P on', '4.000 P off']
    }

    def "a trigger is heard while its preset is off, and its lines are not"() {
        given:
        def gig = piano()

        expect:
        gig.at(1).plays('Pads', '80 01 00').presets() == ['(Piano)']
        gig.at(2).plays('Pads', '90 01 7F').presets() == ['Piano']
    }

    def "a toggle drives a preset, and its light shows it, whoever switches"() {
        given:
        def gig = Played.script('''
            def mix   = device(MidiMix)
            def keys  = input('Keys')
            def synth = output('Synth')
            preset('Organ') {
                onBy keys.program(1)
                keys.notes().to(synth)
            }
            mix.mute[1].toggles().to(preset('Organ'))'''.stripIndent())

        expect:
        gig.lights() == []
        gig.at(1).plays('MIDI Mix', '90 01 7F', '80 01 7F').presets() == ['Organ']
        gig.lights() == ['mute 1']
        gig.at(2).plays('MIDI Mix', '90 01 7F', '80 01 7F').presets() == ['(Organ)']
        gig.lights() == []
        gig.at(3).plays('Keys', 'C0 01').lights() == ['mute 1']
        gig.at(4).switches('Organ', How.OFF).lights() == []
    }

    def "reactions switch and select, and read what they wrote"() {
        given:
        def gig = Played.script(TWO + '''
            def organ = preset('Organ')
            pads.noteOn(9).onEvent { message ->
                organ.select()
                if (organ.isOn() && !preset('Piano').isOn()) synth.send(programChange(7))
            }
            pads.noteOn(10).onEvent { message -> organ.toggle() }'''.stripIndent().replace("preset('Piano')", 'first').replace('def organ', "def first = preset('Piano')\ndef organ"))

        expect:
        gig.at(1).plays('Pads', '90 09 01').presets() == ['Organ']
        gig.heard('Synth') == ['C0 07']
        gig.at(2).plays('Pads', '90 0A 01').presets() == ['(Organ)']
    }

    def "what is on and what is shown outlives reload and night; a new preset begins as the script says"() {
        given:
        def gig = piano()
        gig.at(1).plays('Pads', 'C0 01').switches('Piano', How.ON)

        expect:
        gig.at(2).reload('\n' + TWO).presets() == ['Organ', 'Piano']
        gig.nextEvening(TWO).presets() == ['Organ', 'Piano']
        gig.nextEvening(TWO.replace("'Organ'", "'Choir'")).presets() == ['Piano']
        gig.nextEvening(TWO.replace("'Piano'", "'Choir'").replace("output('Choir')", "output('Piano')")).presets() == ['Organ', 'Choir']
    }

    def "the preset that is shown at the start: #says"() {
        given:
        def gig = Played.script("""
            preset('A') { ${a} }
            preset('B') { ${b} }
            preset('C') { ${c} }""".stripIndent())

        expect:
        gig.presets() == presets

        where:
        says                     | a            | b            | c               || presets
        'the first'              | ''           | ''           | ''              || ['(A)']
        'the first that is on'   | ''           | 'startsOn()' | 'startsOn()'    || ['B', 'C']
        'the one that says so'   | 'startsOn()' | ''           | 'startsShown()' || ['(C)', 'A']
    }

    def "lines that always play, with the preset on and off"() {
        given:
        def gig = Played.script('''
            def keys  = input('Keys')
            def synth = output('Synth')
            preset('Organ') {
                toggleBy keys.program(1)
                keys.notes().toChannel(2).to(synth)
                always { keys.cc(1).toChannel(3).to(synth) }
            }'''.stripIndent())

        when:
        gig.at(1).plays('Keys', 'B0 01 10', '90 3C 40', 'C0 01', 'B0 01 11', '90 3C 40', 'C0 01', 'B0 01 12', '80 3C 00')

        then:
        gig.heard('Synth') == ['B2 01 10', 'B2 01 11', '91 3C 40', 'B2 01 12', '81 3C 00']
    }

    def "a preset in an included file is found by its name, a copy's by the copy's"() {
        given:
        def organ = '''
            def keys  = input('Keys')
            def synth = output('Synth')
            preset('Organ') { keys.notes().to(synth) }
            '''.stripIndent()
        def gig = Played.script('''
            include 'organ'
            include 'organ', as: 'Left'
            def keys = input('Keys')
            def organ = preset('Organ')
            def left  = preset('Left: Organ')
            keys.program(1).onEvent { m -> organ.toggle() }
            keys.program(2).onEvent { m -> left.select() }'''.stripIndent(), [organ: organ])

        expect:
        gig.at(1).plays('Keys', 'C0 01').presets() == ['Organ']
        gig.at(2).plays('Keys', 'C0 02').presets() == ['Left: Organ']
    }

    def "of two presets that want one knob the one that came on last has it"() {
        given:
        def gig = Played.script('''
            def mix   = device(MidiMix)
            def keys  = input('Keys')
            def synth = output('Synth')
            preset('A') { mix.master.becomes(cc(1)).to(synth) }
            preset('B') { mix.master.becomes(cc(2)).to(synth) }'''.stripIndent())

        when:
        gig.at(1).plays('MIDI Mix', 'B0 3E 10')
        gig.at(2).switches('A', How.ON).plays('MIDI Mix', 'B0 3E 11')
        gig.at(3).switches('B', How.ON).plays('MIDI Mix', 'B0 3E 12')
        gig.at(4).switches('B', How.OFF).plays('MIDI Mix', 'B0 3E 13')
        gig.at(5).switches('B', How.ON).plays('MIDI Mix', 'B0 3E 14')
        gig.at(6).switches('A', How.OFF).switches('A', How.ON).plays('MIDI Mix', 'B0 3E 15')

        then:
        gig.heard('Synth') == ['B0 01 11', 'B0 02 12', 'B0 01 13', 'B0 02 14', 'B0 01 15']
    }

    def "a thousand switches a second drop no message"() {
        given:
        def gig = piano()

        when:
        2_000.times { i ->
            gig.at(1 + i / 1000d).plays('Pads', i % 2 ? 'C0 00' : 'C0 01')
            gig.plays('Keys', i % 2 ? '90 3D 40' : '90 3C 40', i % 2 ? '80 3C 00' : '80 3D 00')
        }
        gig.at(4).plays('Keys', '80 3D 00')
        def piano = gig.heard('Piano')
        def synth = gig.heard('Synth')

        then:
        gig.switched.size() == 4_000
        [piano, synth].every { it.size() == 2_000 }
        [piano, synth].every { it.count { it.startsWith('9') } == 1_000 }
        gig.sounding('Piano') + gig.sounding('Synth') == []
        gig.stage().standing().lost() == 0
        gig.stage().standing().refused() == 0
        gig.faults() == []
    }
}
