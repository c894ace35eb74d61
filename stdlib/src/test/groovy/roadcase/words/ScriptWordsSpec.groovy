package roadcase.words

import roadcase.midi.Message
import roadcase.rig.Rig
import roadcase.rig.plan.RigError
import roadcase.rig.plan.Source
import roadcase.rig.plan.Wait
import spock.lang.Specification

class ScriptWordsSpec extends Specification {
    def "ports have names, directions and owners"() {
        when:
        def ports = Gig.of('''
            input('In'); output('Out'); virtualInput('VIn'); virtualOutput('VOut')
            ''').ports()

        then:
        ports*.key() == ['INPUT In', 'OUTPUT Out', 'INPUT VIn', 'OUTPUT VOut']
        ports*.owned() == [false, false, true, true]
    }

    def "an input that ignores is still an input"() {
        when:
        def rig = Gig.of('''
            def keys = input('Keys').ignoring(SENSE)
            monitor keys, device(MidiMix), output('Out')
            keys.zone('Bass', 0..34).to(output('Out'))
            ''')

        then:
        rig.monitored()*.key() == ['INPUT Keys', 'INPUT MIDI Mix', 'OUTPUT MIDI Mix', 'OUTPUT Out']
    }

    def "bind, include and take are kept as said"() {
        when:
        def gig = new Gig()
        def rig = gig.read('''
            bind 'Synth', to: 'UM-ONE'
            include 'room'
            include 'split', as: 'Left'
            def mix = device(MidiMix)
            take mix.soloKey, mix.mute
            ''')

        then:
        rig.binds().collect { [it.name(), it.to()] } == [['Synth', 'UM-ONE']]
        gig.included == [['room', null, '3'], ['split', 'Left', '4']]
        rig.takes().collectMany { it.controls() } == ['soloKey'] + (1..8).collect { "mute $it".toString() }
    }

    def "others reach a gig where it or its room says, once: #said"() {
        when:
        def rig = Gig.of(said)

        then:
        rig.network()?.place()?.toString() == place

        where:
        said                                              | place
        "input('In')"                                     | null
        'network()'                                       | '127.0.0.1:12345'
        "network('12346')"                                | '127.0.0.1:12346'
        "network('0.0.0.0:12345'); network()"             | '0.0.0.0:12345'
        "network(); network('[::1]:9000')"                | '[::1]:9000'
        "network('off')"                                  | 'off'
    }

    def "a clock is one clock, and its tempo a value"() {
        when:
        def rig = Gig.of('''
            clock(LINK)
            def link = clock(LINK, 96.5.bpm)
            clock(MIDI_CLOCK)
            panel('Stage') { knob('Tempo', link.tempo).between(60, 200) }
            ''')

        then:
        rig.clocks().collect { [it.source(), it.bpm()] } == [['LINK', 96.5d], ['MIDI_CLOCK', 0d]]
        rig.values()*.name() == ['LINK tempo', 'MIDI_CLOCK tempo']
        rig.panels()[0].items()[0].subjects() == ['LINK tempo']
    }

    def "remembered values have a name and a start"() {
        when:
        def values = Gig.of("remember('count', 3); remember('target', -18.dB)").values()

        then:
        values.collect { [it.name(), it.start()] } == [['count', 3d], ['target', -18d]]
    }

    def "a second copy of a script has names of its own"() {
        given:
        def gig = new Gig()
        Rig rig = null

        when:
        gig.rig.renamed('Left') {
            rig = gig.read(Gig.GEAR + '''
                remember('count', 3)
                banks('Four') { bank 'A', channel: 1; everyBank { mix.mute.toggles().to(synth) } }
                keys.to(synth).named('Bass')
                panel('Stage') { surface mix }
                ''')
        }

        then:
        rig.values()*.name() - ['LINK tempo'] == ['Left: count']
        rig.banks()*.name() == ['Left: Four']
        rig.routes()*.name() == [null, 'Left: Bass']
        rig.panels()*.name() == ['Left: Stage']
        rig.ports()*.name() == ['Keystation', 'Synth', 'MIDI Mix', 'MIDI Mix']
    }

    def "at the top of a script a message goes out once, when the gig starts"() {
        expect:
        Gig.of("output('Synth').send(programChange(5).toChannel(2))").starts() ==
                [new Rig.Start.Send('Synth', Message.parse('C1 05'))]
        (Gig.of('after(2.beats) { }').starts()[0] as Rig.Start.After).span() == new Wait(0L, 2d, 0d, null)
    }

