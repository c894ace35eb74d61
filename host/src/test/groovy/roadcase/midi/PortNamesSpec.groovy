package roadcase.midi

import static roadcase.midi.RealPort.Direction.INPUT
import static roadcase.midi.RealPort.Direction.OUTPUT

import spock.lang.Specification

class PortNamesSpec extends Specification {
    static List<RealPort> inputs(String... ids) {
        ids.collect { new RealPort(it, PortNames.plain(it), INPUT) }
    }

    def "#id is called #name"() {
        expect:
        PortNames.plain(id, aliases) == name

        where:
        id                                                                        | aliases                                       || name
        'MIDI Mix'                                                                | []                                            || 'MIDI Mix'
        'MIDI Mix:MIDI Mix MIDI 1 24:0'                                           | []                                            || 'MIDI Mix'
        'Arturia BeatStep Pro:Arturia BeatStep Pro MIDI 1 20:0'                   | []                                            || 'Arturia BeatStep Pro'
        'Arturia BeatStep Pro:Arturia BeatStep Pro MIDI 2 20:1'                   | []                                            || 'Arturia BeatStep Pro MIDI 2'
        'a2j:MIDI Mix [24] (capture): MIDI Mix MIDI 1'                            | []                                            || 'MIDI Mix'
        'a2j:MIDI Mix [24] (playback): [0] MIDI Mix MIDI 1'                       | []                                            || 'MIDI Mix'
        'Midi-Bridge:MIDI Mix 2:(capture_0) MIDI Mix MIDI 1'                      | []                                            || 'MIDI Mix'
        'Midi-Bridge:Arturia BeatStep Pro 24:0 (playback_1) Arturia BeatStep Pro MIDI 2' | []                                     || 'Arturia BeatStep Pro MIDI 2'
        'system:midi_capture_1'                                                   | ['alsa_pcm:MIDI-Mix/midi_capture_1']          || 'MIDI Mix'
        'system:midi_playback_3'                                                  | ['alsa_pcm:out-hw-2-0-0-APC-MINI-MIDI-1']     || 'APC MINI'
        'system:midi_capture_1'                                                   | []                                            || 'system:midi_capture_1'
        'Mix [hw:3,0,0]'                                                          | []                                            || 'Mix'
        'CoreMIDI4J - APC MINI'                                                   | []                                            || 'APC MINI'
        '2- MIDI Mix'                                                             | []                                            || 'MIDI Mix'
        'Bitwig Studio:Masterator'                                                | []                                            || 'Bitwig Studio:Masterator'
        'Midi Through:Midi Through Port-0 14:0'                                   | []                                            || 'Midi Through Port-0'
    }

    def "'#wanted' finds #found"() {
        given:
        def ports = inputs('Midi Through:Midi Through Port-0 14:0', 'MIDI Mix:MIDI Mix MIDI 1 28:0', 'MIDI Mix:MIDI Mix MIDI 1 9:0',
                'Arturia BeatStep Pro:Arturia BeatStep Pro MIDI 2 20:1', 'Arturia BeatStep Pro:Arturia BeatStep Pro MIDI 1 20:0',
                'a2j:APC MINI [32] (capture): APC MINI MIDI 1', 'Launchpad #2')

        expect:
        PortNames.find(wanted, INPUT, ports).map { it.id() }.orElse(null) == found

        where:
        wanted                          | found
        'MIDI Mix'                      | 'MIDI Mix:MIDI Mix MIDI 1 9:0'
        'midi mix'                      | 'MIDI Mix:MIDI Mix MIDI 1 9:0'
        'MIDIMix'                       | 'MIDI Mix:MIDI Mix MIDI 1 9:0'
        'MIDI Mix #1'                   | 'MIDI Mix:MIDI Mix MIDI 1 9:0'
        'MIDI Mix #2'                   | 'MIDI Mix:MIDI Mix MIDI 1 28:0'
        'MIDI Mix #3'                   | null
        'MIDI Mix #0'                   | null
        'MIDI Mix:MIDI Mix MIDI 1 28:0' | 'MIDI Mix:MIDI Mix MIDI 1 28:0'
        'Arturia BeatStep Pro'          | 'Arturia BeatStep Pro:Arturia BeatStep Pro MIDI 1 20:0'
        'Arturia BeatStep Pro MIDI 1'   | 'Arturia BeatStep Pro:Arturia BeatStep Pro MIDI 1 20:0'
        'Arturia BeatStep Pro MIDI 2'   | 'Arturia BeatStep Pro:Arturia BeatStep Pro MIDI 2 20:1'
        'APC MINI'                      | 'a2j:APC MINI [32] (capture): APC MINI MIDI 1'
        'Launchpad #2'                  | 'Launchpad #2'
        'Mix'                           | null
        'MIDI'                          | null
        '1'                             | null
        ''                              | null
    }

