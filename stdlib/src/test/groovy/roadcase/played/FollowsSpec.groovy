package roadcase.played

import spock.lang.Specification

/** Gear that follows a clock, in virtual time: the Conductor's own MIDI clock, which says what the driver's says. */
class FollowsSpec extends Specification {
    static final String GEAR = '''
        def keys  = input('Keystation')
        def drums = input('Drums')
        def mix   = device(MidiMix)
        def synth = output('Synth')
        '''.stripIndent()
    static final String INTERNAL = 'def time = clock(INTERNAL, 120.bpm)\nsynth.follows time\n'

    static Played gig(String lines) {
        Played.script(GEAR + lines.stripIndent())
    }

    /** All but the ticks, with their times. */
    static List<String> orders(Played gig, String port = 'Synth') {
        gig.sent(port).findAll { !it.endsWith(' F8') }
    }

    static List<Double> ticks(Played gig, String port = 'Synth') {
        gig.sent(port).findAll { it.endsWith(' F8') }.collect { it.split(' ')[0] as double }
    }

    def "a clock of our own starts the gear at beat 0 and sends 24 ticks a beat, the first behind the start"() {
        given:
        def gig = gig(INTERNAL).at(10)

        expect:
        gig.heard('Synth').take(2) == ['FA', 'F8']
        orders(gig) == ['0.000 FA']
        // 48 a second, and the one at ten seconds
        ticks(gig).size() == 481
        ticks(gig).withIndex().every { time, i -> Math.abs(time - i / 48d) < 0.0006 }
    }

    def "so does Link in a rehearsal, where nobody else is: #words"() {
        expect:
        def gig = gig("def link = clock(LINK$words)\nsynth.follows link").at(2)
        orders(gig) == ['0.000 FA']
        ticks(gig).size() == count

        where:
        words       || count
        ''          || 97
        ', 60.bpm'  || 49
        ', 180.bpm' || 145
    }

    def "another tempo moves the ticks and stops nobody"() {
        given:
        def gig = gig(INTERNAL).at(1).tempo(240).at(2)

        expect:
        orders(gig) == ['0.000 FA']
        ticks(gig).count { it > 1.001 } == 96
    }

    def "a button stops and starts it, with the next bar, and its light shows that"() {
        given:
        def gig = gig(INTERNAL + 'mix.recArm[1].toggles().to(time.playing)')

        expect:
        gig.lights() == ['recArm 1']

        when:
        gig.at(1.1).plays('MIDI Mix', '90 03 7F', '80 03 00')

        then: 'ticks go on, so that gear knows the tempo'
        orders(gig.at(3)) == ['0.000 FA', '1.100 FC']
        ticks(gig).size() == 145
        gig.lights() == []

        when:
        gig.at(3.1).plays('MIDI Mix', '90 03 7F', '80 03 00').at(5)

        then:
        orders(gig).drop(2) == ['4.000 FA']
        gig.lights() == ['recArm 1']
    }

    def "code starts and stops it, and reads whether it plays"() {
        given:
        def gig = gig(INTERNAL + '''
            mix.mute[1].onPress { if (time.playing.isOn()) time.playing.turnOff() else time.playing.turnOn() }''')

        expect:
        orders(gig.at(1).plays('MIDI Mix', '90 01 7F', '80 01 00')) == ['0.000 FA', '1.000 FC']
        orders(gig.at(1.5).plays('MIDI Mix', '90 01 7F', '80 01 00').at(2)).drop(2) == ['2.000 FA']
    }

    def "whether it plays outlives a reload, and is no business of the next evening"() {
        given:
        String text = GEAR + INTERNAL + 'mix.recArm[1].toggles().to(time.playing)'
        def gig = Played.script(text).at(1).plays('MIDI Mix', '90 03 7F', '80 03 00').at(2).reload(text + '\n').at(5)

        expect:
        orders(gig) == ['0.000 FA', '1.000 FC']
        gig.lights() == []
        orders(gig.nextEvening(text).at(1)) == ['0.000 FA']
    }

