package roadcase.scripts

import spock.lang.Specification

/** The main job: one MIDImix that plays four. */
class MasteratorSpec extends Specification {
    static final String GIG = 'gigs/masterator.groovy'
    static final String LEFT = 'MIDI Mix 90 19 7F', RIGHT = 'MIDI Mix 90 1A 7F'
    static final String SHIFT = 'MIDI Mix 90 1B 7F', SHIFT_UP = 'MIDI Mix 80 1B 7F'

    def "at the start every light is painted once, and the host is sent nothing"() {
        when:
        def sent = Evening.sent(GIG, ['1 do end'])

        then:
        sent == [1, 4, 7, 10, 13, 16, 19, 22, 2, 5, 8, 11, 14, 17, 20, 23, 3, 6, 9, 12, 15, 18, 21, 24, 25, 26]
                .collect { String.format('0.000 MIDI Mix 90 %02X 00', it) }
    }

    def "a button is a switch with a light; its release is nothing"() {
        expect:
        Evening.rehearse(GIG, ['1 MIDI Mix 90 04 7F', '1.1 MIDI Mix 80 04 7F', '2 MIDI Mix 90 04 7F',
                '2.1 MIDI Mix 80 04 7F']) ==
                ['1.000 Masterator OUT 90 04 7F', '1.000 MIDI Mix 90 04 7F', '2.000 Masterator OUT 80 04 00',
                 '2.000 MIDI Mix 90 04 00']
    }

    def "the bank lights count A off off, B on off, C off on, D on on, and the walk stops at its ends"() {
        expect:
        Evening.rehearse(GIG, ['1', '2', '3', '4'].collect { "$it $RIGHT".toString() } + ["5 $LEFT".toString()]) ==
                ['1.000 MIDI Mix 90 19 7F',
                 '2.000 MIDI Mix 90 19 00', '2.000 MIDI Mix 90 1A 7F',
                 '3.000 MIDI Mix 90 19 7F',
                 '5.000 MIDI Mix 90 19 00']
    }

    def "each bank sends on its channel and keeps states of its own, painted when it comes back"() {
        expect:
        Evening.rehearse(GIG, ['1 MIDI Mix 90 01 7F', "2 $RIGHT", '3 MIDI Mix 90 04 7F', "4 $LEFT"]*.toString()) ==
                ['1.000 Masterator OUT 90 01 7F', '1.000 MIDI Mix 90 01 7F',
                 '2.000 MIDI Mix 90 01 00', '2.000 MIDI Mix 90 19 7F',
                 '3.000 Masterator OUT 91 04 7F', '3.000 MIDI Mix 90 04 7F',
                 '4.000 MIDI Mix 90 01 7F', '4.000 MIDI Mix 90 04 00', '4.000 MIDI Mix 90 19 00']
    }

    def "while SOLO is held REC ARM is a layer of its own, 32 notes up, with its own lights"() {
        expect:
        Evening.rehearse(GIG, ['1 MIDI Mix 90 03 7F', "2 $SHIFT", '3 MIDI Mix 90 06 7F', "4 $SHIFT_UP"]*.toString()) ==
                ['1.000 Masterator OUT 90 03 7F', '1.000 MIDI Mix 90 03 7F',
                 '2.000 MIDI Mix 90 03 00',
                 '3.000 Masterator OUT 90 26 7F', '3.000 MIDI Mix 90 06 7F',
                 '4.000 MIDI Mix 90 03 7F', '4.000 MIDI Mix 90 06 00']
    }

    def "the unit shifts MUTE by itself: its solo notes are switches too"() {
        expect:
        Evening.rehearse(GIG, ["1 $SHIFT", '2 MIDI Mix 90 02 7F', '3 MIDI Mix 80 02 7F', "4 $SHIFT_UP"]*.toString()) ==
                ['2.000 Masterator OUT 90 02 7F', '2.000 MIDI Mix 90 02 7F']
    }

    def "after a bank change a knob is silent until it moves by 3"() {
        expect:
        Evening.rehearse(GIG, ['1 MIDI Mix B0 10 10', '1.1 MIDI Mix B0 10 20', "2 $RIGHT", '3 MIDI Mix B0 10 22',
                '3.1 MIDI Mix B0 10 23', '3.2 MIDI Mix B0 10 24']*.toString()).findAll { it.contains('OUT') } ==
                ['1.100 Masterator OUT B0 10 20', '3.100 Masterator OUT B1 10 23', '3.200 Masterator OUT B1 10 24']
    }

    def "the master is the same in all banks"() {
        expect:
        Evening.rehearse(GIG, ["1 $RIGHT", '2 MIDI Mix B0 3E 40']*.toString()).findAll { it.contains('OUT') } ==
                ['2.000 Masterator OUT B0 3E 40']
    }

    def "a reload sends nothing and forgets nothing"() {
        expect:
        Evening.rehearse(GIG, ['1 MIDI Mix 90 01 7F', "2 $RIGHT", '3 do reload', "4 $LEFT",
                '5 MIDI Mix 90 01 7F']*.toString()).findAll { it[0] in ['3', '4', '5'] } ==
                ['4.000 MIDI Mix 90 01 7F', '4.000 MIDI Mix 90 19 00', '5.000 Masterator OUT 80 01 00',
                 '5.000 MIDI Mix 90 01 00']
    }

    def "all positions at once are a report, not moves"() {
        expect:
        Evening.rehearse(GIG, [16, 20, 24, 28, 46, 50, 54, 58, 62].collect {
            String.format('1 MIDI Mix B0 %02X 40', it)
        }) == []
    }
}
