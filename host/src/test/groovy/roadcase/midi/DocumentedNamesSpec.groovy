package roadcase.midi

import static roadcase.midi.RealPort.Direction.INPUT
import static roadcase.midi.RealPort.Direction.OUTPUT

import spock.lang.Shared
import spock.lang.Specification

/**
 * Every name under which a system is known to show a piece of gear leads to that gear and to no other. Names: the fact
 * sheets of the project (CoreMIDI, WinMM, Windows MIDI Services, ALSA, PipeWire, jackd, a2jmidid, javax.sound.midi).
 */
class DocumentedNamesSpec extends Specification {
    /** As a driver file would say them. */
    static final Map<String, List<String>> PATTERNS = [
        'MIDImix'                      : [/MIDI[ _-]?Mix( \d{1,2})?/, /Mix \[hw:\d+,\d+,0\]/],
        'APC mini'                     : [/APC mini/, /MINI \[hw:\d+,\d+,0\]/],
        'APC mini mk2 Control'         : [/(AKAI )?(APC mini mk2 )?APC mini mk2 Contr(ol)?/, /APC mini mk2/, /mk2 \[hw:\d+,\d+,0\]/],
        'APC mini mk2 Notes'           : [/(AKAI )?(APC mini mk2 )?APC mini mk2 Notes/, /APC mini mk2 MIDI 2/, /MIDI(IN|OUT)2 \(APC mini mk2\)/, /mk2 \[hw:\d+,\d+,1\]/],
        'BeatStep Pro'                 : [/Arturia BeatStep Pro( Arturia BeatStepPro)?/],
        'BeatStep Pro editor'          : [/Arturia BeatStep Pro MIDI 2/, /MIDI(IN|OUT)2 \(Arturia BeatStep Pro\)/, /.*BeatStepPro ?(Out|In)Editor/],
        'Launchpad Mini mk3 DAW'       : [/(Launchpad Mini MK3 )?LPMiniMK3 DAW( In| Out)?/, /LPMiniMK3 MIDI/, /Launchpad Mini MK3/],
        'Launchpad Mini mk3 MIDI'      : [/Launchpad Mini MK3 LPMiniMK3 MI(DI( In| Out)?)?/, /MIDI(IN|OUT)2 \(LPMiniMK3 MIDI\)/, /Launchpad Mini MK3 MIDI 2/],
        'Launchpad X DAW'              : [/(Launchpad X )?LPX DAW( In| Out)?/, /LPX MIDI/],
        'Launchpad X MIDI'             : [/(Launchpad X )LPX MIDI( In| Out)?/, /LPX MIDI (In|Out)/, /MIDI(IN|OUT)2 \(LPX MIDI\)/],
        'Launch Control XL'            : [/Launch Control XL( Launch Contro.*)?/],
        'Launch Control XL mk3 DAW'    : [/LCXL3 1 DAW (In|Out)/, /MIDI(IN|OUT)2 \(LCXL3 1 MIDI\)/],
        'nanoKONTROL2'                 : [/nanoKONTROL2/]
    ]

