package roadcase.played

import roadcase.cli.explain.Explanation
import roadcase.cli.shell.Status
import spock.lang.Specification

import static roadcase.played.Launcher.pad

/** Clips that wait for the bar, and what happens to them meanwhile. A bar of 120 bpm is two seconds. */
class ClipsInTimeSpec extends Specification {
    static final String X = pad(1, 1)
    static final String Y = pad(1, 2)

    def apc = new Launcher(Launcher.BARS)

    def "a pressed clip blinks, let go or not, until the bar starts it"() {
        when:
        apc.at(0.5).press(X).press(pad(2, 1)).at(0.6).release(X)

        then:
        apc.shows(X) == 'green blink'
        apc.shows(pad(2, 1)) == 'green blink'

        when:
        apc.at(1.999)

        then:
        apc.shows(X) == 'green blink'
        apc.gig.sent('DAW') == []

        when:
        apc.at(2)

        then:
        apc.gig.sent('DAW') == ['2.000 90 38 7F', '2.000 90 39 7F']
        apc.shows(X) == 'green'
        apc.shows(pad(2, 1)) == 'green'
        apc.shows('columnButton 1') == 'red'
    }

    def "the clip of a column that was pressed last plays, and the one before it ends with the bar"() {
        when:
        apc.at(0.5).tap(X).at(2.5).tap(Y).tap(pad(1, 8))

        then:
        [X, Y, pad(1, 8)].collect { apc.shows(it) } == ['green', 'yellow', 'green blink']

        when:
        apc.at(4)

        then:
        apc.gig.sent('DAW') == ['2.000 90 38 7F', '4.000 80 38 00', '4.000 90 00 7F']
        [X, Y, pad(1, 8)].collect { apc.shows(it) } == ['yellow', 'yellow', 'green']
    }

    def "a row waits for the bar: its button blinks, what plays of it plays on, columns without a clip of it stop there"() {
        given:
        apc.at(0.5).tap(X).tap(pad(4, 2))

        when:
        apc.at(2.5).tap('rowButton 1')

        then:
        apc.shows('rowButton 1') == 'green blink'
        apc.shows(X) == 'green'
        apc.shows(pad(4, 2)) == 'green'
        apc.shows(pad(2, 1)) == 'green blink'

        when:
        apc.at(4)

        then:
        apc.shows('rowButton 1') == 'off'
        apc.gig.sent('DAW').drop(2) == ['4.000 90 39 7F', '4.000 90 3A 7F', '4.000 80 33 00', '4.000 90 3C 7F']
        apc.shows('columnButton 4') == 'off'
    }

    def "another row takes the place of one that waits"() {
        when:
        apc.at(0.5).tap('rowButton 1').tap('rowButton 2')

        then:
        apc.shows('rowButton 1') == 'off'
        apc.shows('rowButton 2') == 'green blink'

        when:
        apc.at(2)

        then:
        apc.gig.heard('DAW') == (0x30..0x34).collect { String.format('90 %02X 7F', it) }
    }

    def "a column stops when its button is let go, not at the bar; what waits in it is forgotten"() {
        when:
        apc.at(0.5).tap(X).at(2.5).tap(Y).at(3).press('columnButton 1').at(3.1)

        then:
        apc.shows('columnButton 1') == 'red blink'

        when:
        apc.release('columnButton 1').at(5)

        then:
        apc.gig.sent('DAW') == ['2.000 90 38 7F', '3.100 80 38 00']
        [X, Y, 'columnButton 1'].collect { apc.shows(it) } == ['yellow', 'yellow', 'off']
    }

