package roadcase.played

import spock.lang.Specification

/** Several meanings of a whole device, one of them at a time. */
class PagesSpec extends Specification {
    static final String MIX = 'MIDI Mix'
    static final String APC = 'APC MINI'
    static final String GEAR = '''
        def mix   = device(MidiMix)
        def apc   = device(ApcMini)
        def keys  = input('Keystation')
        def synth = output('Synth')
        '''.stripIndent()
    /** Notes of the first generation's SHIFT and of the row below the pads. */
    static final int SHIFT = 98
    static final int FIRST_COLUMN = 64

    static Played gig(String lines, Map<String, String> files = [:]) {
        Played.script(GEAR + lines.stripIndent(), files.collectEntries { name, text -> [name, GEAR + text.stripIndent()] })
    }

    static Played press(Played gig, String port, int... notes) {
        for (int note : notes) gig.plays(port, down(note), up(note))
        gig
    }

    static String down(int note) {
        String.format('90 %02X 7F', note)
    }

    static String up(int note) {
        String.format('80 %02X 00', note)
    }

    /** With SHIFT and a button below the pads. */
    static Played choose(Played gig, int column) {
        gig.plays(APC, down(SHIFT))
        press(gig, APC, FIRST_COLUMN + column - 1)
        gig.plays(APC, up(SHIFT))
    }

    String page(Played gig, String device = 'MidiMix') {
        gig.stage().standing().pages()[device]
    }

    static final String TWO = '''
        pages(mix) {
            choose apc.columnButtons, holding: apc.shift
            page('Mixer') {
                mix.mute.toggles().to(synth)
                mix.faders.to(synth)
                keys.notes().toChannel(3).to(synth)
            }
            page('Switches') {
                mix.mute.toggles().transpose(40).to(synth)
                mix.faders.hysteresis(3).toChannel(5).to(synth)
                keys.notes().toChannel(4).to(synth)
            }
        }
        mix.recArm.toggles().to(synth)
        '''

    def "a page has its own lines, and what stands outside of pages holds on all"() {
        given:
        def gig = gig(TWO)

        expect:
        page(gig) == 'Mixer'
        press(gig, MIX, 1, 3).heard('Synth') == ['90 01 7F', '90 03 7F']
        choose(gig.fresh(), 2).heard('Synth') == []
        page(gig) == 'Switches'
        press(gig, MIX, 1, 3).heard('Synth') == ['90 29 7F', '80 03 00']
    }

    def "each page has its own toggles, and lights follow"() {
        given:
        def gig = gig(TWO)

        expect:
        press(gig, MIX, 1, 4).lights() == ['mute 1', 'mute 2']
        choose(gig, 2).lights() == []
        press(gig, MIX, 4, 7).lights() == ['mute 2', 'mute 3']
        choose(gig, 1).lights() == ['mute 1', 'mute 2']
        choose(gig, 2).lights() == ['mute 2', 'mute 3']
    }

    def "only lights that differ are painted at a change"() {
        given:
        def gig = gig(TWO)
        press(gig, MIX, 1, 4)
        choose(gig, 2)
        press(gig, MIX, 4)
        gig.fresh()

        expect:
        choose(gig, 1).heard(MIX) == ['90 01 7F']
        choose(gig.fresh(), 1).heard(MIX) == []
    }

    def "a note ends where it began, whatever page is shown by then"() {
        given:
        def gig = gig(TWO)
        gig.plays('Keystation', '90 3C 64').plays(APC, down(SHIFT), down(FIRST_COLUMN + 1))

        expect:
        gig.plays('Keystation', '90 40 64', '80 3C 00', '80 40 00').heard('Synth') == ['92 3C 64', '93 40 64', '82 3C 00', '83 40 00']
    }

