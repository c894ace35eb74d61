package roadcase.scripts

import spock.lang.Specification

/** The rig of instruments: who plays which slot, who mixes them, and the clock that the sequencer follows. */
class LinkrigSpec extends Specification {
    static final String GIG = 'gigs/linkrig.groovy'

    /** Without the ticks of the clock. */
    private static List<String> plays(String... events) {
        Evening.rehearse(GIG, events as List).findAll { !it.endsWith(' F8') }
    }

    private static int ticks(List<String> heard, double from, double to) {
        heard.count { it.endsWith(' F8') && it.split(' ')[0].toDouble().with { it >= from && it < to } }
    }

    def "each of the sequencers plays its slot, and no other"() {
        expect:
        plays("1 BeatStep Pro 9$channel 30 64", "1.1 BeatStep Pro 8$channel 30 00") ==
                (slot ? ["1.000 slot $slot 9$channel 30 64", "1.100 slot $slot 8$channel 30 00"]*.toString() : [])

        where:
        channel || slot
        '0'     || 1
        '1'     || 2
        '9'     || 3
        '2'     || null
        'F'     || null
    }

    def "strip #strip mixes slot #strip: fader, three knobs, mute and solo with their lights"() {
        given:
        def cc = { int n -> String.format('%02X', n) }
        // From the factory (Akai, as LinkVST's table has it): knobs 16 to 31 and 46 to 61, three and a fader to a strip.
        int knob = strip <= 4 ? 12 + 4 * strip : 26 + 4 * strip
        def mute = cc(3 * strip - 2), solo = cc(3 * strip)

        expect:
        plays("1 MIDI Mix B0 ${cc(knob + 3)} 7F", "2 MIDI Mix B0 ${cc(knob)} 7F", "3 MIDI Mix B0 ${cc(knob + 1)} 00",
                "4 MIDI Mix B0 ${cc(knob + 2)} 7F", "5 MIDI Mix 90 $mute 7F", "6 MIDI Mix 90 $solo 7F", "7 MIDI Mix 90 $mute 7F") ==
                ["1.000 slot $strip gain 10", "2.000 slot $strip parameter 1 value 1", "3.000 slot $strip parameter 2 value 0",
                 "4.000 slot $strip parameter 3 value 1", "5.000 slot $strip mute true", "5.000 MIDI Mix 90 $mute 7F",
                 "6.000 slot $strip solo true", "6.000 MIDI Mix 90 $solo 7F", "7.000 slot $strip mute false",
                 "7.000 MIDI Mix 90 $mute 00"]*.toString()

        where:
        strip << (1..8)
    }

    def "the master's fader is the master's level, and SOLO plays a test note"() {
        expect:
        plays('1 MIDI Mix B0 3E 00', '2 MIDI Mix 90 1B 7F', '3 do end') ==
                ['1.000 master gain -90', '2.000 slot 1 90 3C 64', '2.500 slot 1 80 3C 00']
    }

    def "the BeatStep Pro hears MIDI clock: 24 ticks a beat, and a start before the first"() {
        given:
        def heard = Evening.sent(GIG, ['4 do end']).findAll { it =~ /BeatStep Pro F[8ABC]$/ }

        expect:
        heard[0] == '0.000 BeatStep Pro FA'
        heard.drop(1).every { it.endsWith('F8') }
        ticks(heard, 0, 2) == 4 * 24
    }

    def "a tempo for everybody is the sequencer's too, and what was turned outlives a reload"() {
        given:
        def heard = Evening.sent(GIG, ['1 MIDI Mix 90 01 7F', '2 shell tempo 60', '3 do reload', '4 MIDI Mix 90 01 7F', '5 do end'])

        expect:
        ticks(heard, 2.5, 4.5) == 2 * 24
        heard.findAll { it.contains('mute') } == ['1.000 slot 1 mute true', '4.000 slot 1 mute false']
        heard.count { it =~ /BeatStep Pro F[ABC]$/ } == 1
    }
}
