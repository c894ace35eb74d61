package roadcase.played

import roadcase.cli.explain.WhySentence
import roadcase.midi.Message
import roadcase.rig.Rehearsal
import roadcase.rig.Remembered
import roadcase.rig.Trace
import roadcase.rig.plan.Origin
import spock.lang.Specification

/** What a player reads who asks why. The first line of a gig here is line 1. */
class WhySpec extends Specification {
    static final GEAR = "def keys = input('Keys'); def pads = input('Pads'); def mix = device(MidiMix); " +
            "def synth = output('Synth'); def piano = output('Piano')\n"

    List<Trace> traces = []
    long now = 0
    long apart = 50_000_000

    private Rehearsal rehearse(String lines) {
        def rehearsal = new Rehearsal(Scripts.declared(GEAR + lines), Remembered.NOTHING, new Rehearsal.Paper() {
            void sent(long nanos, String port, Message message) {}
            void fault(long nanos, Origin where, String sentence) { throw new AssertionError("$where $sentence") }
            void note(long nanos, String sentence) {}
            void light(long nanos, String port, String control, boolean on) {}
        })
        rehearsal.follow { traces << it }
        rehearsal
    }

    private List<String> play(Rehearsal rehearsal, String... events) {
        for (String event : events) {
            traces.clear()
            def (port, hex) = event.split(': ')
            now += apart
            assert rehearsal.message(now, port == 'Mix' ? 'MIDI Mix' : port, Message.parse(hex)) == null
            rehearsal.end(now)
        }
        traces.collectMany { t -> t.lines().collect { WhySentence.of(t, it) } + (t.ended() ? [WhySentence.ended(t)] : []) }
    }

    def "a line says what it lets pass: #line"() {
        expect:
        play(rehearse(line), event) == [said]

        where:
        line                                      | event            || said
        'keys.onChannel(6).to(synth)'             | 'Keys: 90 3C 40' || 'line 2 lets only channel 6 pass; this came on channel 1'
        'keys.notes().to(synth)'                  | 'Keys: B0 07 40' || 'line 2 lets only notes pass; this is CC 7 = 64, channel 1'
        'keys.cc(1).to(synth)'                    | 'Keys: B0 07 40' || 'line 2 lets only CC 1 pass; this is CC 7 = 64, channel 1'
        'keys.ignoring(CC).to(synth)'             | 'Keys: B0 07 40' || 'line 2 stops CCs; this is CC 7 = 64, channel 1'
        "keys.zone('Bass', C1..B2).to(synth)"     | 'Keys: 90 3C 40' || "line 2 lets only the part 'Bass' (notes C1 (24) to B2 (47)) pass; this is note on 60 (C4) velocity 64, channel 1"
        'keys.velocities(100..127).to(synth)'     | 'Keys: 90 3C 40' || 'line 2 lets only velocities 100 to 127 pass; this is note on 60 (C4) velocity 64, channel 1'
        'keys.transpose(70).to(synth)'            | 'Keys: 90 3C 40' || 'line 2 goes up by 70 semitones; this is note on 60 (C4) velocity 64, channel 1, and there is no such key'
        'keys.cc(7).scale(0..10, 0..127).to(synth)' | 'Keys: B0 07 40' || 'line 2 lets only values 0 to 10 pass; this is CC 7 = 64, channel 1'
        'keys.cc(7).above(100).to(synth)'         | 'Keys: B0 07 40' || 'line 2 lets only values above 100 pass; this is CC 7 = 64, channel 1'
        'keys.only { channel 6 }.to(synth)'       | 'Keys: 90 3C 40' || 'line 2 lets only channel 6 pass; this is note on 60 (C4) velocity 64, channel 1'
        'keys.drop { events CC }.to(synth)'       | 'Keys: B0 07 40' || 'line 2 stops CC; this is CC 7 = 64, channel 1'
        'keys.notes().to(synth)'                  | 'Keys: FA'       || 'line 2 lets only notes pass; this is start'
        'keys.onChannel(2).to(synth)'             | 'Keys: FA'       || 'line 2 lets only channel 2 pass; this is start, which has no channel'
        'keys.nrpn(8).to(synth)'                  | 'Keys: B0 62 08' || 'this CC is a part of an NRPN, which line 2 takes whole'
    }

    def "a line says what it sends and does: #line"() {
        expect:
        play(rehearse(line), event) == [said]

        where:
        line                                              | event            || said
        'keys.transpose(12).toChannel(2).to(synth, piano)' | 'Keys: 90 3C 40' || "line 2 sends note on 72 (C5) velocity 64, channel 2 to 'Synth' and 'Piano'"
        'def c = clock(INTERNAL, 120.bpm); keys.notes().quantise(1.bar, c).to(synth)' | 'Keys: 90 3C 40' || "line 2 sends note on 60 (C4) velocity 64, channel 1 to 'Synth', held back to the next grid line of 1 bar by INTERNAL"
        'keys.noteOn(60).onEvent { m -> }'                   | 'Keys: 90 3C 40' || 'line 2 runs code (roadcase_gig_gig.groovy:2:1)'
        "def v = remember('v', 3); keys.cc(7).to(v)"      | 'Keys: B0 07 7F' || "line 2 moves 'v' to 127"
        'mix.mute[1].toggles().to(synth)'                 | 'Mix: 90 01 7F'  || "line 2 sends note on 1 (C#-1) velocity 127, channel 1 to 'Synth', turns its toggle on"
        'keys.cc(7).becomes(nrpn(8)).to(synth)'           | 'Keys: B0 07 7F' || "line 2 sends 6 messages to 'Synth'"
    }