    /** Device, name by the system, other names; {@code #} stands for the way: capture or playback, IN or OUT, in or out. */
    static final List<List> DOCUMENTED = [
        ['MIDImix', 'MIDI Mix'],
        ['MIDImix', 'MIDI Mix 5'],
        ['MIDImix', '2- MIDI Mix'],
        ['MIDImix', 'CoreMIDI4J - MIDI Mix'],
        ['MIDImix', 'MIDI Mix:MIDI Mix MIDI 1 24:0'],
        ['MIDImix', 'MIDI Mix:MIDI Mix MIDI 1 20:0'],
        ['MIDImix', 'MIDI Mix IN 1'],
        ['MIDImix', 'Mix [hw:3,0,0]'],
        ['MIDImix', 'Mix [hw:3,0,0]', 'MIDI Mix'],
        ['MIDImix', 'a2j:MIDI Mix [24] (capture): MIDI Mix MIDI 1'],
        ['MIDImix', 'Midi-Bridge:MIDI Mix:(capture_0) MIDI Mix MIDI 1'],
        ['MIDImix', 'Midi-Bridge:MIDI Mix at usb-0000:00:14.0-2, full speed:(capture_0) MIDI Mix MIDI 1'],
        ['MIDImix', 'Midi-Bridge:MIDI Mix 24:0 (capture_0) MIDI Mix MIDI 1'],
        ['MIDImix', 'system:midi_capture_1', 'alsa_pcm:MIDI-Mix/midi_capture_1'],
        ['MIDImix', 'system:midi_capture_3', 'alsa_pcm:in-hw-2-0-0-MIDI-Mix-MIDI-1'],
        ['APC mini', 'APC MINI'],
        ['APC mini', 'APC MINI:APC MINI MIDI 1 20:0'],
        ['APC mini', 'MINI [hw:1,0,0]', 'APC MINI'],
        ['APC mini', 'a2j:APC MINI [20] (capture): APC MINI MIDI 1'],
        ['APC mini', 'Midi-Bridge:APC MINI:(capture_0) APC MINI MIDI 1'],
        ['APC mini', 'system:midi_capture_2', 'alsa_pcm:APC-MINI/midi_capture_1'],
        ['APC mini mk2 Control', 'APC mini mk2 Control'],
        ['APC mini mk2 Control', 'APC Mini mk2 Control'],
        ['APC mini mk2 Control', 'AKAI APC mini mk2 Control'],
        ['APC mini mk2 Control', 'APC mini mk2'],
        ['APC mini mk2 Control', 'APC mini mk2:APC mini mk2 APC mini mk2 Contr 24:0'],
        ['APC mini mk2 Control', 'mk2 [hw:2,0,0]', 'APC mini mk2'],
        ['APC mini mk2 Control', 'system:midi_capture_4', 'alsa_pcm:APC-mini-mk2/midi_capture_1'],
        ['APC mini mk2 Control', 'CoreMIDI4J - APC mini mk2 Control'],
        ['APC mini mk2 Notes', 'APC mini mk2 Notes'],
        ['APC mini mk2 Notes', 'MIDIIN2 (APC mini mk2)'],
        ['APC mini mk2 Notes', 'APC mini mk2:APC mini mk2 APC mini mk2 Notes 24:1'],
        ['APC mini mk2 Notes', 'mk2 [hw:2,0,1]', 'APC mini mk2 MIDI 2'],
        ['APC mini mk2 Notes', 'system:midi_capture_5', 'alsa_pcm:APC-mini-mk2/midi_capture_2'],
        ['BeatStep Pro', 'Arturia BeatStep Pro'],
        ['BeatStep Pro', 'Arturia BeatStep Pro Arturia BeatStepPro'],
        ['BeatStep Pro', 'Arturia BeatStep Pro MIDI 1'],
        ['BeatStep Pro', 'Arturia BeatStep Pro:Arturia BeatStep Pro MIDI 1 20:0'],
        ['BeatStep Pro', 'Midi-Bridge:Arturia BeatStep Pro 24:0 (capture_0) Arturia BeatStep Pro MIDI 1'],
        ['BeatStep Pro editor', 'MIDIIN2 (Arturia BeatStep Pro)'],
        ['BeatStep Pro editor', 'Arturia BeatStep Pro MIDI 2'],
        ['BeatStep Pro editor', 'Arturia BeatStep Pro:Arturia BeatStep Pro MIDI 2 20:1'],
        ['BeatStep Pro editor', 'Arturia BeatStep Pro Arturia BeatStepPro OutEditor'],
        ['BeatStep Pro editor', 'Arturia BeatStep Pro Arturia BeatStepProInEditor'],
        ['Launchpad Mini mk3 DAW', 'Launchpad Mini MK3 LPMiniMK3 DAW Out'],
        ['Launchpad Mini mk3 DAW', 'LPMiniMK3 MIDI'],
        ['Launchpad Mini mk3 DAW', 'Launchpad Mini MK3 MIDI 1'],
        ['Launchpad Mini mk3 MIDI', 'Launchpad Mini MK3 LPMiniMK3 MIDI Out'],
        ['Launchpad Mini mk3 MIDI', 'Launchpad Mini MK3 LPMiniMK3 MI'],
        ['Launchpad Mini mk3 MIDI', 'MIDIIN2 (LPMiniMK3 MIDI)'],
        ['Launchpad Mini mk3 MIDI', 'Launchpad Mini MK3 MIDI 2'],
        ['Launchpad X DAW', 'LPX DAW Out'],
        ['Launchpad X DAW', 'LPX MIDI'],
        ['Launchpad X MIDI', 'LPX MIDI Out'],
        ['Launchpad X MIDI', 'MIDIIN2 (LPX MIDI)'],
        ['Launch Control XL', 'Launch Control XL'],
        ['Launch Control XL', 'Launch Control XL Launch Contro'],
        ['Launch Control XL mk3 DAW', 'LCXL3 1 DAW Out'],
        ['Launch Control XL mk3 DAW', 'MIDIIN2 (LCXL3 1 MIDI)'],
        ['nanoKONTROL2', 'nanoKONTROL2'],
        ['nanoKONTROL2', 'nanoKONTROL2 MIDI 1'],
        ['nanoKONTROL2', 'nanoKONTROL2:nanoKONTROL2 MIDI 1 32:0']
    ]