    def "SHIFT and the button that is printed stop all, and forget what waits; without SHIFT it is the button of its row"() {
        when:
        apc.at(0.5).tap(X).tap(pad(2, 1)).at(2.5).tap(Y).tap('rowButton 4')
        apc.at(3).press('shift').tap('rowButton 8').release('shift').at(5)

        then:
        apc.gig.sent('DAW').drop(2) == ['3.000 80 38 00', '3.000 80 39 00']
        apc.shows(Y) == 'yellow'
        apc.shows('rowButton 4') == 'off'

        when:
        apc.at(5).tap('rowButton 8').at(6)

        then:
        apc.gig.sent('DAW').drop(4) == ['6.000 90 00 7F', '6.000 90 02 7F', '6.000 90 04 7F', '6.000 90 06 7F']
    }

    def "on the line itself a clip starts at once"() {
        when:
        apc.at(2).tap(X)

        then:
        apc.gig.sent('DAW') == ['2.000 90 38 7F']
    }

    def "another tempo brings the bar sooner"() {
        when:
        apc.at(1).tap(X)
        apc.gig.at(1).tempo(240)
        apc.at(3)

        then:
        apc.gig.sent('DAW') == ['1.500 90 38 7F']
    }

    def "while the clock stands a clip blinks, and starts with the line from which the clock goes on"() {
        given:
        def apc = new Launcher(Launcher.BARS.replace('clock(LINK, 120.bpm)', 'clock(MIDI_CLOCK, keys)'))
        apc.at(1).gig.plays('Keys', 'FA')
        ClocksSpec.ticks(apc.gig, 'Keys', 120, 2)
        apc.gig.plays('Keys', 'FC')

        when:
        apc.at(2.5).tap(X).at(20)

        then:
        apc.shows(X) == 'green blink'
        apc.gig.sent('DAW') == []

        when: 'it goes to the beginning'
        apc.gig.plays('Keys', 'FA')
        ClocksSpec.ticks(apc.gig, 'Keys', 120, 1)

        then:
        apc.gig.heard('DAW') == ['90 38 7F']
        apc.shows(X) == 'green'
    }

    def "a clock that jumps is followed: a waiting clip starts with the next bar from there"() {
        given:
        def apc = new Launcher(Launcher.BARS.replace('clock(LINK, 120.bpm)', 'clock(MIDI_CLOCK, keys)'))
        apc.at(1).gig.plays('Keys', 'FA')
        ClocksSpec.ticks(apc.gig, 'Keys', 120, 1)
        apc.tap(X)

        when: 'to beat 3 of the first bar, then on'
        apc.gig.plays('Keys', 'FC', 'F2 0C 00', 'FB')
        double there = apc.gig.seconds()
        ClocksSpec.ticks(apc.gig, 'Keys', 120, 2)

        then:
        apc.gig.sent('DAW').size() == 1
        Math.abs((apc.gig.sent('DAW')[0].split(' ')[0] as double) - there - 0.5) < 0.05
    }

    // ---- what happens meanwhile

    def "a reload leaves what plays and what waits, and says nothing"() {
        given:
        apc.at(0.5).tap(X).at(2.5).tap(Y).tap('rowButton 3')
        int start = apc.count()

        when:
        apc.gig.at(3).reload(Launcher.BARS + '// edited\n')

        then:
        apc.count() == start
        apc.gig.heard('DAW') == ['90 38 7F']

        when:
        apc.at(4)

        then: 'the row has no clip in the first column'
        apc.gig.sent('DAW').drop(1) == ['4.000 80 38 00', '4.000 90 29 7F', '4.000 90 2A 7F', '4.000 90 2B 7F', '4.000 90 2D 7F']
    }

    def "a clip taken out of the layout stops at the next grid line, lit until then and dark after"() {
        given:
        apc.at(0.5).tap(X).tap(pad(2, 1))

        when:
        apc.gig.at(2.5).reload(Launcher.BARS.replaceFirst('x x x', '. x x'))

        then:
        apc.shows(X) == 'green'
        apc.shows('columnButton 1') == 'red'

        when:
        apc.at(4)

        then:
        apc.gig.sent('DAW').drop(2) == ['4.000 80 38 00']
        apc.shows(X) == 'off'
        apc.shows('columnButton 1') == 'off'
        apc.shows(pad(2, 1)) == 'green'
    }