    def "messages: #said"() {
        expect:
        (Gig.of("output('Synth').send($said)").starts()[0] as Rig.Start.Send).message().hex() == hex

        where:
        said                          || hex
        'noteOn(C4, 100)'             || '90 3C 64'
        'noteOff(C4)'                 || '80 3C 00'
        'controlChange(7, 100.4)'     || 'B0 07 64'
        'programChange(5)'            || 'C0 05'
        'bend(0)'                     || 'E0 00 40'
        'bend(-8192)'                 || 'E0 00 00'
        'bend(8191).toChannel(16)'    || 'EF 7F 7F'
        'aftertouch(9)'               || 'D0 09'
        'keyAftertouch(C4, 9)'        || 'A0 3C 09'
        "sysex('f0 7e 7f 06 01 f7')"  || 'F0 7E 7F 06 01 F7'
    }

    def "messages that MIDI has not: #said"() {
        when:
        Gig.of("output('Synth').send($said)")

        then:
        IllegalArgumentException error = thrown()
        error.message == sentence

        where:
        said                        || sentence
        'noteOn(128, 1)'            || 'note 128; notes are 0 to 127'
        'noteOn(1, 128)'            || 'velocity 128; velocities are 0 to 127'
        'controlChange(200, 0)'     || 'CC 200; CC numbers are 0 to 127'
        'bend(8192)'                || 'bend 8192; bends are -8192 to 8191'
        'noteOff(1).toChannel(17)'  || 'channel 17; channels are 1 to 16'
        "sysex('90 01 7F')"         || "'90 01 7F' is no SysEx: it begins with F0 and ends with F7"
        "sysex('hello')"            || "'hello' is not hex bytes such as 90 01 7F"
    }

    def "panel words are kept as said"() {
        when:
        def items = Gig.of(Gig.GEAR + '''
            def layer = keys.to(synth).named('Layer')
            panel('Stage') {
                surface mix
                toggle 'Layer', layer.on
                button('Next') { synth.send(programChange(1)) }
                graph link.tempo, last: 60.seconds
                graph link.tempo
            }''').panels()[0].items()

        then:
        items.collect { [it.kind(), it.label(), it.subjects()] } == [
            ['surface', '', ['MidiMix']], ['toggle', 'Layer', ['Layer']], ['button', 'Next', []],
            ['graph', '', ['LINK tempo']], ['graph', '', ['LINK tempo']]]
        items[2].settings().keySet() == ['press'] as Set
        items[3].settings().last.toString() == '60000 ms'
    }

    def "a panel's knob may have ends"() {
        expect:
        Gig.of(Gig.GEAR + "panel('Stage') { knob('Tempo', link.tempo).between(60, 200) }")
                .panels()[0].items()[0].settings() == [low: 60d, high: 200d]
    }

    def "refused: #sentence"() {
        when:
        Gig.of(said)

        then:
        RigError error = thrown()
        error.message == sentence

        where:
        said                                                || sentence
        'clock(LINK, 5.bpm)'                                || 'tempo 5 bpm; tempos are 20 to 999 bpm'
        "bind 'a', to: ''" || "'bind' needs two names: bind 'To the DAW', to: 'IAC Bus 1'"
        "include 'split', as: ' '"                          || "a copy needs a name: include 'split', as: 'Left'"
        "remember('', 0)"                                   || "a value needs a name: remember('presses', 0)"
        "remember('x', 0).set(3)"                           || "'set'" + LATER
        "device(MidiMix).soloKey.lit = true"                || "'lit'" + LATER
        'after(-1.second) { }'                              || 'after(-1000 ms); nobody can wait less than nothing'
        "device(MidiMix, '')"                               || "a second unit needs a name: device(MidiMix, 'Left')"
        'monitor()'                                         || "'monitor' needs a port: monitor keys"
    }

    static final String LATER = ' acts while the gig plays: say it inside a reaction, such as onPress { ... }'

    def "the numbers of a device's ports say from where a flow comes"() {
        expect:
        (Gig.line('mix.mute[2].to(synth)').source() as Source.Controls) == new Source.Controls('MidiMix', ['mute 2'])
    }
}