    def "an NRPN is asked of the lines that take it, whole"() {
        given:
        apart = 1_000_000

        expect:
        play(rehearse('keys.nrpn(8).to(synth)\nkeys.nrpn(9).to(piano)'),
                'Keys: B0 63 00', 'Keys: B0 62 08', 'Keys: B0 06 01', 'Keys: B0 26 7F') == [
                'this CC is a part of NRPN 8, which line 2 takes whole',
                'this CC is a part of NRPN 8, which line 3 takes whole',
                "line 2 sends 6 messages to 'Synth'",
                'line 3 lets only NRPN 9 pass; this is NRPN 8 = 255, channel 1']
    }

    def "places, switches and hands"() {
        given:
        def gig = rehearse('''\
            preset('Deep Mind') { keys.notes().to(synth) }
            def layer = keys.notes().to(piano); mix.recArm[8].toggles().to(layer.on)
            banks('Four') {
                next mix.bankRight
                bank('A') { mix.mute[1].to(synth) }
                bank('B') { mix.mute[1].to(piano) }
                everyBank { mix.faders[1].hysteresis(3).to(synth); holding(mix.soloKey) { mix.recArm[2].to(piano) } }
            }
            pages(mix) {
                next pads.noteOn(C4)
                wraps()
                page('Mixer')    { mix.recArm[3].to(piano) }
                page('Switches') { mix.recArm[3].to(synth) }
            }'''.stripIndent())

        expect:
        play(gig, 'Mix: 90 09 7F').contains('line 14: page Switches of MidiMix is not shown; Mixer is')
        play(gig, 'Pads: 90 3C 40') == ['line 11 goes to the next page of MidiMix']
        play(gig, 'Mix: 90 09 7F').contains('line 13: page Mixer of MidiMix is not shown; Switches is')
        play(gig, 'Keys: 90 3C 40')[0] == "line 2: the preset 'Deep Mind' is off"
        play(gig, 'Mix: 90 18 7F') == ['line 3 turns its toggle off']
        play(gig, 'Keys: 90 3C 40')[1] == "line 3 ('Keys to Piano') is switched off"
        play(gig, 'Mix: 90 01 7F').contains('line 7: bank B is not active; A is')
        play(gig, 'Mix: 90 06 7F') == ['line 8: it plays only while soloKey of MidiMix is held']
        play(gig, 'Mix: B0 13 40', 'Mix: B0 13 41') == ['line 8: the knob waits until it has moved by 3 from 64; it is at 65']
        play(gig, 'Mix: B0 13 50')[0].startsWith('line 8 sends CC 19 = 80')
        play(gig, 'Mix: 90 1A 7F').any { it.endsWith("goes to the next bank of 'Four'") }
    }

    def "a key that goes up ends what it began, and says so"() {
        expect:
        play(rehearse('keys.transpose(12).to(synth)'), 'Keys: 90 3C 40', 'Keys: 80 3C 40') ==
                ["what it held ends: note off 72 (C5) velocity 64, channel 1 to 'Synth'"]
    }

    def "nobody behind an output is told"() {
        given:
        def gig = rehearse('keys.to(synth)')
        gig.vanish(0, 'Synth')

        expect:
        play(gig, 'Keys: 90 3C 40') == ["line 2 lets it pass, but there is nobody behind 'Synth'"]
    }

    def "a message that nobody plays changes nothing"() {
        given:
        def gig = rehearse('keys.cc(7).hysteresis(3).to(synth)')
        def why = gig.stage().why()

        expect:
        3.times { assert !why.would('Keys', Message.parse('B0 07 40')).lines()[0].took() }
        why.would('Theremin', Message.parse('B0 07 40')) == null
        traces == []
        play(gig, 'Keys: B0 07 40', 'Keys: B0 07 43')[0].startsWith('line 2 sends CC 7 = 67')
    }

    def "a watch keeps the last messages and no more"() {
        given:
        def gig = rehearse('keys.to(synth)')
        def why = gig.stage().why()
        why.watch()

        when:
        100.times { play(gig, "Keys: B0 07 ${String.format('%02X', it)}") }

        then:
        why.watched().get().last().size() == 50
        why.watched().get().last().last().message().hex() == 'B0 07 63'

        when:
        why.rest()

        then:
        why.watched().empty
    }
}
