package roadcase.played

import spock.lang.Specification

/** The Masterator gig: toggles, banks, layers, knobs and lights of one MIDImix. */
class MasteratorSpec extends Specification {
    static final String GIG = '''
        def mix = device(MidiMix)
        def out = virtualOutput('Masterator OUT')
        def four = banks('Masterator') {
            previous   mix.bankLeft
            next       mix.bankRight
            binaryDial mix.bankLeft, mix.bankRight
            bank 'A', channel: 1
            bank 'B', channel: 2
            bank 'C', channel: 3
            bank 'D', channel: 4
            everyBank {
                mix.mute.toggles().to(out)
                mix.solo.toggles().to(out)
                mix.recArm.toggles().to(out)
                holding(mix.soloKey) {
                    mix.recArm.toggles().transpose(32).to(out)
                }
                mix.knobs.hysteresis(3).to(out)
                mix.faders.hysteresis(3).to(out)
            }
        }
        mix.master.becomes(cc(62)).toChannel(1).to(out)
        panel('Masterator') {
            surface  mix
            overview four
        }
        '''.stripIndent()
    static final String OUT = 'Masterator OUT'
    static final String MIX = 'MIDI Mix'
    static final String LEFT = '90 19 7F'
    static final String RIGHT = '90 1A 7F'
    /** In the order of the device data: rows MUTE, solo layer, REC ARM, then the two bank buttons. */
    static final List<Integer> ORDER = (0..7).collect { 1 + 3 * it } + (0..7).collect { 2 + 3 * it } + (0..7).collect { 3 + 3 * it } + [25, 26]

    Played gig = Played.script(GIG)

    static String light(int note, boolean on) {
        String.format('90 %02X %s', note, on ? '7F' : '00')
    }

    /** Presses a button and lets it go, as the unit says it. */
    Played press(Played gig = this.gig, int... notes) {
        for (int note : notes) gig.plays(MIX, String.format('90 %02X 7F', note), String.format('80 %02X 7F', note))
        gig
    }

    def "at the start every light is sent once, in the order of the device data, and the host hears nothing"() {
        expect:
        gig.sent(MIX) == ORDER.collect { '0.000 ' + light(it, false) }
        gig.heard(OUT) == []
    }

    def "a toggle says On as note-on 127 and Off as 8n nn 00; releases say nothing"() {
        expect:
        press(1, 1, 3).sent(OUT) == ['0.000 90 01 7F', '0.000 80 01 00', '0.000 90 03 7F']
    }

    def "a light shows its toggle, and only differences go out"() {
        given:
        gig.fresh()

        expect:
        press(1, 3, 1).heard(MIX) == [light(1, true), light(3, true), light(1, false)]
        gig.lights() == ['recArm 1']
    }

    def "banks stop at the ends"() {
        expect:
        press(25).bank('Masterator') == 'A'
        press(26, 26, 26, 26, 26).bank('Masterator') == 'D'
        press(25).bank('Masterator') == 'C'
    }

    def "banks that wrap go round"() {
        given:
        def gig = Played.script(GIG.replace('everyBank {', 'wraps()\n            everyBank {'))

        expect:
        press(gig, 25).bank('Masterator') == 'D'
        press(gig, 26).bank('Masterator') == 'A'
    }

    def "the dial counts in binary, left light first: bank #bank"() {
        expect:
        presses.every { press(it) }
        gig.lights() == lights

        where:
        bank | presses      || lights
        'A'  | []           || []
        'B'  | [26]         || ['bankLeft']
        'C'  | [26, 26]     || ['bankRight']
        'D'  | [26, 26, 26] || ['bankLeft', 'bankRight']
    }

    def "each bank has its own toggles on its own channel, and a bank change sends nothing to the host"() {
        when:
        press(1, 3).fresh()
        press(26)

        then:
        gig.heard(OUT) == []
        gig.heard(MIX) == [light(1, false), light(3, false), light(25, true)]

        when:
        gig.fresh()
        press(1)

        then:
        gig.heard(OUT) == ['91 01 7F']

        when:
        press(25)

        then:
        gig.lights() == ['mute 1', 'recArm 1']
    }

