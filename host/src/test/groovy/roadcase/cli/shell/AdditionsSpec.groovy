package roadcase.cli.shell

import roadcase.rig.KnownPlugin
import roadcase.rig.RackRefusal
import roadcase.rig.Rig
import roadcase.rig.RigBuilder
import roadcase.rig.Turnable
import roadcase.rig.plan.Overlay
import spock.lang.Specification

/** What the shell says of plugins, devices and sessions, with additions that only pretend. */
class AdditionsSpec extends Specification {
    def did = []
    def overlay = Overlay.NOTHING
    def inputs = ['Arturia BeatStep Pro MIDI 1', 'MIDI Mix']

    def additions = new NoAdditions('not here') {
        Overlay overlay() { AdditionsSpec.this.overlay }
        Reply change(Overlay wanted) { AdditionsSpec.this.overlay = wanted; Reply.said() }
        List<String> inputs() { AdditionsSpec.this.inputs }
        List<Turnable> parameters(int slot, int position) {
            slot == 1 && position == 0 ? [new Turnable('Cutoff', 0.5, '440', 'Hz'), new Turnable('Filter Mode', 0.25, 'low', '')]
                    : slot == 0 ? [new Turnable('Mix', 0.3, '', '')] : []
        }
        Turnable turn(int slot, int position, int index, Turnable p, double value) {
            did << [slot, position, index, value]
            new Turnable(p.name(), value, '880', p.unit())
        }
        String meant(String plugin) {
            if (plugin == 'Daiv') throw new RackRefusal("There is no plugin 'Daiv'; did you mean 'Diva'?")
            plugin
        }
        String await(int slot, int position, String plugin) { plugin == 'Broken' ? 'it crashed while it was scanned' : null }
        List<KnownPlugin> plugins(String part) {
            [new KnownPlugin('Diva', 'u-he', 'VST3', 'instrument', 'fine'), new KnownPlugin('Zap', 'x', 'VST3', 'effect', 'it hung')]
                    .findAll { it.name().contains(part) }
        }
        List<List<String>> devices() { [['jack', ''], ['alsa', 'Scarlett 2i4'], ['alsa', 'HDA Intel']] }
        Reply audio(String type, String device) { did << [type, device]; Reply.said("sound: $type") }
        Reply window(int slot, int position) { throw new RackRefusal('There is no display') }
        Reply save(String file) { did << ['save', file]; Reply.said('Saved.') }
        Reply restore(String file) { did << ['restore', file]; Reply.said('Restored.') }
        List<String> parts() { ['ok     Java'] }
    }

    static final Rig RIG = rig()

    static Rig rig() {
        def builder = new RigBuilder('rack')
        def rack = builder.rack()
        rack.slot(1, 'Lead')
        rack.instrument(1, 'Diva')
        rack.slot(2, 'Bass')
        rack.instrument(2, 'Gone')
        rack.effect(0, 'Room')
        builder.build()
    }

    Playing playing = Stub() {
        rig() >> RIG
        additions() >> { this.additions }
        rack() >> null
    }
    def shell = new ShellCommands(playing, [])

