package roadcase.played

import roadcase.rig.plan.RigError
import spock.lang.Specification

/** Pictures that move on pads, as an APC mini shows them. */
class PicturesSpec extends Specification {
    static final String APC = 'def apc = device(ApcMini)\n'

    static Pads gig(String text) { new Pads(APC + text) }

    static List<String> rows(String drawn) { drawn.stripIndent().trim().readLines() }

    static final List<String> DARK = ['........'] * 8

    def "frame words paint what they say"() {
        expect:
        gig("apc.grid.animate(50.ms) { frame -> $code }").at(40).look() == rows(drawn)

        where:
        code << ['frame.pad(1, 1, RED); frame.pad(8, 8, GREEN); frame.column(4, YELLOW)',
                 'frame.dot(1, 0, RED); frame.dot(2, 0.5, RED); frame.dot(3, 1, RED); frame.dot(4, 7, GREEN); frame.dot(5, -1, GREEN)',
                 'frame.bar(1, 0, GREEN); frame.bar(2, 0.5, GREEN); frame.bar(3, 1, GREEN, YELLOW, RED); frame.bar(4, 0.01, RED)',
                 'frame.pad(1, 1, RED); frame.clear(); frame.pad(2, 2, GREEN)']
        drawn << ['''
                    R..Y....
                    ...Y....
                    ...Y....
                    ...Y....
                    ...Y....
                    ...Y....
                    ...Y....
                    ...Y...G''', '''
                    ..RG....
                    ........
                    ........
                    .R......
                    ........
                    ........
                    ........
                    R...G...''', '''
                    ..R.....
                    ..R.....
                    ..Y.....
                    ..Y.....
                    .GY.....
                    .GG.....
                    .GG.....
                    .GGR....''', '''
                    ........
                    .G......
                    ........
                    ........
                    ........
                    ........
                    ........
                    ........''']
    }

    def "a step is a span; what was painted stays until it is cleared"() {
        given:
        def pads = gig('apc.grid.animate(100.ms) { frame -> frame.pad(frame.step % 8 + 1, 1, GREEN) }')

        expect:
        [50, 150, 450].collect { pads.at(it).look()[0] } == ['G.......', 'GG......', 'GGGGG...']
    }

    def "seconds and beats go by, with the tempo of the first clock"() {
        given:
        def pads = gig('''
            def time = clock(INTERNAL, 60.bpm)
            apc.grid.animate(50.ms) { frame ->
                frame.clear()
                frame.pad((frame.seconds as int) + 1, 1, GREEN)
                frame.pad((frame.beat as int) + 1, 2, RED)
            }'''.stripIndent())

        expect:
        pads.at(2_510).look()[0..1] == ['..G.....', '..R.....']
        pads.tempo(120).at(4_010).look()[0..1] == ['....G...', '.....R..']
    }

    def "a wave goes from the middle up, down and back"() {
        given:
        def pads = gig('''apc.grid.animate(50.ms) { frame ->
            frame.clear()
            for (column in 1..8) frame.dot(column, sine((column - 1) / 8), GREEN)
        }''')

        expect:
        pads.at(40).look() == rows('''
            ..G.....
            .G.G....
            ........
            G...G...
            ........
            ........
            .....G.G
            ......G.''')
    }

    def "held pads are those under fingers"() {
        given:
        def pads = gig('''apc.grid.animate(50.ms) { frame ->
            frame.clear()
            for (pad in frame.held) { pad.light(RED); frame.pad(9 - pad.column, 9 - pad.row, GREEN) }
        }''')
        pads.at(10).press(2, 3).press(1, 1).at(60)

        expect:
        pads.look().findIndexValues { it != '........' } == [0, 2, 5, 7]
        pads.look()[0] == 'R.......'
        pads.look()[2] == '.R......'
        pads.look()[5] == '......G.'
        pads.look()[7] == '.......G'

        when:
        pads.release(2, 3).release(1, 1).at(160)

        then:
        pads.look() == DARK
    }

    def "a text comes in from the right, goes out to the left and begins again"() {
        given:
        def pads = gig("apc.grid.scroll 'Hä', GREEN, 100.ms")

        expect:
        pads.at(50).look() == DARK
        pads.at(150).look() == ['.......G'] * 7 + ['........']
        pads.at(850).look() == rows('''
            G..G.G..
            G..G....
            G..G..GG
            GGGG....
            G..G..GG
            G..G.G..
            G..G..GG
            ........''')
        pads.at(1_750).look() == DARK
        pads.at(1_850).look() == ['.......G'] * 7 + ['........']
    }

