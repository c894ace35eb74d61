package roadcase.devices

import static roadcase.midi.RealPort.Direction.INPUT
import static roadcase.midi.RealPort.Direction.OUTPUT

import java.util.concurrent.TimeUnit
import roadcase.midi.PortNames
import roadcase.midi.RealPort
import roadcase.midi.VirtualBackend
import roadcase.rig.Conductor
import roadcase.rig.Gear
import roadcase.rig.Remembered
import roadcase.rig.Rig
import roadcase.rig.Witness
import roadcase.words.Gig
import spock.lang.Specification
import spock.lang.Timeout

/** How the MIDImix is found among ports, and how two of them are told apart. */
class MidiMixPortsSpec extends Specification {
    static boolean isOne(String id, String... aliases) {
        [INPUT, OUTPUT].every { PortNames.findDevice(MidiMix.SPEC.patterns(), it, [new RealPort(id, PortNames.plain(id, aliases as List), it, aliases as List)]).present }
    }

    def "every name that a system is known to give it is taken"() {
        expect:
        isOne('MIDI Mix')
        isOne('MIDI Mix 5')
        isOne('2- MIDI Mix')
        isOne('MIDI Mix:MIDI Mix MIDI 1 24:0')
        isOne('MIDI Mix IN 1')
        isOne('Mix [hw:3,0,0]')
        isOne('Mix_1 [hw:3,0,0]', 'MIDI Mix')
        isOne('CoreMIDI4J - MIDI Mix')
        isOne('a2j:MIDI Mix [24] (capture): MIDI Mix MIDI 1')
        isOne('Midi-Bridge:MIDI Mix 2:(capture_0) MIDI Mix MIDI 1')
        isOne('system:midi_capture_1', 'alsa_pcm:MIDI-Mix/midi_capture_1')
        isOne('system:midi_capture_1', 'alsa_pcm:in-hw-2-0-0-MIDI-Mix-MIDI-1')
        isOne('player:MIDI Mix')
    }

    def "other names are not"() {
        expect:
        !['MIDI Mix 2 Emulator', 'MIDI Mixer', 'APC MINI', 'Roadcase:MIDI Mix', 'Roadcase-01:MIDI Mix', 'Mixer [hw:3,0,0]', 'Some Mix [hw:1,0,0]', 'Masterator OUT', 'Mix'].any { isOne(it) }
    }

    static Map<String, String> joined(Gear gear) {
        gear.states().findAll { it.port().device() }.groupBy { it.port().device() }
                .collectEntries { device, states -> [device, states*.real()*.replaceAll(/.* (\d+):0/, '$1').toUnique().join(' / ')] }
    }

    @Timeout(30)
    def "two of them: #script"() {
        given:
        def midi = new VirtualBackend()
        Gear gear = null
        def conductor = new Conductor(midi, { r, w, l -> true }, Witness.NOBODY, Remembered.NOTHING, { gear.changed() }, { })
        gear = new Gear(midi, conductor, Witness.NOBODY)
        def units = [24, 28].collectEntries { [it, midi.gear("MIDI Mix:MIDI Mix MIDI 1 $it:0")] }
        Rig rig = Gig.of("device(MidiMix, 'left'); device(MidiMix, 'right'); $script")
        conductor.start()

        when:
        gear.open(rig)

        then:
        joined(gear) == both

        when: 'the one on the left is unplugged'
        gear.start()
        def left = both.left as int
        units[left].vanish()
        soon { joined(gear).left == '' }

        then:
        joined(gear).right == both.right

        when:
        midi.gear('MIDI Mix:MIDI Mix MIDI 1 20:0')
        soon { joined(gear).left == '20' }

        then:
        joined(gear).right == both.right

        cleanup:
        conductor.close()
        gear.close()
        midi.close()

        where:
        script                                                               | both
        ''                                                                   | [left: '24', right: '28']
        "bind 'left', to: 'MIDI Mix #2'"                                     | [left: '28', right: '24']
        "bind 'right', to: 'MIDI Mix #1'; bind 'left', to: 'MIDI Mix #2'"    | [left: '28', right: '24']
    }

    static void soon(Closure<Boolean> thing) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10)
        while (!thing.call()) {
            assert System.nanoTime() < deadline
            Thread.onSpinWait()
        }
    }
}
