package roadcase.cli

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** A loop on a slot's level, rehearsed: what the meters say comes in, what the loop does comes out. */
class LoopFacesSpec extends Specification {
    static final String GIG = '''
        def mix  = device(MidiMix)
        def rack = device(Rack)
        def lead = rack.slot(1, 'Lead') { instrument 'Poly' }
        def level = loop('Level') {
            measure  lead.meter
            hold(-20.dB)
            move(lead.gain).between(-12.dB, 6.dB)
            handsOff 5.seconds
            pauseWhen { lead.mute.isOn() }
        }
        mix.faders[1].to(lead.gain)
        mix.mute[1].toggles().to(lead.mute)
        mix.mute[2].toggles().to(level.running)
        mix.knobs[1].between(-30.dB, -10.dB).to(level.target)
        mix.soloKey.onPress { level.tune(3.dB) }
        '''.stripIndent()

    @TempDir Path here

    List<String> rehearsed(String... lines) {
        def line = new CommandLine(here)
        line.file('loop.groovy', GIG)
        def played = line.typed(lines.join('\n') + '\n', 'rehearse', 'loop.groovy')
        assert played.code == 0
        played.out.findAll { !it.contains('"port"') }
    }

    /** @return [time, output] of what the loop did */
    List<List<Double>> moves(List<String> out) {
        out.findAll { it.contains('"loop":"Level"') }.collect {
            [(it =~ /"t":([\d.]+)/)[0][1].toDouble(), (it =~ /"output":(-?[\d.]+)/)[0][1].toDouble()]
        }
    }

    static String meter(double t, double level) {
        "{\"t\":$t,\"meter\":\"slot 1\",\"level\":$level}"
    }

    static String end(double t) {
        "{\"t\":$t,\"do\":\"end\"}"
    }

    def "it brings the level to its target, slowly, and the rack hears of it"() {
        when:
        def out = rehearsed(meter(0, -23), end(30))
        def done = moves(out)

        then: 'from -23 dB to -20 dB, within the deadband'
        Math.abs(done[-1][1] - 3) < 0.6
        done.every { it[1] <= 6 }
        (1..<done.size()).every { done[it][1] - done[it - 1][1] <= 2 * (done[it][0] - done[it - 1][0]) + 0.01 }
        done[-1][0] < 20

        and: 'each move is the gain of the slot'
        done.every { move -> out.any { it.contains('"slot":1,"gain"') && it.contains(String.format(Locale.ROOT, '"t":%.3f', move[0])) } }
    }

    def "a hand on the fader is left alone, and then it goes on"() {
        when: 'at 15 s somebody pulls it down to about -10 dB'
        def done = moves(rehearsed(meter(0, -20), '{"t":15,"port":"MIDI Mix","midi":"B0 13 40"}', end(40)))

        then:
        !done.any { it[0] >= 15 && it[0] < 20 }
        done.any { it[0] >= 20 && it[0] < 21.5 }
        Math.abs(done[-1][1]) < 0.7
    }

    def "#what holds it"() {
        when:
        def done = moves(rehearsed(meter(0, -20), *lines, end(40)))

        then:
        done.every { it[0] < 10.3 }

        where:
        what                   | lines
        'a pause by code'      | ['{"t":10,"port":"MIDI Mix","midi":"90 01 7F"}', meter(11, -28)]
        'its switch'           | ['{"t":10,"port":"MIDI Mix","midi":"90 04 7F"}', meter(11, -28)]
        'the shell'            | ['{"t":10,"do":"shell","line":"loop Level off"}', meter(11, -28)]
        'silence'              | [meter(10, -90)]
    }

    def "`status` and `explain` tell of it"() {
        given:
        def line = new CommandLine(here)
        line.file('loop.groovy', GIG)

        expect:
        rehearsed(meter(0, -20), '{"t":10,"do":"shell","line":"status"}', end(11))
                .any { it.contains('loop     Level: -20.0 dB for -20.0 dB, output 0.0 dB, on target') }
        line.typed('', 'explain', 'loop.groovy').out*.replace("$here/", '').findAll { it.contains("'Level'") } ==
                ["The loop 'Level' holds the level of 'slot 1' at -20 dB: it moves 'slot 1 / gain' between -12 and 6 dB," +
                 " and pauses where code of the script says so (loop.groovy:10:5)."]
        !line.typed('', 'explain', 'loop.groovy').out.any { it.startsWith("Remembers 'loop ") }
    }