    def "an accent that is not drawn is left away, a sign that is not drawn is refused"() {
        when:
        def pads = gig("apc.grid.scroll 'é', GREEN, 100.ms")
        def plain = gig("apc.grid.scroll 'e', GREEN, 100.ms")

        then:
        pads.at(450).look() == plain.at(450).look()
        pads.look() != DARK

        when:
        gig("apc.grid.scroll 'A\u2603', GREEN, 100.ms")

        then:
        def refused = thrown(RigError)
        refused.message.contains("there is no '\u2603' on pads")
    }

    def "#wrong is refused"() {
        when:
        gig(wrong)

        then:
        def refused = thrown(RigError)
        refused.message.contains(why)

        where:
        wrong                                                   | why
        "apc.grid.scroll '', GREEN, 80.ms"                      | 'needs letters'
        "apc.grid.scroll 'A', GREEN, 0.ms"                      | 'more than nothing'
        "apc.grid.scroll 'A', GREEN, 0.5.beats"                 | 'looks at frame.beat'
        "apc.grid.animate(2.minutes) { frame -> }"              | 'a minute at most'
        "apc.grid.bars device(Rack).master.spectrum(9), GREEN"  | '9 signals are more than the 8 columns'
        "apc.grid.bars apc.faders"                              | 'need a light'
    }

    def "bars show where faders stand"() {
        given:
        def pads = gig('apc.grid.bars apc.faders, GREEN, YELLOW, RED')

        expect:
        pads.at(10).look() == DARK

        when:
        pads.moves('fader 1', 127).moves('fader 2', 64).moves('fader 8', 1).at(100)

        then:
        pads.look() == rows('''
            R.......
            R.......
            Y.......
            YY......
            YY......
            GG......
            GG......
            GG.....G''')
    }

    def "bars show values between their limits"() {
        given:
        def pads = gig('''
            def mix = device(MidiMix)
            def rack = device(Rack)
            rack.slot(1, 'Lead') { instrument 'Poly' }
            def depth = remember('depth', 64)
            apc.grid.bars([depth, rack.slot('Lead').parameter('Cutoff')], GREEN)
            mix.master.to(rack.slot('Lead').parameter('Cutoff'))'''.stripIndent())
        pads.does { it.live().setValue('depth', 32) }.at(100)

        expect:
        pads.look().count { it[0] == 'G' } == 3
    }

    def "bars show meters, 60 dB up to full scale, and bands of a spectrum"() {
        given:
        def pads = gig('''
            def rack = device(Rack)
            rack.slot(1, 'Lead') { instrument 'Poly' }
            apc.grid.bars rack.slots.meters, GREEN, YELLOW, RED'''.stripIndent())
        pads.at(10).meter('slot 1', -30).meter('slot 2', 0).meter('slot 3', -100).at(100)

        expect:
        pads.look() == rows('''
            .R......
            .R......
            .Y......
            .Y......
            YY......
            GG......
            GG......
            GG......''')

        when:
        pads = gig('apc.grid.bars device(Rack).master.spectrum(3), GREEN')
        pads.at(10).meter('master / spectrum 3 / 2', -3).at(100)

        then:
        pads.look() == ['.G......'] * 8
    }

    def "no more than thirty pictures a second, however short the span"() {
        given:
        def pads = gig('apc.grid.animate(1.ms) { frame -> frame.clear(); frame.pad(frame.step % 8 + 1, 1, GREEN) }')
        pads.at(1_000).fresh().at(2_000)

        expect:
        pads.told['ApcMini'].toSet().size() in 28..30
    }

    def "only pads that change are told"() {
        given:
        def pads = gig('apc.grid.animate(100.ms) { frame -> frame.clear(); frame.column(frame.step % 8 + 1, GREEN) }')
        pads.at(1_050)

        when:
        pads.fresh().at(1_150)

        then: 'one column goes dark and one comes on'
        pads.told['ApcMini'].size() == 16

        when:
        pads = gig('apc.grid.animate(50.ms) { frame -> frame.clear(); frame.pad(1, 1, RED) }')
        pads.at(1_000).fresh().at(3_000)

        then:
        pads.told['ApcMini'] == []
    }

    def "a reload goes on at the same step, second and beat, and nothing is dark in between"() {
        given:
        def text = { String colour -> APC + "apc.grid.animate(100.ms) { frame -> frame.clear(); frame.pad(frame.step % 8 + 1, " +
                "(frame.seconds as int) + 1, $colour) }" }
        def pads = new Pads(text('GREEN'))
        pads.at(1_350)

        expect:
        pads.look()[1] == '.....G..'

        when:
        pads.fresh().reload(text('GREEN'))

        then:
        pads.look()[1] == '.....G..'
        pads.told['ApcMini'] == []
        pads.at(1_450).look()[1] == '......G.'

        when: 'an edit shows at once, at the step that it is at'
        pads.reload(text('RED'))

        then:
        pads.at(1_460).look()[1] == '......R.'
        pads.at(1_550).look()[1] == '.......R'
    }