    def "`#line` says #said"() {
        expect:
        shell.execute(line).text() == said

        where:
        line                          || said
        'params 1'                    || ['  1  Cutoff = 0.5  (range 0.000 .. 1.000)  440 Hz', '  2  Filter Mode = 0.25  (range 0.000 .. 1.000)  low']
        'params Lead'                 || ['  1  Cutoff = 0.5  (range 0.000 .. 1.000)  440 Hz', '  2  Filter Mode = 0.25  (range 0.000 .. 1.000)  low']
        'params master 1'             || ['  1  Mix = 0.3  (range 0.000 .. 1.000)']
        'params 2'                    || ["'Gone' has nothing to turn, or is not there"]
        'params master 2'             || ["'2' is no effect of the master; it has 1 to 1"]
        'set 1 Cutoff 0.75'           || ['  Cutoff = 0.75  880 Hz']
        'set 1 cutoff_hz 0.75'        || ['  Cutoff = 0.75  880 Hz']
        'set 1 2 1'                   || ['  Filter Mode = 1.0  880']
        'set 1 "filter mode" 0'       || ['  Filter Mode = 0.0  880']
        'set master 1 Mix 0.5'        || ['  Mix = 0.5  880']
        'set 1 Cutof 0.5'             || ["'Diva' has no parameter 'Cutof'; did you mean 'Cutoff'?"]
        'set 1 Cutoff loud'           || ["'loud' is no number; values are 0.0 to 1.0"]
        'set 1 Cutoff 440'            || ["440 is out of range; values are 0.0 to 1.0 (0.5 is '440 Hz')"]
        'set 1 Cutoff NaN'            || ["NaN is out of range; values are 0.0 to 1.0 (0.5 is '440 Hz')"]
        'set 1 Cutoff'                || ['`set` takes a slot, the name or number of a parameter and a value; or slot or master, effect, parameter and value']
        'load 3 Diva'                 || ['  slot 3 = Diva']
        'load 3 /a/b/Diva.vst3'       || ['  slot 3 = Diva']
        'load 3 Daiv'                 || ["There is no plugin 'Daiv'; did you mean 'Diva'?"]
        'load 3 Broken'               || ["'Broken' was not loaded: it crashed while it was scanned"]
        'plugins Di'                  || ['  Diva  (u-he, VST3, instrument)']
        'plugins Za'                  || ['  Zap  (x, VST3, effect): it hung']
        'edit 1'                      || ['There is no display']
        'devices'                     || ['  [0] jack', '  [1] alsa Scarlett 2i4', '  [2] alsa HDA Intel']
        'audio_start 1'               || ['sound: alsa']
        'audio_start scarlett'        || ['sound: alsa']
        'audio_start als'             || ["'als' may be alsa Scarlett 2i4 or alsa HDA Intel: say which"]
        'audio_start 3'               || ['There is no sound device 3; `devices` shows 0 to 2']
        'audio_stop'                  || ['Nothing is heard until `audio_start`.']
        'midi_ports'                  || ['  [0] Arturia BeatStep Pro MIDI 1', '  [1] MIDI Mix']
        'midi_seq 0'                  || ['  sequencer = Arturia BeatStep Pro MIDI 1; `route 1 1` leads its channel 1 to slot 1']
        'midi_mix mix'                || ['  mixer = MIDI Mix; strip 1 mixes slot 1, strip 2 slot 2, and so on']
        'deps'                        || ['ok     Java']
        '# Load instruments'          || []
    }

    def "what is asked for is what is done: `#line`"() {
        when:
        shell.execute(line)

        then:
        did == [done]

        where:
        line                         || done
        'set 1 Cutoff 0.75   # late' || [1, 0, 0, 0.75d]
        'set master 1 1 0.5'         || [0, 1, 0, 0.5d]
        'audio_start'                || ['', '']
        'audio_start 2'              || ['alsa', 'HDA Intel']
        'audio_stop'                 || ['none', '']
        'save'                       || ['save', null]
        'save ~/backup.json'         || ['save', '~/backup.json']
        'restore other.json'         || ['restore', 'other.json']
    }

    def "ports and routes are laid over the gig, and kept apart"() {
        when:
        ['midi_seq 0', 'midi_mix "MIDI Mix"', 'route 10 3', 'route 1 1'].each { assert shell.execute(it).mistake() == null }

        then:
        overlay == new Overlay(new TreeMap(), [], new TreeMap([1: 1, 10: 3]), 'Arturia BeatStep Pro MIDI 1', 'MIDI Mix')

        when:
        shell.execute('midi_seq off')

        then:
        overlay.sequencer() == null
        overlay.routing() == [1: 1, 10: 3]
    }

    def "without any port that is said"() {
        given:
        inputs = []

        expect:
        shell.execute('midi_ports').text()[0].startsWith('  No MIDI inputs')
        shell.execute('midi_seq 0').mistake() == 'There is no MIDI input now'
    }

    def "after '#before' may follow #offered"() {
        expect:
        new Completions(shell, playing, []).after(before) == offered

        where:
        before            || offered
        ['load']          || ['1', '2', '3', '4', '5', '6', '7', '8']
        ['load', '1']     || ['Poly', 'Diva', 'Zap']
        ['load_fx', 'x']  || ['master', 'Lead', 'Bass']
        ['params']        || ['master', 'Lead', 'Bass']
        ['set', 'Lead']   || ['Cutoff', "'Filter Mode'"]
        ['set', '1']      || ['Cutoff', "'Filter Mode'"]
        ['midi_seq']      || ["'Arturia BeatStep Pro MIDI 1'", "'MIDI Mix'", 'off']
        ['audio_start']   || ['jack', "'alsa Scarlett 2i4'", "'alsa HDA Intel'"]
        ['route', '1']    || ['1', '2', '3', '4', '5', '6', '7', '8']
    }
}