    def "who got the press gets the release"() {
        given:
        def gig = gig('''
            pages(apc) {
                choose apc.columnButtons, holding: apc.shift
                page('A') { apc.grid.toChannel(2).to(synth) }
                page('B') { apc.grid.toChannel(3).to(synth); apc.columnButtons.to(synth) }
            }
            ''')
        gig.plays(APC, down(5))
        choose(gig, 2)

        expect:
        gig.plays(APC, up(5)).heard('Synth') == ['91 05 7F', '81 05 00']

        when: 'the button that changed the page comes up where it has another meaning now'
        choose(gig, 1)
        gig.fresh().plays(APC, down(SHIFT), down(FIRST_COLUMN + 1), up(SHIFT), up(FIRST_COLUMN + 1))

        then:
        page(gig, 'ApcMini') == 'B'
        gig.heard('Synth') == []
    }

    def "no message meets half of the old page and half of the new"() {
        given:
        def gig = gig('''
            pages(mix) {
                next keys.noteOn(C4)
                wraps()
                page('A') { keys.notes().toChannel(1).to(synth) }
                page('B') { keys.notes().toChannel(2).to(synth) }
            }
            keys.notes().toChannel(3).to(synth)
            ''')

        expect:
        gig.plays('Keystation', '90 3C 64', '80 3C 00').heard('Synth').sort() == ['80 3C 00', '82 3C 00', '90 3C 64', '92 3C 64']
        gig.fresh().plays('Keystation', '90 3C 64', '80 3C 00').heard('Synth').sort() == ['81 3C 00', '82 3C 00', '91 3C 64', '92 3C 64']
        page(gig) == 'A'
    }

    def "while SHIFT is held the row tells which page is shown, and is itself again afterwards"() {
        given:
        def gig = gig('''
            pages(apc) {
                choose apc.columnButtons, holding: apc.shift
                page('A') { apc.columnButtons.toggles().to(synth) }
                page('B') { }
                page('C') { }
            }
            ''')
        press(gig, APC, FIRST_COLUMN + 2, FIRST_COLUMN + 7)
        def lit = { gig.lightsMeant('ApcMini') }

        expect:
        lit() == ['columnButton 3', 'columnButton 8']
        gig.plays(APC, down(SHIFT)) && lit() == ['columnButton 1', 'columnButton 8']
        press(gig, APC, FIRST_COLUMN + 1) && lit() == ['columnButton 2']
        gig.plays(APC, up(SHIFT)) && lit() == []
        choose(gig, 1) && lit() == ['columnButton 3', 'columnButton 8']
    }

    def "steps stop at the ends, or go round"() {
        given:
        def gig = gig("""
            pages(mix) {
                previous mix.bankLeft
                next mix.bankRight
                $wraps
                page('A') { }
                page('B') { }
                page('C') { }
            }
            """)

        expect:
        pages == [25, 26, 26, 26, 25].collect { press(gig, MIX, it); page(gig) }

        where:
        wraps     | pages
        ''        | ['A', 'B', 'C', 'C', 'B']
        'wraps()' | ['C', 'A', 'B', 'C', 'B']
    }

    def "a held layer beats a bank, a bank a page, a page the top"() {
        given:
        def gig = gig('''
            mix.mute[1].becomes(program(1)).to(synth)
            mix.mute[2].becomes(program(2)).to(synth)
            mix.mute[3].becomes(program(3)).to(synth)
            pages(mix) {
                next mix.bankRight
                wraps()
                page('A') {
                    mix.mute[1].becomes(program(11)).to(synth)
                    mix.mute[2].becomes(program(12)).to(synth)
                    holding(mix.bankLeft) { mix.mute[1].becomes(program(31)).to(synth) }
                }
                page('B') { }
            }
            ''')

        expect:
        press(gig, MIX, 1, 4, 7).heard('Synth') == ['C0 0B', 'C0 0C', 'C0 03']
        press(gig.fresh().plays(MIX, down(25)), MIX, 1, 4).heard('Synth') == ['C0 1F', 'C0 0C']
        press(press(gig.plays(MIX, up(25)), MIX, 26).fresh(), MIX, 1, 4, 7).heard('Synth') == ['C0 01', 'C0 02', 'C0 03']
    }