    def "another span goes on from the step that it was at"() {
        given:
        def text = { int span -> APC + "apc.grid.animate(${span}.ms) { frame -> frame.clear(); frame.pad(frame.step % 8 + 1, 1, GREEN) }" }
        def pads = new Pads(text(100))
        pads.at(350).reload(text(1_000))

        expect:
        pads.at(360).look()[0] == '...G....'
        pads.at(840).look()[0] == '...G....'
        pads.at(860).look()[0] == '....G...'
    }

    def "one that throws stops alone, its pads dark, and says so"() {
        given:
        def broken = """
            def second = device(ApcMini, 'Second')
            apc.grid.animate(50.ms) { frame -> frame.column(frame.step + 1, GREEN) }
            second.grid.animate(50.ms) { frame -> frame.clear(); frame.column(frame.step % 8 + 1, RED) }""".stripIndent()
        def pads = gig(broken)

        expect:
        pads.at(375).look() == ['GGGGGGGG'] * 8
        pads.at(450).look() == DARK
        pads.faults == ['4: column 9; the picture has 8 of them, the first is 1',
                        "4: this picture of 'ApcMini' stops here and its pads are dark, everything else goes on; a reload starts it again"]
        pads.at(3_975).look('Second') == ['.......R'] * 8
        pads.faults.size() == 2

        when:
        pads.reload(APC + broken.replace('frame.step + 1', 'frame.step % 8 + 1'))

        then:
        pads.at(4_000).look()[0].count('G') > 0
    }

    def "one that never comes back stops alone, its pads dark, and says so"() {
        given:
        def pads = gig('''
            def second = device(ApcMini, 'Second')
            apc.grid.animate(100.ms) { frame -> frame.column(1, GREEN); while (frame.step > 2) frame.clear() }
            second.grid.scroll 'A', RED, 100.ms'''.stripIndent())

        expect:
        pads.at(250).look() == ['G.......'] * 8
        pads.at(450).look() == DARK
        pads.faults.last().contains('stops here and its pads are dark')
        pads.at(950).look('Second') != DARK
    }

    def "eight units at once"() {
        given:
        def text = (1..8).collect { "def a$it = device(ApcMini, 'Unit $it'); a${it}.grid.animate(34.ms) { frame -> frame.clear(); " +
                "frame.column((frame.step + $it) % 8 + 1, GREEN) }" }.join('\n')
        def pads = new Pads(text)
        pads.at(34 * 100 + 1)

        expect:
        (1..8).every { n -> pads.look("Unit $n") == ['.' * ((100 + n) % 8) + 'G' + '.' * (7 - (100 + n) % 8)] * 8 }

        when:
        pads.fresh().at(34 * 110 + 1)

        then:
        (1..8).every { n -> pads.told["Unit $n".toString()].size() == 160 }
    }

    def "pictures of one grid are layered by bank"() {
        given:
        def pads = gig('''
            def keys = input('Keystation')
            banks('Looks') {
                next keys.cc(67)
                wraps()
                bank('One') { apc.grid.animate(50.ms) { frame -> frame.column(1, GREEN) } }
                bank('Two') { apc.grid.animate(50.ms) { frame -> frame.column(8, RED) } }
            }'''.stripIndent())

        expect:
        pads.at(40).look() == ['G.......'] * 8
        pads.does { it.goBank('Looks', 'Two') }.at(90).look() == ['.......R'] * 8
        pads.does { it.goBank('Looks', 'One') }.at(140).look() == ['G.......'] * 8
    }

    def "one that nobody sees does not run"() {
        given:
        def pads = gig('''
            def keys = input('Keystation')
            def out = output('Out')
            def count = remember('count', 0)
            banks('Looks') {
                next keys.cc(67)
                bank('One') { keys.to(out) }
                bank('Two') { apc.grid.animate(100.ms) { frame -> count.set(count.get() + 1) } }
            }'''.stripIndent())
        def count = { double n = 0; pads.does { n = it.live().value('count') }; n }

        expect:
        pads.at(2_000)
        count() == 0d
        pads.does { it.goBank('Looks', 'Two') }.at(3_050)
        count() == 11d
    }

    def "pictures of one grid are layered by page"() {
        given:
        def pads = gig('''
            pages(apc) {
                choose apc.columnButtons, holding: apc.shift
                page('Wave') { apc.grid.animate(50.ms) { frame -> frame.column(1, GREEN) } }
                page('Faders') { apc.grid.bars apc.faders, RED }
            }'''.stripIndent())

        expect:
        pads.at(40).look() == ['G.......'] * 8
        pads.moves('fader 8', 127).does { it.goPage('ApcMini', 'Faders') }.at(90).look() == ['.......R'] * 8
        pads.does { it.goPage('ApcMini', 'Wave') }.at(140).look() == ['G.......'] * 8
    }
}