    def "while SOLO is held REC ARM has a second layer with lights of its own"() {
        given:
        press(3)

        when:
        gig.fresh().plays(MIX, '90 1B 7F', '90 06 7F', '80 06 7F')

        then:
        gig.heard(OUT) == ['90 26 7F']
        gig.lights() == ['recArm 2']

        when:
        gig.plays(MIX, '80 1B 7F')

        then:
        gig.lights() == ['recArm 1']
        gig.heard(OUT) == ['90 26 7F']
    }

    def "SOLO let go before the button of its layer changes nothing afterwards"() {
        expect:
        gig.plays(MIX, '90 1B 7F', '90 06 7F', '80 1B 7F', '80 06 7F').heard(OUT) == ['90 26 7F']
        gig.lights() == []
    }

    def "the solo row is the MUTE row as the unit shifts it"() {
        expect:
        gig.plays(MIX, '90 1B 7F', '90 02 7F', '80 02 7F', '80 1B 7F').heard(OUT) == ['90 02 7F']
        gig.lights() == ['solo 1']
    }

    def "a reload sends nothing to the host, keeps toggles and bank, and sends no light that did not change"() {
        given:
        press(1, 26, 6).fresh()

        when:
        gig.at(1).reload(GIG)

        then:
        gig.heard(OUT) == []
        gig.heard(MIX) == []
        gig.bank('Masterator') == 'B'

        when:
        press(6)

        then:
        gig.heard(OUT) == ['81 06 00']
    }

    def "a renamed bank starts fresh, and its old name finds its old state"() {
        given:
        press(1)

        expect:
        gig.reload(GIG.replace("bank 'A'", "bank 'Tracks'")).lights() == []
        gig.bank('Masterator') == 'Tracks'
        gig.reload(GIG).lights() == ['mute 1']
    }

    def "the bank and the toggles are remembered for the next evening, silently"() {
        when:
        press(1, 26, 4)
        def next = gig.nextEvening(GIG)

        then:
        next.bank('Masterator') == 'B'
        next.lights() == ['mute 2', 'bankLeft']
        next.heard(OUT) == []
        press(next, 25).lights() == ['mute 1']
    }

    def "every light is repainted when the unit returns, and after its identity reply"() {
        given:
        press(1).fresh()

        when:
        gig.at(1).vanishes(MIX).at(2).comesBack(MIX)

        then:
        gig.sent(MIX) == ORDER.collect { '2.000 ' + light(it, it == 1) }

        when:
        gig.fresh().at(3).plays(MIX, 'F0 7E 00 06 02 47 31 00 19 01 00 00 00 F7')

        then:
        gig.heard(MIX) == ORDER.collect { light(it, it == 1) }
        gig.heard(OUT) == []
    }

    def "other SysEx than an identity reply paints nothing"() {
        expect:
        gig.fresh().plays(MIX, 'F0 7E 00 06 01 F7', 'F0 7D 00 06 02 F7', 'F0 F7', 'F0 7E F7').heard(MIX) == []
    }

    def "lights changed while the unit is away are right when it is back"() {
        expect:
        gig.vanishes(MIX).reload(GIG).at(1).comesBack(MIX).lights() == gig.lightsMeant()
    }

    def "a unit that the new rig does not use is dark"() {
        expect:
        press(1, 26).reload("def out = virtualOutput('$OUT')").with {
            receivers[MIX].notes.isEmpty()
        }
    }

    def "the first move of a knob whose place is unknown says where it stands, unsent; from there it takes hold after 3"() {
        expect:
        gig.plays(MIX, 'B0 10 40', 'B0 10 41', 'B0 10 42', 'B0 10 43', 'B0 10 44').heard(OUT) == ['B0 10 43', 'B0 10 44']
    }

    def "after a bank change a knob is silent until it moves by 3 from where it last stood; then all passes"() {
        given:
        gig.plays(MIX, 'B0 10 40', 'B0 10 50')
        press(26)
        gig.fresh()

        expect:
        gig.plays(MIX, 'B0 10 51', 'B0 10 4F', 'B0 10 52', 'B0 10 53', 'B0 10 54', 'B0 10 53').heard(OUT) == ['B1 10 53', 'B1 10 54', 'B1 10 53']
    }