    static final Map<String, String> PACKS = [
        linkrig: '''
            def level = remember('level', 0)
            mix.faders[1].to(level)
            mix.mute.toggles().to(synth)
            keys.notes().toChannel(1).to(synth)
            apc.faders.to(synth)
            preset('Warm') {
                startsOn()
                keys.cc(1).to(synth)
            }
            ''',
        masterator: '''
            banks('Masterator') {
                previous mix.bankLeft
                next mix.bankRight
                binaryDial mix.bankLeft, mix.bankRight
                bank 'A', channel: 1
                bank 'B', channel: 2
                everyBank {
                    mix.mute.toggles().to(synth)
                    holding(mix.soloKey) { mix.recArm.toggles().transpose(32).to(synth) }
                }
            }
            ''']
    static final String GIG = '''
        pages(mix) {
            choose apc.rowButtons, holding: apc.shift
            page('Mixer')      { include 'linkrig' }
            page('Masterator') { include 'masterator' }
        }
        '''

    def "of a script that is included on a page only what belongs to the device is on that page"() {
        given:
        def gig = gig(GIG, PACKS)
        gig.plays(APC, down(SHIFT), down(83), up(83), up(SHIFT)).fresh()

        expect: 'the keyboard, the other device and the preset play on, the MIDImix has its other meaning'
        page(gig) == 'Masterator'
        gig.plays('Keystation', '90 3C 64', 'B0 01 40').plays(APC, 'B0 30 10').heard('Synth') == ['90 3C 64', 'B0 01 40', 'B0 30 10']
        press(gig.fresh(), MIX, 1, 26, 1).heard('Synth') == ['90 01 7F', '91 01 7F']
        gig.lights() == ['mute 1', 'bankLeft']
        gig.plays(MIX, down(27), down(3), up(3), up(27)).heard('Synth').last() == '91 23 7F'

        when:
        gig.plays(APC, down(SHIFT), down(82), up(82), up(SHIFT)).fresh()

        then: 'and the mixer has toggles of its own'
        gig.lights() == []
        press(gig, MIX, 1, 25, 26).heard('Synth') == ['90 01 7F']
        gig.plays('Keystation', '80 3C 00').heard('Synth') == ['90 01 7F', '80 3C 00']
    }

    def "the same packs side by side, without pages, hide each other and are refused"() {
        expect:
        Scripts.findings(GEAR + "include 'linkrig'\ninclude 'masterator'", PACKS.collectEntries { n, t -> [n, GEAR + t.stripIndent()] })
                .any { it.contains('both want the MIDI Mix') && it.contains('give each a page of its own') }
    }

    def "two devices have pages of their own, and one may be chosen on the other"() {
        given:
        def files = [apc: """
            pages(apc) {
                choose apc.columnButtons, holding: apc.shift
                page('Clips') {
                    apc.grid.toggles().to(synth)
                    apc.columnButtons.toggles().to(synth)
                    apc.rowButtons.toggles().to(synth)
                    holding(apc.shift) { apc.rowButtons[8].becomes(program(8)).to(synth) }
                }
                page('Text') { apc.grid.toggles().toChannel(2).to(synth) }
            }
            """] + PACKS
        def gig = gig("include 'apc'" + GIG, files)
        gig.plays(APC, down(SHIFT), down(83), up(83), down(65), up(65), down(89), up(89), up(SHIFT))

        expect:
        page(gig) == 'Masterator'
        page(gig, 'ApcMini') == 'Text'
        press(gig.fresh(), APC, 83, 0).heard('Synth') == ['91 00 7F']
        press(press(choose(gig.fresh(), 1), APC, 83, 0).plays(APC, down(SHIFT)), APC, 89).heard('Synth') == ['90 53 7F', '90 00 7F', 'C0 08']
        page(gig) == 'Masterator'
    }

