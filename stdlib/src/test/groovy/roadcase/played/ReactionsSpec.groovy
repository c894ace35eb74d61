package roadcase.played

import spock.lang.Specification

/** The scripts' own code: what it sends, what it waits for, and what it must not break. */
class ReactionsSpec extends Specification {
    static final String GEAR = '''
        def mix   = device(MidiMix)
        def keys  = input('Keystation')
        def synth = output('Synth')
        def time  = clock(INTERNAL, 120.bpm)
        '''.stripIndent()

    static Played gig(String lines) {
        Played.script(GEAR + lines.stripIndent())
    }

    static Played press(Played gig, int note) {
        gig.plays('MIDI Mix', String.format('90 %02X 7F', note), String.format('80 %02X 7F', note))
    }

    def "a press runs code once, a release never"() {
        expect:
        press(gig('mix.soloKey.onPress { synth.send(programChange(7)) }'), 27).heard('Synth') == ['C0 07']
    }

    def "code sends messages of every kind: #code"() {
        expect:
        press(gig("mix.soloKey.onPress { synth.send($code) }"), 27).heard('Synth') == [heard]

        where:
        code                              || heard
        'noteOn(C4, 100)'                 || '90 3C 64'
        'noteOn(C4, 100).toChannel(16)'   || '9F 3C 64'
        'noteOff(C4)'                     || '80 3C 00'
        'controlChange(7, 63.6)'          || 'B0 07 40'
        'programChange(127)'              || 'C0 7F'
        'bend(0)'                         || 'E0 00 40'
        'bend(-8192)'                     || 'E0 00 00'
        'bend(8191)'                      || 'E0 7F 7F'
        'aftertouch(5)'                   || 'D0 05'
        'keyAftertouch(C4, 5)'            || 'A0 3C 05'
        "sysex('F0 7E 7F 06 01 F7')"      || 'F0 7E 7F 06 01 F7'
    }

    def "a note that code began ends with its off, with panic, with quit, and with its output: #how"() {
        given:
        def gig = gig("mix.soloKey.onPress { synth.send(noteOn(C4, 100)) }\nmix.bankLeft.onPress { synth.send(noteOff(C4)) }")
        press(gig, 27)

        expect:
        end.call(gig)
        gig.sounding('Synth') == []

        where:
        how      | end
        'off'    | { ReactionsSpec.press(it, 25) }
        'panic'  | { it.panic() }
        'quit'   | { it.quits() }
        'output' | { it.reload("def mix = device(MidiMix)") }
    }

    def "a note that code and a key hold ends when both let go"() {
        given:
        def gig = gig('keys.to(synth)\nmix.soloKey.onPress { synth.send(noteOn(C4, 100)) }\nmix.bankLeft.onPress { synth.send(noteOff(C4)) }')
        press(gig, 27).plays('Keystation', '90 3C 20')

        expect:
        press(gig, 25).sounding('Synth') == ['note 60 on 1']
        gig.plays('Keystation', '80 3C 00').sounding('Synth') == []
    }

    def "after in seconds and in beats, at the tempo of that moment"() {
        given:
        def gig = gig('''
            mix.soloKey.onPress {
                synth.send(noteOn(C4, 100))
                after(500.ms) { synth.send(noteOff(C4)) }
                after(1.beat) { synth.send(programChange(1)) }
            }''')

        expect:
        press(gig.tempo(60).at(1), 27).at(5).sent('Synth') == ['1.000 90 3C 64', '1.500 80 3C 00', '2.000 C0 01']
    }

    def "an after at the top runs once, at the start, not on reload"() {
        given:
        def lines = 'after(1.second) { synth.send(programChange(1)) }\nsynth.send(programChange(0))'
        def gig = gig(lines)

        expect:
        gig.at(2).reload(GEAR + lines).at(9).sent('Synth') == ['0.000 C0 00', '1.000 C0 01']
    }

    def "code that throws is told with its line, and everything else goes on"() {
        given:
        def gig = gig('''
            keys.to(synth)
            mix.mute[1].toggles().to(synth)
            keys.noteOn(60).onEvent { message -> synth.send(noteOn(message.note * 3, 1)) }
            ''')

        when:
        gig.plays('Keystation', '90 3C 64', '80 3C 00').plays('MIDI Mix', '90 01 7F')

        then:
        gig.faults() == ['9: note 180; notes are 0 to 127']
        gig.heard('Synth') == ['90 3C 64', '80 3C 00', '90 01 7F']
    }