    def "fast sweeps are not lost"() {
        given:
        gig.plays(MIX, 'B0 13 05', 'B0 13 50')
        press(26)

        expect:
        gig.fresh().plays(MIX, 'B0 13 7F').heard(OUT) == ['B1 13 7F']
    }

    def "the end is always reached: from #from to #to"() {
        given:
        gig.plays(MIX, 'B0 10 40', "B0 10 $from")
        press(26)

        expect:
        gig.fresh().plays(MIX, "B0 10 $to").heard(OUT) == ["B1 10 $to"]

        where:
        from | to
        '7E' | '7F'
        '7D' | '7F'
        '01' | '00'
        '02' | '00'
    }

    def "a reload does not let go of a knob"() {
        given:
        gig.plays(MIX, 'B0 10 40', 'B0 10 50').reload(GIG)

        expect:
        gig.fresh().plays(MIX, 'B0 10 51').heard(OUT) == ['B0 10 51']
    }

    def "after a reconnect where knobs stand is unknown"() {
        given:
        gig.plays(MIX, 'B0 10 40', 'B0 10 50').vanishes(MIX).comesBack(MIX).fresh()

        expect:
        gig.plays(MIX, 'B0 10 20', 'B0 10 21', 'B0 10 23').heard(OUT) == ['B0 10 23']
    }

    def "SEND ALL #how sets all positions and sends nothing, the master neither"() {
        when:
        def ccs = ((16..31) + (46..61) + [62])
        ccs.eachWithIndex { cc, i -> gig.at(1 + i * gap).plays(MIX, String.format('B0 %02X %02X', cc, 100)) }

        then:
        gig.heard(OUT) == []

        when: 'a knob is moved a second later'
        gig.at(2).plays(MIX, 'B0 10 63', 'B0 10 65', 'B0 10 67', 'B0 3E 65')

        then:
        gig.sent(OUT) == ['2.000 B0 10 67', '2.000 B0 3E 65']

        where:
        how           | gap
        'at once'     | 0
        'over 15 ms'  | 0.0004687
        'over 60 ms'  | 0.0018
    }

    def "seven knobs at once are hands"() {
        expect:
        gig.plays(MIX, *((16..22).collect { String.format('B0 %02X 40', it) })).at(1)
                .plays(MIX, *((16..22).collect { String.format('B0 %02X 50', it) })).heard(OUT).size() == 7
    }

    def "SEND ALL while knobs are in hand lets go of those that stand elsewhere than they said"() {
        given:
        gig.plays(MIX, 'B0 10 40', 'B0 10 50', 'B0 11 40', 'B0 11 50')

        when:
        gig.at(1).plays(MIX, *((16..31).collect { String.format('B0 %02X 50', it) })).fresh()
        gig.at(2).plays(MIX, 'B0 10 51')

        then:
        gig.heard(OUT) == ['B0 10 51']
    }

    def "the master speaks on channel 1 in all banks"() {
        given:
        press(26, 26)

        expect:
        gig.fresh().plays(MIX, 'B0 3E 10').heard(OUT) == ['B0 3E 10']
    }

    def "a unit programmed otherwise: buttons swapped, the master on 127, lights where they always were"() {
        given:
        def gig = Played.script(GIG.replace("def out", "mix.swapBankButtons()\nmix.master.sends cc(127)\ndef out"))

        expect:
        press(gig, 25).bank('Masterator') == 'B'
        gig.lights() == ['bankLeft']
        gig.plays(MIX, 'B0 7F 33').heard(OUT) == ['B0 3E 33']
    }

    def "messages on channels and numbers that no control has do nothing"() {
        expect:
        gig.fresh().plays(MIX, '91 01 7F', '90 7F 7F', 'B0 00 10', 'E0 00 40', 'C0 01', 'F8', 'A0 01 10').heard(OUT) == []
    }
}
