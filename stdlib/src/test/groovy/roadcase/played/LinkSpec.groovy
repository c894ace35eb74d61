package roadcase.played

import roadcase.clock.Session
import roadcase.rig.Stage
import spock.lang.Specification

/** A clock that is shared with others, here pretended ones, who do what they like. */
class LinkSpec extends Specification {
    static final String GEAR = '''
        def keys  = input('Keystation')
        def mix   = device(MidiMix)
        def synth = output('Synth')
        '''.stripIndent()

    /** Link, as far as anybody sees: it notes what is proposed, and tells what a Spec says. */
    static class Pretended implements Session {
        final List proposed = []
        long join(double bpm, double beat, long nanos) { note('join', bpm) }
        long leave() { note('leave') }
        long tempo(double bpm) { note('tempo', bpm) }
        long play(boolean on) { note('play', on) }

        private long note(Object... what) {
            proposed << what.toList()
            proposed.size()
        }
    }

    def link = new Pretended()
    Played gig

    /** A gig, with Link from the start. */
    Played gig(String lines) {
        gig = Played.script(GEAR + lines.stripIndent())
        does { it.session(link) }
        gig
    }

    void does(Closure what) {
        gig.does { Stage stage -> what(stage) }
    }

    /** What was proposed until now. */
    List getProposed() {
        gig.stage()
        link.proposed
    }

    /** The session stands so now, and knows all that was proposed. */
    void others(Map how, long knows = proposed.size()) {
        does { stage ->
            stage.hear(new Session.Line(how.bpm ?: 120d, how.beat ?: 0d, stage.now(), how.joined != false, how.plays == true,
                    how.peers == null ? 1 : how.peers, knows))
        }
    }

    def "the gig's tempo is proposed for the case that nobody is there, and that of the others is taken over"() {
        given:
        gig("def link = clock(LINK, 96.bpm)")

        expect:
        proposed == [['join', 96d]]

        when:
        gig.at(1)
        others(bpm: 128, beat: 17)

        then:
        gig.stage().standing().bpm() == 128
        Math.abs(gig.stage().standing().beat() - 17) < 1e-6
        gig.stage().standing().clocks()[0].peers() == 1
        gig.stage().standing().clocks()[0].follows() == 'Link, 1 other is there'
        gig.notes() == ['Link: 1 other is there, 128.0 bpm']
        proposed.size() == 1
    }

    def "what waits for the bar waits for that of the others, wherever it is moved to"() {
        given:
        gig("def link = clock(LINK, 120.bpm)\nkeys.programs().quantise(1.bar, link).to(synth)\nkeys.noteOn(C4).after(2.beats, link).to(synth)")
        others(beat: 1.5)
        gig.at(0.1).plays('Keystation', 'C0 05', '90 3C 40')

        when: 'beat 1.7 turns out to be beat 11 of somebody else'
        others(beat: 11)
        gig.at(9)

        then: 'one beat to the bar; the note waits for its two beats still'
        gig.sent('Synth') == ['0.600 C0 05', '1.100 90 3C 40']
    }

    def "a peer's tempo moves the value, and what hangs on it"() {
        given:
        gig("""
            def link = clock(LINK, 120.bpm)
            keys.cc(1).pickup().between(100, 227).to(link.tempo)
            link.tempo.onChange { x -> synth.send(controlChange(1, x - 100)) }
            keys.programs().quantise(1.bar, link).to(synth)""")
        others(beat: 0)

        when:
        gig.at(0.5).plays('Keystation', 'C0 05')
        others(beat: 1, bpm: 180)
        gig.at(4)

        then: 'three beats at 180'
        gig.sent('Synth') == ['0.500 B0 01 50', '1.500 C0 05']
        proposed.size() == 1

        when: 'the knob does not jump: it takes hold where the tempo is'
        gig.plays('Keystation', 'B0 01 0A', 'B0 01 0B')

        then:
        proposed.size() == 1

        when:
        gig.plays('Keystation', 'B0 01 50', 'B0 01 52')

        then:
        proposed.last() == ['tempo', 182d]
        gig.stage().standing().bpm() == 182
    }

    def "what is told from before a proposal does not undo it"() {
        given:
        gig('def link = clock(LINK, 120.bpm)')
        others(bpm: 120)
        gig.at(1).tempo(90)

        expect:
        proposed.last() == ['tempo', 90d]

        when:
        others(1, bpm: 120, beat: 2)

        then:
        gig.stage().standing().bpm() == 90

        when:
        others(bpm: 90, beat: 2)

        then:
        gig.stage().standing().bpm() == 90
    }

