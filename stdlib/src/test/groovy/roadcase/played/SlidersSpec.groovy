package roadcase.played

import roadcase.rig.plan.Action.SwitchPreset.How
import spock.lang.Specification

/** What presets have to be moved. */
class SlidersSpec extends Specification {
    static Played script(String sliders, String others = '') {
        Played.script(text(sliders, others))
    }

    static String text(String sliders, String others = '') {
        """
        def keys  = input('Keys')
        def synth = output('Synth')
        preset('Pads') {
            startsOn()
            selectBy keys.program(0)
            onBy     keys.program(1)
            offBy    keys.program(2)
            $sliders
        }
        $others
        """.stripIndent()
    }

    def "#slider at #value sends #sent and reads #reads"() {
        given:
        def gig = script("slider('S', $slider).to(synth)")

        when:
        gig.at(1).slides('Pads', 'S', value)

        then:
        gig.heard('Synth') == sent
        gig.sliders() == ["S $reads"]

        where:
        slider                                      | value || sent       | reads
        'cc(74)'                                    | 100   || ['B0 4A 64'] | '100'
        'cc(74)).toChannel(16'                      | 0     || ['BF 4A 00'] | '0'
        'cc(10)).centred('                          | 64    || ['B0 0A 40'] | '0'
        'cc(10)).centred('                          | 0     || ['B0 0A 00'] | '-64'
        'cc(10)).centred('                          | 127   || ['B0 0A 7F'] | '63'
        'cc(10, 20..100)'                           | 200   || ['B0 0A 64'] | '100'
        'nrpn(300, 0..1000)).toChannel(2'           | 1000  || ['B1 63 02', 'B1 62 2C', 'B1 06 07', 'B1 26 68', 'B1 65 7F', 'B1 64 7F'] | '1000'
        'rpn(0, 0..3072)'                           | 256   || ['B0 65 00', 'B0 64 00', 'B0 06 02', 'B0 26 00', 'B0 65 7F', 'B0 64 7F'] | '256'
        'cc14(7)'                                   | 9999  || ['B0 07 4E', 'B0 27 0F'] | '9999'
        'pitchBend()).centred('                     | 8192  || ['E0 00 40'] | '0'
        'pitchBend()).centred('                     | 0     || ['E0 00 00'] | '-8192'
        'aftertouch()'                              | 7     || ['D0 07']    | '7'
        'keyAftertouch(60)'                         | 7     || ['A0 3C 07'] | '7'
        'program(0..3)'                             | 3     || ['C0 03']    | '3'
        "program(4..7)).labels(['Soft', 'Loud']"    | 5     || ['C0 05']    | 'Loud'
        "program(4..7)).labels(['Soft', 'Loud']"    | 6     || ['C0 06']    | '6'
    }

    def "they start where the script says, centred ones in the middle, others at the bottom"() {
        expect:
        script('''slider('A', cc(1)).to(synth)
            slider('B', cc(2)).startsAt(100).to(synth)
            slider('C', cc(3)).centred().to(synth)
            slider('D', cc(4, 10..20)).to(synth)
            slider('E', cc(5)).centred().startsAt(70).to(synth)''').sliders() == ['A 0', 'B 100', 'C 0', 'D 10', 'E 6']
    }

    def "nothing is sent at the start; what says so is sent when the preset is selected, or comes on"() {
        given:
        def gig = script('''slider('A', cc(1)).startsAt(1).sendOnSelect().to(synth)
            slider('B', cc(2)).startsAt(2).sendWhenOn().to(synth)
            slider('C', cc(3)).startsAt(3).to(synth)''', "preset('Other') { selectBy keys.program(9) }")

        expect:
        gig.heard('Synth') == []
        gig.fresh().at(1).plays('Keys', 'C0 01').heard('Synth') == []                        // it is on
        gig.fresh().at(2).plays('Keys', 'C0 00').heard('Synth') == ['B0 01 01', 'B0 02 02']  // selected once more
        gig.fresh().at(3).plays('Keys', 'C0 02').plays('Keys', 'C0 01').heard('Synth') == ['B0 02 02']
        gig.fresh().at(4).plays('Keys', 'C0 09').heard('Synth') == []
        gig.fresh().at(5).plays('Keys', 'C0 00').heard('Synth') == ['B0 01 01', 'B0 02 02']
    }

    def "where they stand outlives reload and night; the script's number wins once it is edited"() {
        given:
        def one = text("slider('A', cc(1)).startsAt(10).to(synth)")
        def gig = Played.script(one)
        gig.at(1).slides('Pads', 'A', 99)

        expect:
        gig.at(2).reload('\n' + one).sliders() == ['A 99']
        gig.nextEvening(one).sliders() == ['A 99']
        gig.nextEvening(one.replace('startsAt(10)', 'startsAt(11)')).sliders() == ['A 11']
        gig.nextEvening(one.replace('cc(1)', 'cc(1, 0..50)')).sliders() == ['A 50']
        gig.heard('Synth') == ['B0 01 63']
    }