    def "errors of the machine are faults of the code as well: #code"() {
        given:
        def gig = gig("keys.to(synth)\nkeys.noteOn(60).onEvent { message -> $code }")

        when:
        gig.plays('Keystation', '90 3C 64', '80 3C 00')

        then:
        gig.faults().size() == 1
        gig.faults()[0].startsWith('7: ')
        gig.heard('Synth') == ['90 3C 64', '80 3C 00']

        where:
        code << ['assert message.note == 1', 'throw new StackOverflowError()', 'int x = 1; x = x.intdiv(0)', 'String s = null; s.length()']
    }

    def "three faults in a row put code aside until the next reload, visibly"() {
        given:
        def lines = 'keys.noteOn(60).onEvent { message -> synth.send(noteOn(message.velocity * 2, 1)) }'
        def gig = gig(lines)

        when:
        5.times { gig.plays('Keystation', '90 3C 64', '80 3C 00') }

        then:
        gig.faults().size() == 4
        gig.faults()[3].endsWith('this code failed 3 times in a row and is put aside until the next reload')

        when:
        gig.reload(GEAR + lines).plays('Keystation', '90 3C 10')

        then:
        gig.heard('Synth') == ['90 20 01']
    }

    def "a fault now and then puts nothing aside"() {
        given:
        def gig = gig('keys.noteOn(60).onEvent { message -> synth.send(noteOn(message.velocity * 2, 1)) }')

        when:
        4.times { gig.plays('Keystation', '90 3C 64', '80 3C 00', '90 3C 64', '80 3C 00', '90 3C 01', '80 3C 00') }

        then:
        gig.heard('Synth').size() == 4
    }

    def "code that goes on for ever by after ends with its reading, and what it holds with it"() {
        given:
        def gig = gig('''
            Closure<Void> loop = null
            loop = {
                synth.send(noteOn(C4, 100))
                after(0.5.seconds) { loop.call() }
                null
            }
            mix.soloKey.onPress { loop.call() }
            ''')

        when:
        press(gig, 27).at(2.2).reload(GEAR).at(3).fresh().at(20)

        then:
        gig.heard('Synth') == []
        gig.sounding('Synth') == []
    }

    def "who heard the press hears the release, in another bank, on another layer of the unit, after a reload: #how"() {
        given:
        def lines = '''
            def down = remember('down', 0)
            def seen = { boolean on -> down.set(down.get() + (on ? 1 : -1)); synth.send(controlChange(1, down.get())) }
            mix.mute[1].onEvent { message -> seen.call(message.isOn()) }
            banks('Two') {
                next mix.bankRight
                bank 'A', channel: 1
                bank('B') { mix.mute[2].onEvent { message -> synth.send(programChange(message.isOn() ? 1 : 0)) } }
            }
            '''
        def gig = gig(lines)

        when:
        gig.plays('MIDI Mix', *played)
        if (how == 'a reload') gig.reload(GEAR + lines.stripIndent()).plays('MIDI Mix', '80 01 7F')

        then:
        gig.heard('Synth') == heard

        where:
        how               | played                                          || heard
        'a release'       | ['90 01 7F', '80 01 7F']                        || ['B0 01 01', 'B0 01 00']
        'another layer'   | ['90 01 7F', '90 1B 7F', '80 02 7F']            || ['B0 01 01', 'B0 01 00']
        'a reload'        | ['90 01 7F']                                    || ['B0 01 01', 'B0 01 00']
        'another bank'    | ['90 04 7F', '90 1A 7F', '80 04 7F']            || []
    }

    def "a listener of a bank hears the release of what it heard pressed, though the bank is another by then"() {
        expect:
        gig('''
            banks('Two') {
                next mix.bankRight
                bank('A') { mix.mute[2].onEvent { message -> synth.send(programChange(message.isOn() ? 1 : 0)) } }
                bank('B') { mix.mute[2].onEvent { message -> synth.send(programChange(message.isOn() ? 11 : 10)) } }
            }
            ''').plays('MIDI Mix', '90 04 7F', '90 1A 7F', '80 04 7F').heard('Synth') == ['C0 01', 'C0 00']
    }