    def "a clip that is back in the layout before the line plays on"() {
        when:
        apc.at(0.5).tap(X)
        apc.gig.at(2.5).reload(Launcher.BARS.replaceFirst('x x x', '. x x'))
        apc.gig.at(3).reload(Launcher.BARS)
        apc.at(7)

        then:
        apc.gig.heard('DAW') == ['90 38 7F']
        apc.shows(X) == 'green'
    }

    def "a clip that waits and is taken out is forgotten"() {
        when:
        apc.at(0.5).tap(X)
        apc.gig.at(1).reload(Launcher.BARS.replaceFirst('x x x', '. x x'))
        apc.at(4)

        then:
        apc.gig.sent('DAW') == []
        apc.shows(X) == 'off'
    }

    def "clips without their block stop at the line that was theirs, by the code that was theirs; the pads are dark at once"() {
        when:
        apc.at(0.5).tap(X)
        apc.gig.at(2.5).reload(Launcher.HEAD + 'def link = clock(LINK, 120.bpm)\n')

        then:
        apc.shows(X) == 'off'
        apc.gig.heard('DAW') == ['90 38 7F']

        when:
        apc.at(5)

        then:
        apc.gig.sent('DAW').drop(1) == ['4.000 80 38 00']
        apc.gig.faults() == []
    }

    def "a block that is back before the line has its clips again"() {
        when:
        apc.at(0.5).tap(X)
        apc.gig.at(2.5).reload(Launcher.HEAD + 'def link = clock(LINK, 120.bpm)\n')
        apc.gig.at(3).reload(Launcher.BARS)
        apc.at(7)

        then:
        apc.gig.heard('DAW') == ['90 38 7F']
        apc.shows(X) == 'green'
    }

    def "a grid that is taken away starts what waits, one that comes makes it wait"() {
        given:
        def apc = new Launcher(Launcher.BARS)

        when:
        apc.at(0.5).tap(X)
        apc.gig.at(1).reload(Launcher.BARS.replace('quantise 1.bar, link', ''))

        then:
        apc.gig.sent('DAW') == ['1.000 90 38 7F']

        when:
        apc.at(1.2).press(Y)
        apc.gig.at(1.3).reload(Launcher.BARS)
        apc.at(1.4).release(Y).at(2)

        then:
        apc.gig.sent('DAW').drop(1) == ['2.000 80 38 00', '2.000 90 30 7F']
    }

    def "the unit may go and come: its clips play on, and it shows them"() {
        when:
        apc.at(0.5).tap(X).at(1).switchedOff().at(3)

        then:
        apc.gig.sent('DAW') == ['2.000 90 38 7F']
        apc.shows(X) == 'off'

        when:
        apc.at(3.5).gig.comesBack('APC MINI')

        then:
        apc.shows(X) == 'green'
        apc.shows('columnButton 1') == 'red'
        apc.shows(Y) == 'yellow'
    }

    def "what only was held when the unit went was not pressed"() {
        given:
        def apc = new Launcher(Launcher.PLAIN)

        when:
        apc.at(1).tap(X).press(Y).press('columnButton 1').switchedOff().gig.comesBack('APC MINI')

        then:
        apc.gig.heard('DAW') == ['90 38 7F']
        [X, Y, 'columnButton 1'].collect { apc.shows(it) } == ['green', 'yellow', 'red']
    }

    def "panic stops the clips: their code hears it, and their pads are ready"() {
        when:
        apc.at(0.5).tap(X).at(2.5).tap(Y)
        apc.gig.panic()
        apc.at(5)

        then:
        apc.gig.heard('DAW').findAll { it.startsWith('90') } == ['90 38 7F']
        apc.gig.sounding('DAW') == []
        [X, Y, 'columnButton 1'].collect { apc.shows(it) } == ['yellow', 'yellow', 'off']

        when:
        apc.tap(X).at(6)

        then:
        apc.gig.sent('DAW').last() == '6.000 90 38 7F'
    }

