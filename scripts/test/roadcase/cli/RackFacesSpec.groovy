package roadcase.cli

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** A rack at the command line: what a rehearsal writes of it, what the shell does with it, how it is explained. */
class RackFacesSpec extends Specification {
    static final String GIG = '''
        def mix  = device(MidiMix)
        def keys = input('Keystation')
        def rack = device(Rack)
        def lead = rack.slot(1, 'Lead') {
            instrument 'Poly'
            effect     'PingPong'
            gain(-3.dB)
        }
        keys.to(lead)
        mix.mute[1].toggles().to(lead.mute)
        mix.knobs[1].to(lead.parameter('Cutoff'))
        mix.master.to(rack.master.gain)
        '''.stripIndent()

    @TempDir Path here

    List<String> rehearsed(String... lines) {
        def line = new CommandLine(here)
        line.file('rack.groovy', GIG)
        def played = line.typed(lines.join('\n') + '\n', 'rehearse', 'rack.groovy')
        assert played.code == 0
        played.out.findAll { !it.contains('"port"') }
    }

    List<String> shell(String line) {
        rehearsed("{\"t\":1,\"do\":\"shell\",\"line\":\"$line\"}".toString()).drop(1).collect { it.replaceFirst(/^\{"t":1.000,/, '{') }
    }

    def "a rehearsal writes down what the rack is told"() {
        expect:
        rehearsed('{"t":0.5,"port":"Keystation","midi":"90 3C 64"}', '{"t":0.6,"port":"Keystation","midi":"80 3C 40"}',
                '{"t":0.7,"port":"MIDI Mix","midi":"90 01 7F"}', '{"t":0.8,"port":"MIDI Mix","midi":"B0 10 40"}',
                '{"t":0.9,"port":"MIDI Mix","midi":"B0 3E 00"}') == [
                '{"t":0.000,"slot":1,"gain":-3}', '{"t":0.500,"slot":1,"midi":"90 3C 64"}', '{"t":0.600,"slot":1,"midi":"80 3C 40"}',
                '{"t":0.700,"slot":1,"mute":true}', '{"t":0.800,"slot":1,"parameter":"Cutoff","value":0.504}',
                '{"t":0.900,"slot":"master","gain":-90}']
    }

    def "`#line` at the shell: #said"() {
        expect:
        shell(line) == said

        where:
        line              || said
        'gain 1 0.5'      || ['{"slot":1,"gain":-6.021}', '{"note":"slot 1 \'Lead\': -6.0 dB"}']
        'gain Lead 0'     || ['{"slot":1,"gain":-90}', '{"note":"slot 1 \'Lead\': -oo dB"}']
        'gain 1 +10dB'    || ['{"slot":1,"gain":10}', '{"note":"slot 1 \'Lead\': 10.0 dB"}']
        'mute Lead'       || ['{"slot":1,"mute":true}', '{"note":"slot 1 \'Lead\': MUTE"}']
        'solo 1'          || ['{"slot":1,"solo":true}', '{"note":"slot 1 \'Lead\': SOLO"}']
        'master 0.5'      || ['{"slot":"master","gain":-6.021}', '{"note":"the master: -6.0 dB"}']
        'note 1 60 90 10' || ['{"slot":1,"midi":"90 3C 5A"}']
        'master'          || ['{"note":"master: 0.0 dB"}']
    }

    def "`#line` at the shell is a mistake: #said"() {
        expect:
        shell(line).with { it.size() == 1 && it[0].contains(said) }

        where:
        line         || said
        'gain 1 1.5' || "'1.5' is no level"
        'gain 1'     || 'takes a slot and a level'
        'gain 9 0.5' || "no slot '9'"
        'mute Laed'  || "did you mean 'Lead'?"
        'note 1 200' || 'Notes are 0 to 127'
        'note 1'     || 'takes a slot and a note'
    }

    def "`slots` tells all eight"() {
        expect:
        shell('slots') == ['slot 1 Lead: Poly, PingPong, -3.0 dB', *(2..8).collect { "slot $it: empty" }, 'master: 0.0 dB']
                .collect { "{\"note\":\"$it\"}".toString() }
    }

    def "explain tells what is in the slots"() {
        given:
        def line = new CommandLine(here)
        line.file('rack.groovy', GIG)

        expect:
        line.run('explain', 'rack.groovy').out.join('\n').with {
            it.contains("Slot 1 'Lead' plays 'Poly', through 'PingPong'.") && it.contains("From 'Keystation' to 'slot 1 Lead'")
        }
    }
}