    def "the target is a value like others"() {
        when: 'a knob takes it to -30 dB'
        def done = moves(rehearsed(meter(0, -20), '{"t":10,"port":"MIDI Mix","midi":"B0 10 00"}', end(40)))

        then:
        Math.abs(done[-1][1] - -10) < 0.7
    }

    def "a reload in between does not make it jump, and what is not there any more leaves the fader"() {
        given:
        def line = new CommandLine(here)
        line.file('without.groovy', "def rack = device(Rack)\ndef lead = rack.slot(1, 'Lead') { instrument 'Poly' }\n")

        when:
        def done = moves(rehearsed(meter(0, -26), '{"t":4,"do":"reload"}', '{"t":5,"do":"reload"}', '{"t":6,"do":"reload"}',
                '{"t":20,"do":"reload","file":"without.groovy"}', meter(20.1, -40), end(40)))

        then:
        (1..<done.size()).every { done[it][1] - done[it - 1][1] <= 2 * (done[it][0] - done[it - 1][0]) + 0.01 }
        done.every { it[0] < 20 }
        Math.abs(done[-1][1] - 6) < 0.7
    }

    def "tuning by steps is told, shown and accepted"() {
        when:
        def out = rehearsed(meter(0, -20), '{"t":10,"port":"MIDI Mix","midi":"90 1B 7F"}',
                '{"t":70,"do":"shell","line":"loop Level"}', '{"t":71,"do":"shell","line":"loop Level gains SIMC normal"}',
                '{"t":72,"do":"shell","line":"loop Level"}', end(73))

        then:
        out.any { it.contains("The step test of the loop 'Level' is done") }
        out.any { it.contains('SIMC gentle') && it.contains('"t":70') }
        def before = out.find { it.contains('feedback, p') && it.contains('"t":70') }
        def after = out.find { it.contains('feedback, p') && it.contains('"t":72') }
        before.contains('p 0.310  i 0.310')
        !after.contains('p 0.310')

        and: 'the steps are undone'
        Math.abs(moves(out)[-1][1]) < 0.7
    }

    def "a relay at the shell, and its end"() {
        when:
        def out = rehearsed(meter(0, -20), '{"t":10,"do":"shell","line":"loop Level tune relay 2"}',
                '{"t":60,"do":"shell","line":"loop Level"}', end(61))

        then:
        out.any { it.contains("The relay test of the loop 'Level' is done") }
        out.any { it.contains('Tyreus-Luyben PI') }

        when: 'one that is stopped'
        out = rehearsed(meter(0, -20), '{"t":10,"do":"shell","line":"loop Level tune relay 2"}',
                '{"t":15,"do":"shell","line":"loop Level abort"}', end(20))

        then:
        out.any { it.contains('found nothing: it was stopped') }
        Math.abs(moves(out)[-1][1]) < 0.7
    }

    def "`#line` at the shell is a mistake: #said"() {
        expect:
        rehearsed("{\"t\":1,\"do\":\"shell\",\"line\":\"$line\"}".toString()).any { it.contains(said) }

        where:
        line                       || said
        'loop Levle'               || "There is no loop 'Levle'; did you mean 'Level'?"
        'loop Level louder'        || "'louder' is none of that"
        'loop Level target loud'   || 'takes a level in dB'
        'loop Level gains 1 2'     || 'was not tuned yet'
        'loop Level gains -1 0 0'  || 'gains are 0 to 100'
        'loop Level tune'          || 'takes relay or step'
        'loop Level tune relay 20' || 'a relay of 20.0 dB'
        'loop Level abort'         || 'is not tuning'
    }

    def "without a frame of its meter it waits, and says so"() {
        expect:
        rehearsed('{"t":5,"do":"shell","line":"loop"}').any { it.contains('waiting for its meter') }
    }

    def "a meter's line is checked: #line"() {
        expect:
        rehearsed(line).any { it.contains(said) }

        where:
        line                                          || said
        '{"t":1,"meter":"slot 1"}'                    || 'a number of dB'
        '{"t":1,"meter":"slot 1","level":900}'        || 'levels are -200 to 200 dB'
        '{"t":1,"meter":"slot 1","level":1,"bank":6}' || 'nobody knows'
    }
}