    static RealPort input(String id, List<String> aliases) {
        new RealPort(id, PortNames.plain(id, aliases), INPUT, aliases)
    }

    static RealPort output(String id, List<String> aliases) {
        def other = { String name ->
            name.replace('capture', 'playback').replace('MIDIIN', 'MIDIOUT').replace(':in-hw', ':out-hw').replaceAll(/ IN (\d)$/, ' OUT $1').replaceAll(/ Out$/, ' In')
        }
        new RealPort(other(id), PortNames.plain(other(id), aliases.collect(other)), OUTPUT, aliases.collect(other))
    }

    @Shared crowd = DOCUMENTED.collect { input(it[1], it.drop(2)) }

    def "#id #aliases is #device and nothing else"() {
        expect:
        PATTERNS.findAll { name, patterns -> PortNames.findDevice(patterns, INPUT, [input(id, aliases)]).present }.keySet() == [device] as Set
        PATTERNS.findAll { name, patterns -> PortNames.findDevice(patterns, OUTPUT, [output(id, aliases)]).present }.keySet() == [device] as Set

        and: 'its input and its output are of one unit'
        NameForms.unit(input(id, aliases)) == NameForms.unit(output(id, aliases)) || id.contains('Editor')

        where:
        [device, id, aliases] << DOCUMENTED.collect { [it[0], it[1], it.drop(2)] }
    }

    def "among all of them at once, #device finds its own ports and no others"() {
        expect:
        PortNames.ofDevice(PATTERNS[device], INPUT, crowd)*.id() as Set == DOCUMENTED.findAll { it[0] == device }*.get(1) as Set

        where:
        device << PATTERNS.keySet()
    }

    def "no device takes #id for its own"() {
        expect:
        PATTERNS.values().every { PortNames.findDevice(it, INPUT, [input(id, [])]).empty }

        where:
        id << ['MIDI Mix 2 Emulator', 'Roadcase:MIDI Mix', 'Roadcase-01:APC MINI', 'Roadcase:MIDI Mix (out)', 'Midi Through:Midi Through Port-0 14:0',
               'IAC Bus 1', 'loopMIDI Port', 'MIDI Mixer', 'APC mini mk3', 'nanoKONTROL', 'nanoKONTROL3', 'Launch Control', 'BeatStep', 'Arturia BeatStep',
               'system:midi_capture_1', 'Microsoft GS Wavetable Synth', 'Gervill', 'Real Time Sequencer', 'Launchpad Mini', 'MIDI']
    }
}