    def "code hears the keys come up that it heard going down, and no others: #how"() {
        given:
        def lines = '''
            banks('Two') {
                next mix.bankRight
                bank('A') { keys.velocities(10..127).onEvent { m -> synth.send(controlChange(m.note, m.isOn() ? 1 : 0)) } }
                bank 'B', channel: 1
            }
            '''
        def gig = gig(lines)

        when:
        gig.plays('Keystation', *played)
        if (how == 'another bank') press(gig, 26)
        if (how == 'a reload') gig.reload(GEAR + '\n\n' + lines.stripIndent())
        if (how == 'a lost port') gig.vanishes('Keystation').comesBack('Keystation')
        gig.plays('Keystation', '80 3C 00')

        then:
        gig.heard('Synth') == heard
        gig.stage().standing().strayOffs() == stray

        where:
        how             | played       || heard                    | stray
        'at once'       | ['90 3C 40'] || ['B0 3C 01', 'B0 3C 00'] | 0
        'another bank'  | ['90 3C 40'] || ['B0 3C 01', 'B0 3C 00'] | 0
        'a reload'      | ['90 3C 40'] || ['B0 3C 01', 'B0 3C 00'] | 0
        'a lost port'   | ['90 3C 40'] || ['B0 3C 01']             | 1
        'too soft'      | ['90 3C 09'] || []                       | 1
        'never pressed' | []           || []                       | 1
    }

    def "onChange hears a knob in its range, onEvent a whole message"() {
        expect:
        gig('mix.master.between(-8192, 8191).onChange { x -> synth.send(bend(x)) }').plays('MIDI Mix', 'B0 3E 00', 'B0 3E 7F')
                .heard('Synth') == ['E0 00 00', 'E0 7F 7F']
        and:
        gig('keys.pitchBend().onEvent { m -> synth.send(controlChange(m.channel, m.value < 0 ? 1 : 2)) }')
                .plays('Keystation', 'E4 00 00', 'E4 00 40').heard('Synth') == ['B0 05 01', 'B0 05 02']
    }

    def "a light is lit by hand where nobody else has the say, and stays lit over a reload"() {
        given:
        def lines = 'mix.bankLeft.onPress { mix.bankLeft.lit = !mix.bankLeft.lit }'
        def gig = gig(lines)

        expect:
        press(gig, 25).lights() == ['bankLeft']
        gig.reload(GEAR + lines).lights() == ['bankLeft']
        press(gig, 25).lights() == []
    }

    def "a remembered value: the session wins while the script says the same number, an edited number wins"() {
        given:
        def script = { n -> GEAR + """
            def depth = remember('depth', $n)
            mix.soloKey.onPress { depth.set(depth.get() + 1) }
            mix.bankLeft.onPress { synth.send(controlChange(1, depth.get())) }
            """.stripIndent() }
        def gig = Played.script(script(10))
        press(gig, 27)

        expect:
        press(gig.reload(script(10)), 25).heard('Synth') == ['B0 01 0B']
        press(gig.reload(script(20)).fresh(), 25).heard('Synth') == ['B0 01 14']
        press(gig.fresh(), 27) && press(gig.nextEvening(script(20)), 25).heard('Synth') == ['B0 01 15']
        press(gig.nextEvening(script(30)), 25).heard('Synth') == ['B0 01 1E']
    }

    def "the tempo is a value with ends: what is outside of them is the nearest"() {
        given:
        def gig = gig('''
            keys.noteOn(60).onEvent { message -> time.tempo.set(5000) }
            keys.noteOn(61).onEvent { message -> time.tempo.set(-3) }
            ''')

        expect:
        gig.plays('Keystation', '90 3C 01').stage().standing().bpm() == 999
        gig.plays('Keystation', '90 3D 01').stage().standing().bpm() == 20
    }

    def "reactions that call each other without end are stopped and told"() {
        given:
        def gig = gig('''
            def a = remember('a', 0)
            def b = remember('b', 0)
            a.onChange { x -> b.set(b.get() + 1) }
            b.onChange { x -> a.set(a.get() + 1) }
            keys.to(synth)
            mix.soloKey.onPress { a.set(1) }
            ''')

        when:
        press(gig, 27).at(1).plays('Keystation', '90 3C 01')

        then:
        gig.faults().any { it.contains('without end') }
        gig.sent('Synth') == ['1.000 90 3C 01']
    }

    def "a switch is one truth for code, toggle and light"() {
        given:
        def gig = gig('''
            def layer = keys.transpose(12).to(synth)
            def on = layer.on
            mix.mute[1].toggles().to(on)
            mix.soloKey.onPress { on.toggle() }
            ''')

        expect:
        gig.lights() == ['mute 1']
        press(gig, 27).lights() == []
        gig.plays('Keystation', '90 3C 01').heard('Synth') == []
        press(gig, 1).plays('Keystation', '90 3D 01').heard('Synth') == ['90 49 01']
        gig.lights() == ['mute 1']
    }
}
