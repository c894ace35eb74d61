package roadcase.cli

import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Presets and sliders at the command line, at the shell and at the prompt. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PresetFacesSpec extends Specification {
    static final String GIG = '''
        def keys   = input('Keys')
        def synth  = output('Synth')
        def sounds = ['Warm pad', 'Glass']
        def pads = preset('Soft pads') {
            startsOn()
            selectBy keys.program(1)
            keys.notes().to(synth)
            slider('Sound', program(0..2)).labels(sounds).to(synth)
            slider('Pan', cc(10)).centred().startsAt(70).sendOnSelect().to(synth)
        }
        preset('Organ') {
            toggleBy keys.cc(80)
            keys.notes().transpose(12).to(synth)
        }
        '''.stripIndent()
    @TempDir Path here
    CommandLine line

    def setup() {
        line = new CommandLine(here)
        line.file('gig.groovy', GIG)
    }

    private List<String> rehearsed(String... events) {
        line.typed(events.join('\n'), 'rehearse', 'gig.groovy').out.findAll { !it.contains('has 3 values and 2 labels') }
    }

    private List<String> type(String... lines) {
        rehearsed(lines.collect { '{"t":1,"do":"shell","line":"' + it.replace('"', '\\"') + '"}' } as String[])*.replace('{"t":1.000,', '')
    }

    def "a rehearsal writes down what is switched, in its place among the messages"() {
        expect:
        rehearsed('{"t":1,"port":"Keys","midi":"B0 50 7F"}', '{"t":2,"port":"Keys","midi":"90 3C 40"}', '{"t":3,"port":"Keys","midi":"C0 01"}') == [
                '{"t":1.000,"preset":"Organ","on":true}',
                '{"t":2.000,"port":"Synth","midi":"90 3C 40"}',
                '{"t":2.000,"port":"Synth","midi":"90 48 40"}',
                '{"t":3.000,"preset":"Organ","on":false}',
                '{"t":3.000,"port":"Synth","midi":"B0 0A 46"}']
    }

    def "the shell switches presets and moves sliders"() {
        expect:
        type('preset', 'preset on Organ', "preset 'Soft pads'", 'slider', "slider Sound Glass", 'slider Pan -64', 'preset of Organ') == [
                '"note":"Soft pads: on, shown"}', '"note":"Organ: off"}',
                '"preset":"Organ","on":true}', '"note":"Organ: on"}',
                '"preset":"Organ","on":false}', '"port":"Synth","midi":"B0 0A 46"}', '"note":"Soft pads: on, shown"}',
                '"note":"Sliders of Soft pads:"}', '"note":"  Sound: Warm pad (0)   (0 to 2: Warm pad, Glass)"}', '"note":"  Pan: 6   (-64 to 63)"}',
                '"port":"Synth","midi":"C0 01"}', '"note":"Sound: Glass (1)"}',
                '"port":"Synth","midi":"B0 0A 00"}', '"note":"Pan: -64"}',
                '"error":"line 7: A preset goes on or off, or is toggled or selected; \'of\' is none of that; did you mean \'off\'?"}']
    }

    def "words at the prompt do the same, by the gig's names and by look-up"() {
        expect:
        type("preset('Organ').select()", 'pads.isOn()', 'pads.toggle()', "pads.slider('Sound').set('Glass')", "pads.slider('Sound').get()",
                "preset('Organ').isOn()") == [
                '"preset":"Soft pads","on":false}', '"preset":"Organ","on":true}',
                '"note":"false"}',
                '"preset":"Soft pads","on":true}',
                '"port":"Synth","midi":"C0 01"}',
                '"note":"1"}',
                '"note":"true"}']
    }

    def "`#typed` is refused in a sentence"() {
        when:
        def said = type(typed)

        then:
        said.size() == 1
        said[0].contains(sentence)

        where:
        typed                                 || sentence
        "preset('Orgel').turnOn()"            || "there is no switch 'preset Orgel'; did you mean 'preset Organ'?"
        "preset('Orgam').select()"            || "there is no preset 'Orgam'; did you mean 'Organ'?"
        "pads.slider('Pam').set(1)"           || "the preset 'Soft pads' has no slider 'Pam'; did you mean 'Pan'?"
        "preset('New') { }"                   || 'builds the rig and cannot be said at the prompt'
        "pads.slider('Sound').set('Glas')"    || "the slider 'Sound' has no label 'Glas'; did you mean 'Glass'?"
    }

    def "check warns of labels that do not reach, explain tells presets"() {
        expect:
        line.run('check', 'gig.groovy').with { it.code == 0 && it.err.any { e -> e.contains("the slider 'Sound' of 'Soft pads' has 3 values and 2 labels") } }
        line.run('explain', 'gig.groovy').out.containsAll(["Preset 'Soft pads' is on at first; whether it is on is remembered.", 'In preset Organ:'])
    }
}