    def "a spelling that fits better wins, wherever it stands"() {
        expect:
        PortNames.find('APC mini', INPUT, inputs('apc MINI', 'APC-mini', 'APC mini')).get().id() == 'APC mini'
        PortNames.find('apc mini', INPUT, inputs('APC-mini', 'APC MINI')).get().id() == 'APC MINI'
    }

    def "several of a kind are counted however the system tells them apart, and found in the same order"() {
        expect:
        (1..4).collect { PortNames.find("MIDI Mix #$it", INPUT, inputs(*ids)).map { it.id() }.orElse(null) } == ids + [null] * (4 - ids.size())
        PortNames.ofDevice(['MIDI Mix'], INPUT, inputs(*ids.reverse()))*.id() == ids

        where:
        ids << [
            ['MIDI Mix', '2- MIDI Mix', '10- MIDI Mix'],
            ['MIDI Mix', 'MIDI Mix #2'],
            ['MIDI Mix:MIDI Mix MIDI 1 9:0', 'MIDI Mix:MIDI Mix MIDI 1 24:0', 'MIDI Mix:MIDI Mix MIDI 1 100:0'],
            ['a2j:MIDI Mix [24] (capture): MIDI Mix MIDI 1', 'a2j:MIDI Mix [28] (capture): MIDI Mix MIDI 1'],
            ['Midi-Bridge:MIDI Mix 2:(capture_0) MIDI Mix MIDI 1', 'Midi-Bridge:MIDI Mix 3:(capture_0) MIDI Mix MIDI 1']
        ]
    }

    def "what a program calls its port counts after hardware, and another Roadcase's ports are no gear"() {
        given:
        def ports = inputs('player:MIDI Mix', 'Roadcase:MIDI Mix', 'Roadcase-01:MIDI Mix', 'MIDI Mix:out', 'MIDI Mix:MIDI 2',
                'MIDI Mix 2 Emulator', 'MIDI Mixer:out', 'My MIDI Mix', 'DAW:MIDI Mix 2 Emulator', 'MIDI Mix Emulator:out', 'zz:MIDI Mix MIDI 1 30:0')

        expect:
        PortNames.ofDevice(['MIDI Mix'], INPUT, ports)*.id() == ['MIDI Mix:out', 'player:MIDI Mix', 'zz:MIDI Mix MIDI 1 30:0']
        PortNames.ofDevice(['MIDI Mix'], INPUT, ports + inputs('MIDI Mix:MIDI Mix MIDI 1 24:0'))*.id().first() == 'MIDI Mix:MIDI Mix MIDI 1 24:0'
        PortNames.find('MIDI Mix', INPUT, inputs('Roadcase-01:MIDI Mix')).empty
        PortNames.find('Roadcase-01:To the DAW', INPUT, inputs('Roadcase-01:To the DAW')).present
    }