    def "a reload is not heard in it"() {
        given:
        def gig = gig(INTERNAL).at(1.01).reload(GEAR + INTERNAL + 'keys.to(output("Other"))').at(4)

        expect:
        orders(gig) == ['0.000 FA']
        ticks(gig).size() == 193
    }

    def "gear that comes by a reload is placed and goes on at the next bar, gear that goes is stopped"() {
        given:
        def gig = gig(INTERNAL).at(1.01).reload(GEAR + INTERNAL + "def bass = output('Bass')\nbass.follows time").at(3)

        expect: 'bar 2 begins with the ninth sixteenth'
        orders(gig, 'Bass') == ['2.000 F2 10 00', '2.000 FB']
        orders(gig) == ['0.000 FA']

        when:
        gig.reload(GEAR + "def bass = output('Bass')\ndef time = clock(INTERNAL, 120.bpm)\nbass.follows time").at(4)

        then:
        orders(gig) == ['0.000 FA', '3.000 FC']
        ticks(gig).size() == 145
        orders(gig, 'Bass').size() == 2
    }

    def "a port that vanishes gets nothing, and is placed at the next bar when it is back"() {
        given:
        def gig = gig(INTERNAL).at(1.01).vanishes('Synth').at(2.5).comesBack('Synth').at(5)

        expect:
        orders(gig) == ['0.000 FA', '4.000 F2 20 00', '4.000 FB']
        ticks(gig).every { it < 1.01 || it >= 2.5 }
    }

    def "the clean stop stops the gear"() {
        expect:
        orders(gig(INTERNAL).at(1).quits()) == ['0.000 FA', '1.000 FC']
    }

    def "gear follows what comes in: from where it is when it starts, and stops with it"() {
        given:
        def gig = gig('def band = clock(MIDI_CLOCK, drums)\nsynth.follows band').at(1).plays('Drums', 'FA')
        ClocksSpec.ticks(gig, 'Drums', 120, 6)
        gig.plays('Drums', 'FC').at(8)

        expect:
        orders(gig) == ['1.000 FA', '4.000 FC']

        and: 'one for one'
        Math.abs(ticks(gig).count { it >= 1 && it < 4 } - 144) <= 1

        when: 'somebody goes on from bar 3'
        gig.plays('Drums', 'F2 20 00', 'FB')
        ClocksSpec.ticks(gig, 'Drums', 120, 2)

        then:
        orders(gig).drop(2) == ['8.000 F2 20 00', '8.000 FB']
    }

    def "gear that is followed never gets its own clock"() {
        given: 'whoever sends clock is followed'
        def gig = gig('''
            def band = clock(MIDI_CLOCK)
            mix.follows band
            synth.follows band''').at(1).plays('MIDI Mix', 'FA')

        when:
        ClocksSpec.ticks(gig, 'MIDI Mix', 120, 4)
        def heard = gig.sent('MIDI Mix').findAll { it.endsWith(' F8') && (it.split(' ')[0] as double) > 1.001 }

        then:
        heard == []
        orders(gig) == ['1.000 FA']
        ticks(gig).count { it > 1 } > 90
    }

    def "a clock that comes through a line stays away from gear that follows, and reaches the rest"() {
        given:
        def gig = gig(INTERNAL + "keys.to(synth, output('Other'))").at(1).plays('Keystation', 'FA', 'F8', '90 3C 40', 'FC').at(1.01)

        expect:
        orders(gig) == ['0.000 FA', '1.000 90 3C 40']
        ticks(gig).size() == 49
        gig.heard('Other') == ['FA', 'F8', '90 3C 40', 'FC']
    }

    def "bars are those of the clock: #said"() {
        given:
        def gig = gig("""
            def time = clock(INTERNAL, 120.bpm)$said
            synth.follows time
            mix.recArm[1].toggles().to(time.playing)""").at(0.1).plays('MIDI Mix', '90 03 7F', '80 03 00')

        expect:
        orders(gig.at(0.2).plays('MIDI Mix', '90 03 7F', '80 03 00').at(4)).last() == last

        where:
        said                                || last
        ''                                  || '2.000 FA'
        '.barsOf(3.beats)'                  || '1.500 FA'
        '.barsOf(3.beats).barsFrom(1.beat)' || '0.500 FA'
    }
}
