package roadcase.played

import spock.lang.Specification

/** Where something is written, and who has the say: banks, layers, files. */
class PlacesSpec extends Specification {
    static final String GEAR = '''
        def mix   = device(MidiMix)
        def synth = output('Synth')
        '''.stripIndent()

    static Played gig(String lines, Map<String, String> files = [:]) {
        Played.script(GEAR + lines.stripIndent(), files)
    }

    static Played press(Played gig, int... notes) {
        for (int note : notes) gig.plays('MIDI Mix', String.format('90 %02X 7F', note), String.format('80 %02X 7F', note))
        gig
    }

    def "what a bank says beats every bank, and a bank the top"() {
        given:
        def gig = gig('''
            mix.mute[1].becomes(program(1)).to(synth)
            mix.mute[2].becomes(program(2)).to(synth)
            mix.mute[3].becomes(program(3)).to(synth)
            banks('Two') {
                previous mix.bankLeft
                next mix.bankRight
                bank('A') { mix.mute[1].becomes(program(11)).to(synth) }
                bank('B') { }
                everyBank {
                    mix.mute[1].becomes(program(21)).to(synth)
                    mix.mute[2].becomes(program(22)).to(synth)
                }
            }
            ''')

        expect:
        press(gig, 1, 4, 7).heard('Synth') == ['C0 0B', 'C0 16', 'C0 03']
        press(gig, 26).fresh() && press(gig, 1, 4, 7).heard('Synth') == ['C0 15', 'C0 16', 'C0 03']
    }

    def "lights follow the owner of the control"() {
        given:
        def gig = gig('''
            mix.mute[1].toggles().to(synth)
            banks('Two') {
                previous mix.bankLeft
                next mix.bankRight
                bank('A') { }
                bank('B') { mix.mute[1].toggles().to(synth) }
            }
            ''')

        expect:
        press(gig, 1).lights() == ['mute 1']
        press(gig, 26).lights() == []
        press(gig, 1, 25).lights() == ['mute 1']
        press(gig, 26).lights() == ['mute 1']
    }

    def "a held layer beats a bank; of two held keys the later has the say"() {
        given:
        def gig = gig('''
            banks('One') {
                bank('A') {
                    mix.recArm[1].becomes(program(1)).to(synth)
                    holding(mix.soloKey) { mix.recArm[1].becomes(program(2)).to(synth) }
                    holding(mix.bankLeft) { mix.recArm[1].becomes(program(3)).to(synth) }
                }
            }
            ''')

        expect:
        press(gig, 3).heard('Synth') == ['C0 01']
        press(gig.fresh().plays('MIDI Mix', '90 1B 7F'), 3).heard('Synth') == ['C0 02']
        press(gig.fresh().plays('MIDI Mix', '90 19 7F'), 3).heard('Synth') == ['C0 03']
        press(gig.fresh().plays('MIDI Mix', '80 19 7F'), 3).heard('Synth') == ['C0 02']
        press(gig.fresh().plays('MIDI Mix', '80 1B 7F'), 3).heard('Synth') == ['C0 01']
    }

    def "two units of a kind have layers, lights and toggles of their own"() {
        given:
        def gig = Played.script('''
            def left  = device(MidiMix, 'Left')
            def right = device(MidiMix, 'Right')
            def synth = output('Synth')
            banks('One') {
                bank('A') {
                    left.recArm[1].becomes(program(1)).to(synth)
                    right.recArm[1].becomes(program(2)).to(synth)
                    holding(left.soloKey) { left.recArm[1].becomes(program(11)).to(synth) }
                    holding(right.soloKey) { right.recArm[1].becomes(program(12)).to(synth) }
                }
            }
            left.mute[1].toggles().toChannel(1).to(synth)
            right.mute[1].toggles().toChannel(2).to(synth)
            '''.stripIndent())

        expect: 'the layer of the right unit is not that of the left'
        gig.plays('MIDI Mix #2', '90 1B 7F', '90 03 7F', '80 03 7F').plays('MIDI Mix', '90 03 7F', '80 03 7F').heard('Synth') == ['C0 0C', 'C0 01']
        gig.plays('MIDI Mix', '90 1B 7F', '90 03 7F', '80 03 7F').heard('Synth') == ['C0 0C', 'C0 01', 'C0 0B']

        and: 'so it is with toggles and lights'
        gig.fresh().plays('MIDI Mix #2', '90 01 7F').heard('Synth') == ['91 01 7F']
        gig.lights('Left', 'MIDI Mix') == []
        gig.lights('Right', 'MIDI Mix #2') == ['mute 1']
    }