    def "the input and the output of a unit are known to belong together, those of its twin do not"() {
        expect:
        NameForms.unit(new RealPort(input, '', INPUT, inAliases)) == NameForms.unit(new RealPort(output, '', OUTPUT, outAliases))
        NameForms.unit(new RealPort(twin, '', INPUT, twinAliases)) != NameForms.unit(new RealPort(input, '', INPUT, inAliases))

        where:
        input                                                | inAliases                                  | output                                                  | outAliases                                    | twin                                                 | twinAliases
        'MIDI Mix:MIDI Mix MIDI 1 24:0'                      | []                                         | 'MIDI Mix:MIDI Mix MIDI 1 24:0'                         | []                                            | 'MIDI Mix:MIDI Mix MIDI 1 28:0'                      | []
        'a2j:MIDI Mix [24] (capture): MIDI Mix MIDI 1'       | []                                         | 'a2j:MIDI Mix [24] (playback): MIDI Mix MIDI 1'         | []                                            | 'a2j:MIDI Mix [28] (capture): MIDI Mix MIDI 1'       | []
        'Midi-Bridge:MIDI Mix 2:(capture_0) MIDI Mix MIDI 1' | []                                         | 'Midi-Bridge:MIDI Mix 2:(playback_0) MIDI Mix MIDI 1'   | []                                            | 'Midi-Bridge:MIDI Mix 3:(capture_0) MIDI Mix MIDI 1' | []
        'Mix [hw:3,0,0]'                                     | []                                         | 'Mix [hw:3,0,0]'                                        | []                                            | 'Mix_1 [hw:4,0,0]'                                   | []
        'MIDIIN2 (APC mini mk2)'                             | []                                         | 'MIDIOUT2 (APC mini mk2)'                               | []                                            | '2- MIDIIN2 (APC mini mk2)'                          | []
        'Launchpad Mini MK3 LPMiniMK3 DAW Out'               | []                                         | 'Launchpad Mini MK3 LPMiniMK3 DAW In'                   | []                                            | 'Launchpad Mini MK3 LPMiniMK3 MIDI Out'              | []
        'system:midi_capture_1'                              | ['alsa_pcm:in-hw-2-0-0-MIDI-Mix-MIDI-1']   | 'system:midi_playback_3'                                | ['alsa_pcm:out-hw-2-0-0-MIDI-Mix-MIDI-1']     | 'system:midi_capture_2'                              | ['alsa_pcm:in-hw-3-0-0-MIDI-Mix-MIDI-1']
    }

    def "only ports of the wanted direction count"() {
        given:
        def ports = [new RealPort('x', 'MIDI Mix', INPUT)]

        expect:
        PortNames.find('MIDI Mix', OUTPUT, ports).empty
        PortNames.findDevice(['MIDI ?Mix.*'], OUTPUT, ports).empty
    }

    def "a device is found by its patterns, the first pattern first, and by any name that the port has"() {
        given:
        def ports = inputs('APC MINI:APC MINI MIDI 1 20:0', 'APC mini mk2:APC mini mk2 APC mini mk2 Contr 24:0', 'Midi-Bridge:MIDI Mix:(capture_0) MIDI Mix MIDI 1')
        ports << new RealPort('system:midi_capture_5', 'x', INPUT, ['alsa_pcm:BeatStep-Pro/midi_capture_1'])

        expect:
        PortNames.ofDevice(patterns, INPUT, ports)*.id() == found

        where:
        patterns                       | found
        ['apc mini']                   | ['APC MINI:APC MINI MIDI 1 20:0']
        ['apc mini mk2.*', 'apc mini'] | ['APC mini mk2:APC mini mk2 APC mini mk2 Contr 24:0', 'APC MINI:APC MINI MIDI 1 20:0']
        ['MIDI ?Mix']                  | ['Midi-Bridge:MIDI Mix:(capture_0) MIDI Mix MIDI 1']
        ['(Arturia )?BeatStep Pro']    | ['system:midi_capture_5']
        ['nanoKONTROL.*']              | []
    }
}