    def "quit ends what clips sound, and the next evening begins with none"() {
        when:
        apc.at(0.5).tap(X).at(2.5)
        apc.gig.quits()

        then:
        apc.gig.sounding('DAW') == []

        when:
        def next = apc.gig.nextEvening(Launcher.BARS)

        then:
        next.heard('DAW') == []
        next.heard('APC MINI').contains('90 38 05')
    }

    // ---- the language and the faces

    def "code is told the column, the row and the number, in order"() {
        given:
        def apc = new Launcher(Launcher.HEAD + 'apc.grid.clips {' + Launcher.LAYOUT + '''
            onStart { clip -> daw.send(programChange(clip.column * 10 + clip.row)) }
            onStop  { clip -> daw.send(controlChange(clip.column, clip.row)) }
            }''')

        expect:
        apc.at(1).tap(pad(3, 4)).tap(pad(3, 1)).gig.heard('DAW') == ['C0 22', 'B0 03 04', 'C0 1F']
    }

    def "stopAll() is a word of reactions"() {
        given:
        def apc = new Launcher(Launcher.PLAIN + 'keys.noteOn(C4).onEvent { message -> all.stopAll() }')

        when:
        apc.at(1).tap(X).tap(pad(2, 1)).gig.at(2).plays('Keys', '90 3C 40')

        then:
        apc.gig.heard('DAW') == ['90 38 7F', '90 39 7F', '80 38 00', '80 39 00']
    }

    def "pads show the colours that the script says"() {
        given:
        def apc = new Launcher(Launcher.PLAIN.replace('onStart', 'colours ready: RED, waiting: YELLOW.blink\nonStart'))

        expect:
        apc.shows(X) == 'red'
        apc.press(X).shows(X) == 'yellow blink'
        apc.release(X).shows(X) == 'green'
    }

    def "in banks every bank has clips of its own, which play on in another bank"() {
        given:
        def apc = new Launcher(Launcher.HEAD + '''
            banks('Two') {
                next keys.noteOn(C4)
                wraps()
                bank 'A', channel: 1
                bank 'B', channel: 2
                everyBank { apc.grid.clips {''' + Launcher.LAYOUT + Launcher.CODE + '} } }')

        when:
        apc.at(1).tap(X).gig.at(2).plays('Keys', '90 3C 40')

        then:
        apc.shows(X) == 'yellow'

        when:
        apc.at(3).tap(Y).gig.at(4).plays('Keys', '90 3C 40')

        then:
        apc.shows(X) == 'green'
        apc.shows(Y) == 'yellow'
        apc.gig.heard('DAW') == ['90 38 7F', '90 30 7F']
    }

    def "how they stand is told"() {
        when:
        apc.at(0.5).tap(X).tap(pad(3, 4)).at(2.5).tap(Y)
        def clips = apc.gig.stage().standing().clips()

        then:
        clips*.name() == ['ApcMini / clips']
        clips[0].playing()*.toString() == ['1/1', '3/4']
        clips[0].waiting()*.toString() == ['1/2']
        Status.of(apc.gig.stage().rig(), apc.gig.stage().standing(), 0, Status.Code.FINE, 0).lines()[1] ==
                'clips    ApcMini / clips: plays 1/1, 3/4, next 1/2'
    }

    def "what they do is explained"() {
        when:
        def said = Explanation.of(apc.gig.stage().rig())

        then:
        said.any {
            it.startsWith("'ApcMini / clips' has 19 clips, one of a column plays; a pressed one is held back to the next grid line of 1 bar by LINK."
                    + ' Its pads show yellow for ready, green blink for waiting, green for playing; the others do nothing.'
                    + ' On start: code of the script (')
        }
        said.findAll { it.contains("'ApcMini / clips'") }.size() == 5
        !said.any { it.contains('The light of') }
    }
}