    def "onEnter runs when its bank is entered, every bank's first, and neither at the start nor on a reload"() {
        given:
        def lines = '''
            def two = banks('Two') {
                previous mix.bankLeft
                next mix.bankRight
                bank('A') { onEnter { synth.send(programChange(1)) } }
                bank('B') { onEnter { synth.send(programChange(2)) } }
                everyBank { onEnter { synth.send(programChange(0)) } }
            }
            mix.soloKey.onPress { two.go('B') }
            '''
        def gig = gig(lines)

        expect:
        gig.heard('Synth') == []
        press(gig, 25).heard('Synth') == []
        press(gig, 26).heard('Synth') == ['C0 00', 'C0 02']
        gig.fresh().reload(GEAR + lines.stripIndent()).heard('Synth') == []
        press(gig, 27).heard('Synth') == []
        press(gig, 25, 27).heard('Synth') == ['C0 00', 'C0 01', 'C0 00', 'C0 02']
    }

    def "a bank that does not exist is told, and nothing happens"() {
        given:
        def gig = gig("def two = banks('Two') { bank 'A', channel: 1 }\nmix.soloKey.onPress { two.go('Z') }")

        expect:
        press(gig, 27).faults() == ["5: 'Two' has no bank 'Z'"]
        gig.bank('Two') == 'A'
    }

    def "the bank's channel counts where the line has none of its own"() {
        expect:
        press(gig('''
            banks('One') {
                bank 'A', channel: 5
                everyBank {
                    mix.mute[1].to(synth)
                    mix.mute[2].toChannel(9).to(synth)
                }
            }
            '''), 1, 4).heard('Synth') == ['94 01 7F', '84 01 7F', '98 04 7F', '88 04 7F']
    }

    def "a bank that is gone after a reload gives its place to the first; state and name agree"() {
        given:
        def script = { banks -> GEAR + """
            def two = banks('Two') {
                next mix.bankRight
                binaryDial mix.bankLeft, mix.bankRight
                ${banks.collect { "bank '$it', channel: 1" }.join('\n                ')}
            }
            """.stripIndent() }
        def gig = Played.script(script(['A', 'B', 'C']))
        press(gig, 26, 26)

        expect:
        gig.reload(script(['X', 'A'])).bank('Two') == 'X'
        gig.lights() == []
        gig.reload(script(['A', 'X'])).bank('Two') == 'X'
        gig.lights() == ['bankLeft']
    }

    def "an included file plays, and once however often it is named"() {
        given:
        def gig = Played.script('''
            include 'pedal'
            include 'pedal'
            '''.stripIndent(), [pedal: '''
            def mix = device(MidiMix)
            def synth = output('Synth')
            mix.mute[1].toggles().to(synth)
            '''.stripIndent()])

        expect:
        press(gig, 1).heard('Synth') == ['90 01 7F']
    }

    def "what the including script takes is taken from what it includes"() {
        given:
        def gig = Played.script('''
            include 'mixer'
            def mix = device(MidiMix)
            def synth = output('Synth')
            take mix.soloKey, mix.mute[1]
            mix.soloKey.onPress { synth.send(programChange(1)) }
            mix.mute[1].becomes(program(2)).to(synth)
            '''.stripIndent(), [mixer: '''
            def mix = device(MidiMix)
            def synth = output('Synth')
            mix.mute.toggles().to(synth)
            mix.soloKey.onPress { synth.send(programChange(99)) }
            '''.stripIndent()])

        expect:
        press(gig, 27, 1, 4).heard('Synth') == ['C0 01', 'C0 02', '90 04 7F']
    }

    def "two owners of one control are refused, with both lines: #what"() {
        expect:
        Scripts.findings(GEAR + lines.stripIndent(), files).any { it.contains(said) }

        where:
        what             | lines                                                                | files | said
        'at the top'     | 'mix.mute[1].to(synth)\nmix.mute.toggles().to(synth)'                | [:]   | "5: two owners of 'mute 1': line 4 has it already"
        'in a bank'      | """
            banks('Two') {
                bank('A') {
                    mix.master.to(synth)
                    mix.master.becomes(cc(1)).to(synth)
                }
            }"""                                                                                | [:]   | "8: two owners of 'master' in Two / A: line 7 has it already"
        'across files'   | "include 'other'\nmix.mute[1].to(synth)"                             | [other: 'def mix = device(MidiMix)\ndef out = output("X")\nbanks("B") { bank("A") { mix.mute[1].to(out) } }'] | 'both want the MIDI Mix'
        'a light'        | "banks('B') {\nbinaryDial mix.mute[1]\nbank 'A', channel: 1\n}\nmix.mute[1].toggles().to(synth)" | [:] | "the light of 'mute 1'"
    }

    def "one control may be looked at by anybody, and a held layer may hide across files"() {
        expect:
        Scripts.findings(GEAR + '''
            include 'other'
            mix.recArm[1].to(synth)
            mix.recArm[1].onEvent { m -> }
            mix.recArm[1].onEvent { m -> }
            '''.stripIndent(), [other: '''
            def mix = device(MidiMix)
            def out = output('X')
            banks('B') { bank('A') { holding(mix.soloKey) { mix.recArm[1].transpose(32).to(out) } } }
            '''.stripIndent()]) == []
    }
}
