package roadcase.cli

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** LinkVST's commands laid over a gig, in virtual time: what they say, what plays then, and what a reload leaves of it. */
class OverlaySpec extends Specification {
    static final String GIG = '''
        def seq  = device(BeatStepPro)
        def keys = input('Keystation')
        def rack = device(Rack)
        def lead = rack.slot(1, 'Lead') { instrument 'Poly' }
        rack.master { effect 'Room' }
        seq.onChannel(1).to(lead)
        '''.stripIndent()

    @TempDir Path here

    private List<String> rehearsed(String gig, String... lines) {
        def line = new CommandLine(here)
        line.file('rack.groovy', gig)
        def played = line.typed(lines.join('\n') + '\n', 'rehearse', 'rack.groovy')
        assert played.code == 0
        played.out.collect { it.replaceFirst(/^\{"t":[\d.]+,/, '{').replace(here.toString() + '/', '').replaceAll(/(\.groovy:\d+):1/, '$1') }
    }

    private static String typed(String line, int at = 1) {
        '{"t":' + at + ',"do":"shell","line":"' + line.replace('"', '\\"') + '"}'
    }

    private List<String> shell(String... lines) {
        rehearsed(GIG, lines.collect { typed(it) } as String[]).collect { it.replaceFirst(/^\{"(note|error)":"(.*)"\}$/, '$2') }
    }

    def "an instrument is loaded, and the sequencer's channel plays it"() {
        expect:
        rehearsed(GIG, typed('load 2 Poly Bass'), typed('route 2 2'), '{"t":2,"port":"BeatStep Pro","midi":"91 3C 64"}',
                '{"t":3,"port":"BeatStep Pro","midi":"81 3C 40"}') == [
                '{"note":"  slot 2 = Bass"}', '{"note":"  ch 2 -> slot 2 (Bass)"}',
                '{"slot":2,"midi":"91 3C 64"}', '{"slot":2,"midi":"81 3C 40"}']
    }

    def "a note that sounds goes on over a load, and ends where it began though its route is gone"() {
        expect:
        rehearsed(GIG, typed('load 2 Poly'), typed('route 2 2'), '{"t":2,"port":"BeatStep Pro","midi":"91 3C 64"}',
                typed('load 3 Poly', 3), typed('unroute 2', 3), '{"t":4,"port":"BeatStep Pro","midi":"81 3C 40"}',
                '{"t":5,"port":"BeatStep Pro","midi":"91 3E 64"}').drop(2) == [
                '{"slot":2,"midi":"91 3C 64"}', '{"note":"  slot 3 = Poly 2"}', '{"note":"  ch 2: no route"}',
                '{"slot":2,"midi":"81 3C 40"}']
    }

    def "`#line` says #said"() {
        expect:
        shell('load 2 Poly Bass', line).drop(1) == said

        where:
        line                         || said
        'load 3 Poly'                || ['  slot 3 = Poly']
        'load 3 Poly Lead'           || ['  slot 3 = Lead 2']
        'load 2 Poly Sub'            || ['  slot 2 = Sub']
        'load_fx Delay 2 PingPong'   || ['  slot 2 effect 1 = PingPong']
        'load_fx Delay Bass'         || ['  slot 2 effect 1 = Delay']
        'load_fx Reverb'             || ['  master effect 2 = Reverb']
        'load_fx Reverb master Hall' || ['  master effect 2 = Hall']
        'unload Bass'                || ['  slot 2 is empty']
        'route 2-3,5 2'              || ['  ch 2 -> slot 2 (Bass)', '  ch 3 -> slot 2 (Bass)', '  ch 5 -> slot 2 (Bass)']
        'route 2 4   # a comment'    || ['  ch 2 -> slot 4 (empty)']
        'routing'                    || ['  ch 1 -> slot 1 (Lead)  rack.groovy:7']
        'midi_ports'                 || ['  [0] BeatStep Pro', '  [1] Keystation']
        'master 0.5'                 || ['{"slot":"master","gain":-6.021}', 'the master: -6.0 dB']
        'gain 2 0.5'                 || ['{"slot":2,"gain":-6.021}', "slot 2 'Bass': -6.0 dB"]
        'overlay'                    || ['def rack = device(Rack)', '', "rack.slot(2, \\'Bass\\') {".replace('\\', ''),
                                         "    instrument 'Poly'", '}', '', 'def seq = device(BeatStepPro)']
    }

    def "`#line` is a mistake, and nothing changed: #said"() {
        when:
        def all = shell('load 2 Poly Bass', 'overlay', line, 'overlay').drop(1)
        int size = (all.size() - 1).intdiv(2)

        then:
        all[size].contains(said)
        all.take(size) == all.drop(size + 1)

        where:
        line                  || said
        'load'                || '`load` takes a slot and a plugin'
        'load 9 Poly'         || "no slot '9'; slots are 1 to 8"
        'load 0 Poly'         || "no slot '0'"
        'load 1 Poly'         || "Slot 1 'Lead' is what rack.groovy:5"
        'load_fx Delay 1'     || "Slot 1 'Lead' is what rack.groovy:5"
        'load_fx Delay 3'     || 'Slot 3 is empty: `load 3'
        'load_fx Delay 12'    || "no slot '12'"
        'remove_fx 2 1'       || 'slot 2 has no effects'
        'remove_fx master 1'  || "'Room' is in the gig's own master"
        'remove_fx master 2'  || "'2' is no effect of master; it has 1 to 1: Room"
        'remove_fx master x'  || "'x' is no effect of master"
        'route 17 1'          || "'17' is no channel; channels are 1 to 16"
        'route 0 1'           || "'0' is no channel"
        'route 2 9'           || "no slot '9'"
        'route 2 Baas'        || "no slot 'Baas'; did you mean 'Bass'?"
        'route 4-2 1'         || 'goes backwards'
        'route 1 2'           || 'Channel 1 is led to slot 1 by rack.groovy:7'
        'unroute 1'           || 'Channel 1 is led to slot 1 by rack.groovy:7'
        'unroute 3'           || 'Channel 3 has no route'
        'midi_seq 7'          || 'no MIDI input 7; `midi_ports` shows 0 to 1'
        'midi_seq Keystatoin' || "did you mean 'Keystation'?"
        'unload 3'            || 'Slot 3 is empty'
        'unload 1'            || "Slot 1 'Lead' is what rack.groovy:5"
        'params 3'            || 'Slot 3 is empty'
        'params master'       || 'say which effect, 1 to 1'
        'params 2 4'          || "'4' is no effect of slot 2, which has none"
        'set 2 Shape'         || '`set` takes a slot'
        'edit 5'              || 'There is no plugin in slot 5'
        'save'                || 'A rehearsal loads no plugins and keeps no session'
        'restore x.json'      || 'A rehearsal loads no plugins and keeps no session'
    }

    def "another sequencer plays its channels, and a MIDImix mixes"() {
        expect:
        rehearsed("def keys = input('Keystation')\ndef mix = device(MidiMix)\nkeys.to(output('Synth'))\n",
                typed('route 3 1'), typed('load 1 Poly'), typed('routing'), typed('midi_seq 0'), typed('midi_mix "MIDI Mix"'),
                '{"t":2,"port":"Keystation","midi":"92 3C 64"}', '{"t":3,"port":"MIDI Mix","midi":"90 01 7F"}')
                .findAll { !it.contains('"port":"MIDI Mix","midi":"90') || it.contains('01 7F') } == [
                '{"note":"  ch 3 -> slot 1 (empty)"}', '{"note":"  slot 1 = Poly"}',
                '{"note":"  ch 3 -> slot 1 (Poly)  waits for midi_seq"}', '{"note":"  sequencer = Keystation; channels 3 play"}',
                '{"note":"  mixer = MIDI Mix; strip 1 mixes slot 1, strip 2 slot 2, and so on"}',
                '{"port":"Synth","midi":"92 3C 64"}', '{"slot":1,"midi":"92 3C 64"}',
                '{"slot":1,"mute":true}', '{"port":"MIDI Mix","midi":"90 01 7F"}']
    }

    def "a mixer whose controls are the gig's is refused with its sentence, and nothing changed"() {
        when:
        def said = rehearsed("def mix = device(MidiMix)\nmix.mute.toggles().to(output('DAW'))\n", typed('midi_mix 0'), typed('overlay'))
                .findAll { it.contains('error') || it.contains('note') }

        then:
        said[0].contains('two') || said[0].contains('already') || said[0].contains('both')
        said[-1] == '{"note":"Nothing was added at the prompt."}'
    }

    def "after a reload it is there again; what the script names now is dropped, and said"() {
        given:
        def line = new CommandLine(here)
        line.file('other.groovy', GIG + "rack.slot(2, 'Pad') { instrument 'Poly' }\nseq.onChannel(3).to(rack.slot('Pad'))\n")

        expect:
        rehearsed(GIG, typed('load 2 Poly Bass'), typed('load 4 Poly Top'), typed('route 3 2'), typed('route 4 4'),
                '{"t":2,"do":"reload"}', typed('routing', 3), '{"t":4,"do":"reload","file":"other.groovy"}', typed('routing', 5),
                '{"t":6,"port":"BeatStep Pro","midi":"93 3C 64"}').drop(4) == [
                '{"note":"  ch 1 -> slot 1 (Lead)  rack.groovy:7"}', '{"note":"  ch 3 -> slot 2 (Bass)"}', '{"note":"  ch 4 -> slot 4 (Top)"}',
                "{\"note\":\"'Bass', loaded into slot 2 at the prompt, is dropped: other.groovy:8 names that slot\"}".toString(),
                '{"note":"The route of channel 3 made at the prompt is dropped: other.groovy:9 names that channel"}',
                '{"note":"  ch 1 -> slot 1 (Lead)  other.groovy:7"}', '{"note":"  ch 3 -> slot 2 (Pad)  other.groovy:9"}',
                '{"note":"  ch 4 -> slot 4 (Top)"}', '{"slot":4,"midi":"93 3C 64"}']
    }

    def "its lines are lines of a script: pasted into the gig they play the same"() {
        given:
        def lines = shell('load 2 Poly Bass', 'load_fx Delay 2 "It\'s late"', 'route 2 2', 'overlay').drop(3)
        def pasted = lines.findAll { !it.startsWith('def ') }.join('\n')

        expect:
        pasted.contains("effect     'Delay'    // It's late")
        rehearsed(GIG + pasted, '{"t":1,"port":"BeatStep Pro","midi":"91 3C 64"}') == ['{"slot":2,"midi":"91 3C 64"}']
    }
}