    def "a label that carries messages sends these in place of the slider's own, in order, with their waits"() {
        given:
        def gig = Played.script(text("slider('S', program(0..9)).labels(labels).toChannel(3).to(synth)").replace('preset(', """
            def labels = ['Plain', 'Bank | CC-0-5 WAIT-20 CC-32-1 PC-3', 'NRPN-300-1000 shown', 'Hit | NOTE-ON-60-100 WAIT-500 NOTE-OFF-60-50',
                'Raw | RAW-F0_7E_F7 WAIT-10 WAIT-10 RAW-95_3C_40 BTN-3', 'PC-7']
            preset("""))

        expect:
        gig.fresh().at(1).slides('Pads', 'S', value).at(3).sent('Synth') == sent
        gig.sliders() == ["S $reads"]

        where:
        value || reads   | sent
        0     || 'Plain' | ['1.000 C2 00']
        1     || 'Bank'  | ['1.000 B2 00 05', '1.020 B2 20 01', '1.020 C2 03']
        2     || 'shown' | ['1.000 B2 63 02', '1.000 B2 62 2C', '1.000 B2 06 07', '1.000 B2 26 68', '1.000 B2 65 7F', '1.000 B2 64 7F']
        3     || 'Hit'   | ['1.000 92 3C 64', '1.500 82 3C 32']
        4     || 'Raw'   | ['1.000 F0 7E F7', '1.020 95 3C 40']
        5     || 'PC-7'  | ['1.000 C2 07']
        6     || '6'     | ['1.000 C2 06']
    }

    def "what comes before any and after any is no item of its own"() {
        given:
        def gig = script("""slider('S', cc(7)).labels(['PRE-ANY NOTE-OFF-80-0 WAIT-5', 'Zero', 'One | NOTE-ON-80-1', 'POST-ANY CC-1-1']).to(synth)""")

        expect:
        gig.fresh().at(1).slides('Pads', 'S', 0).at(2).sent('Synth') == ['1.000 80 50 00', '1.005 B0 07 00', '1.005 B0 01 01']
        gig.fresh().at(3).slides('Pads', 'S', 1).at(4).sent('Synth') == ['3.000 80 50 00', '3.005 90 50 01', '3.005 B0 01 01']
        gig.fresh().at(5).slides('Pads', 'S', 0).at(6).sent('Synth') == ['5.000 80 50 00', '5.005 B0 07 00', '5.005 B0 01 01']
        gig.sounding('Synth') == []
    }

    def "what a label begins ends with #end, also while more of it waits"() {
        given:
        def gig = script("""slider('S', cc(7)).labels(['a', 'Hold | NOTE-ON-60-100 CC-64-127 WAIT-100 NOTE-ON-61-100 WAIT-900 NOTE-OFF-60-0']).to(synth)""")
        gig.at(1).slides('Pads', 'S', 1).at(1 + wait)
        def before = gig.sounding('Synth')

        when:
        ends.call(gig)
        gig.at(9)

        then:
        before == sounding
        gig.sounding('Synth') == []
        !(gig.sent('Synth').findAll { it.contains(' 90 3D') && it.tokenize(' ')[0].toBigDecimal() > 1 + wait })

        where:
        end     | wait | sounding                                        | ends
        'panic' | 0.05 | ['note 60 on 1', 'pedal 64 on 1']                 | { Played g -> g.panic() }
        'panic' | 0.2  | ['note 60 on 1', 'note 61 on 1', 'pedal 64 on 1'] | { Played g -> g.panic() }
        'quit'  | 0.2  | ['note 60 on 1', 'note 61 on 1', 'pedal 64 on 1'] | { Played g -> g.quits() }
    }

    def "a slider that is a sustain pedal is lifted at the end"() {
        given:
        def gig = script("slider('Sustain', cc(64)).to(synth)")

        expect:
        gig.at(1).slides('Pads', 'Sustain', 127).sounding('Synth') == ['pedal 64 on 1']
        gig.at(2).quits().sounding('Synth') == []
    }

    def "reactions move sliders by number and by label, and read them"() {
        given:
        def gig = script("slider('Sound', program(0..3)).labels(['Warm', 'Glass']).to(synth)", '''
            def pads  = preset('Pads')
            def sound = pads.slider('Sound')
            keys.noteOn(1).onEvent { m ->
                sound.set('Glass')
                synth.send(controlChange(1, sound.get()))
            }
            keys.noteOn(2).onEvent { m -> sound.set(99) }
            keys.noteOn(3).onEvent { m -> sound.set('Glas') }
            keys.noteOn(4).onEvent { m -> pads.slider('Sond').set(1) }'''.stripIndent())

        expect:
        gig.at(1).plays('Keys', '90 01 01').heard('Synth') as Set == ['C0 01', 'B0 01 01'] as Set
        gig.fresh().at(2).plays('Keys', '90 02 01').heard('Synth') == ['C0 03']
        gig.at(3).plays('Keys', '90 03 01').faults().last().endsWith("the slider 'Sound' has no label 'Glas'; did you mean 'Glass'?")
        gig.at(4).plays('Keys', '90 04 01').faults().last().endsWith("the preset 'Pads' has no slider 'Sond'; did you mean 'Sound'?")
    }

    def "a slider moves, sends and is kept while its preset is off"() {
        given:
        def gig = script("slider('A', cc(1)).to(synth)")

        expect:
        gig.at(1).switches('Pads', How.OFF).slides('Pads', 'A', 5).heard('Synth') == ['B0 01 05']
    }

    def "a missing output drops what a slider sends, and nothing else happens"() {
        given:
        def gig = script("slider('A', cc(1)).to(synth)")

        expect:
        gig.at(1).vanishes('Synth').slides('Pads', 'A', 5).heard('Synth') == []
        gig.at(2).comesBack('Synth').slides('Pads', 'A', 6).heard('Synth') == ['B0 01 06']
    }
}