    def "the page is remembered by name, by a reload and by the next evening"() {
        given:
        def three = { List<String> names -> GEAR + """
            pages(mix) {
                choose apc.columnButtons, holding: apc.shift
                ${names.collect { "page('$it') { }" }.join('\n                ')}
            }
            """.stripIndent() }
        def gig = Played.script(three(['A', 'B', 'C']))
        choose(gig, 2)

        expect:
        gig.reload(three(['A', 'X', 'B'])) && page(gig) == 'B'
        page(gig.nextEvening(three(['B', 'A']))) == 'B'
        page(gig.nextEvening(three(['A', 'C']))) == 'A'
        gig.reload(three(['X', 'Y'])) && page(gig) == 'X'
    }

    def "a knob whose page changes is silent until it has moved"() {
        given:
        def gig = gig(TWO)
        gig.plays(MIX, 'B0 13 40')
        choose(gig, 2)

        expect:
        gig.fresh().plays(MIX, 'B0 13 41', 'B0 13 42').heard('Synth') == []
        gig.plays(MIX, 'B0 13 43').heard('Synth') == ['B4 13 43']
    }

    def "by name, too, and a wrong name says which there are"() {
        given:
        def gig = gig(TWO)

        expect:
        gig.does { assert it.goPage('MidiMix', 'Switches') == null }
        page(gig) == 'Switches'
        gig.does { assert it.goPage('MidiMix', 'Nope') == "'MidiMix' has no page 'Nope'; it has Mixer, Switches" }
        gig.does { assert it.goPage('ApcMini', 'Mixer') == "there are no pages of 'ApcMini'" }
        page(gig) == 'Switches'
    }

    def "buttons by which a unit changes its own mode are warned of"() {
        given:
        def six = (1..6).collect { "page('$it') { }" }.join('; ')
        def warned = { String row -> Scripts.findings(GEAR + "pages(mix) { choose apc.$row, holding: apc.shift\n$six }") }

        expect:
        warned('columnButtons') == []
        warned('rowButtons') == ["6: on the APC mini mk2 'shift' with 'rowButton 6' changes the mode of the unit itself: " +
            "use another button while 'shift' is held"]
    }

    def "refused: #what"() {
        expect:
        Scripts.findings(GEAR + lines.stripIndent()) == (said ? [said] : [])

        where:
        what << ['twice in one place', 'nobody leads there', 'a row too short', 'no way back', 'hidden by a page', 'one page needs nobody',
            'hidden on one page, but another way']
        lines << ['''
            pages(mix) {
                choose mix.recArm
                page('A') { }
                page('B') {
                    mix.faders.to(synth)
                    mix.faders[2].to(synth)
                }
            }
            ''', '''
            pages(mix) {
                page('A') { }
                page('B') { }
            }
            ''', '''
            pages(mix) {
                choose apc.grid.row(1)
                page('1') { }; page('2') { }; page('3') { }; page('4') { }; page('5') { }; page('6') { }; page('7') { }; page('8') { }
                page('9') { }
            }
            ''', '''
            pages(mix) {
                next mix.bankRight
                page('A') { }
                page('B') { }
            }
            ''', '''
            pages(mix) {
                choose mix.recArm
                page('A') { }
                page('B') { mix.recArm.toggles().to(synth) }
            }
            ''', '''
            pages(mix) {
                page('A') { mix.faders.to(synth) }
            }
            ''', '''
            pages(mix) {
                choose mix.recArm
                previous mix.bankLeft
                page('A') { }
                page('B') { mix.recArm.toggles().to(synth) }
            }
            ''']
        said << ["12: two owners of 'fader 2' in page B: line 11 has it already; use it once, or put one of the two in a bank or a layer of its own",
            "9: nobody can reach the page 'B': say above how to change pages, by choose and a row of buttons, or by previous and next",
            "10: nobody can reach the page '9': no button, key or pedal leads there; choose needs a row with a button for each page",
            "10: from the page 'B' nobody can get back to 'A': add previous, or wraps()",
            "10: from the page 'B' nobody can get back to 'A': a page has another meaning for what line 8 changes pages by; change pages while a key is held, such as choose row, holding: key",
            null, null]
    }
}