    def "a rounding of the network is no move"() {
        given:
        gig("def link = clock(LINK, 120.bpm)\nlink.tempo.onChange { x -> synth.send(programChange(1)) }")
        others(bpm: 120)
        gig.tempo(133)

        when: '133 beats are 451,128 microseconds each'
        others(bpm: 60e6d / 451128)

        then:
        gig.heard('Synth') == ['C0 01']
    }

    def "everybody's start and stop start and stop gear, and ours theirs"() {
        given:
        gig('''
            def link = clock(LINK, 120.bpm)
            synth.follows link
            mix.recArm[1].toggles().to(link.playing)''')
        gig.fresh()
        others(beat: 1)
        gig.at(0.25)

        expect: 'the rehearsal of it played before Link was there'
        FollowsSpec.orders(gig)*.split(' ')*.last() == ['FC']
        gig.lights() == []

        when:
        others(plays: true, beat: 1.5)
        gig.at(2)

        then: 'beat 4'
        FollowsSpec.orders(gig).last() == '1.500 FA'
        gig.lights() == ['recArm 1']

        when:
        others(plays: false, beat: 5)

        then:
        FollowsSpec.orders(gig).last() == '2.000 FC'
        gig.lights() == []

        when:
        gig.at(2.1).plays('MIDI Mix', '90 03 7F', '80 03 00')

        then:
        proposed.last() == ['play', true]

        when: 'a line that does not know it yet'
        others(1, plays: false, beat: 5.2)

        then:
        gig.lights() == ['recArm 1']
    }

    def "gear is placed anew where the beat jumps while it plays"() {
        given:
        gig('def link = clock(LINK, 120.bpm)\nsynth.follows link')
        others(plays: true, beat: 0)
        gig.at(1).fresh()

        when: 'two beats and a bit turn out to be ten and a half'
        others(plays: true, beat: 10.55)
        gig.at(3)

        then: 'the next sixteenth is that of 10.75, its place in the bar 11 of 16'
        def orders = FollowsSpec.orders(gig)
        orders[0] == '1.000 FC'
        orders[1] == '1.100 F2 0B 00'
        orders[2] == '1.100 FB'
        orders.size() == 3
    }

    def "a small correction is nobody's business"() {
        given:
        gig('def link = clock(LINK, 120.bpm)\nsynth.follows link')
        others(plays: true, beat: 0)
        gig.at(1).fresh()
        others(plays: true, beat: 2.01)
        gig.at(2)

        expect:
        FollowsSpec.orders(gig) == []
        FollowsSpec.ticks(gig).size() in 48..49
    }

    def "another number in the script is proposed where nobody is there, and not where somebody is"() {
        given:
        gig('def link = clock(LINK, 120.bpm)')
        others(peers: peers)
        gig.at(1).reload(GEAR + 'def link = clock(LINK, 99.bpm)').at(2)

        expect:
        proposed.drop(1) == then
        gig.stage().standing().bpm() == bpm

        where:
        peers || then            | bpm
        0     || [['tempo', 99d]] | 99
        2     || []              | 120
    }

    def "a gig without Link has its first clock on Link when a player wants it, and off again"() {
        given:
        gig('def time = clock(INTERNAL, 100.bpm)')

        expect:
        proposed == []

        when:
        does { assert it.link(true, 111d) == null }
        others(bpm: 140)

        then:
        proposed == [['join', 111d]]
        gig.stage().standing().bpm() == 140

        when:
        does { assert it.link(false, 0d) == null }

        then:
        proposed.last() == ['leave']
        gig.stage().standing().bpm() == 140
        gig.stage().standing().clocks()[0].follows() == 'our own'
    }

    def "a gig that names no clock at all may be on Link too"() {
        given:
        gig('keys.programs().after(1.beat).to(synth)')

        when:
        does { it.link(true, 0d) }
        others(bpm: 60, beat: 3)
        gig.plays('Keystation', 'C0 05').at(4)

        then:
        gig.sent('Synth') == ['1.000 C0 05']
        gig.stage().standing().clocks()*.name() == ['INTERNAL']
    }

    def "a clock that follows MIDI clock does not follow Link besides"() {
        given:
        gig('def band = clock(MIDI_CLOCK, keys)')

        expect:
        does { assert it.link(true, 0d).contains('follows MIDI clock') }
        proposed == []
    }

    def "a reload keeps the session, one without the clock leaves it"() {
        given:
        gig('def link = clock(LINK, 120.bpm)')
        others(bpm: 130)

        when:
        gig.at(1).reload(GEAR + 'def link = clock(LINK, 120.bpm)\nkeys.to(synth)').at(2)

        then:
        proposed.size() == 1
        gig.stage().standing().bpm() == 130

        when:
        gig.reload(GEAR).at(3)

        then:
        proposed.last() == ['leave']
    }
}
