package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.midi.Message

/** Gigs whose lines go to an output each, so that what is heard there tells which line it was; and hands for them. */
@CompileStatic
class Reasons {
    private static final String GEAR = '''
        def keys  = input('Keystation')
        def pads  = input('Pads')
        def mix   = device(MidiMix)
        def to    = (1..24).collect { output("Out $it") }
        '''

    /** Nothing waits here and no code sends: what goes out in a turn is what the lines say. */
    static final Map<String, String> AT_ONCE = [
            filters: GEAR + '''
        keys.to(to[0])
        keys.onChannel(2).to(to[1])
        keys.zone('Low', 0..59).transpose(-40).to(to[2])
        keys.noteOn(60).to(to[3])
        keys.notes().velocities(64..127).toChannel(3).to(to[4])
        keys.cc(1..64).scale(10..100, 0..127).to(to[5])
        keys.ignoring(NOTE_ON, NOTE_OFF, CLOCK).to(to[6])
        keys.only { events CC; data1 1..7; channel 1 }.to(to[7])
        keys.drop { events CC; data1 64; channel 1 }.to(to[8])
        keys.nrpn(8).to(to[9])
        pads.cc14(7).to(to[10])
        keys.programs().becomes(cc(9)).to(to[11])
        keys.cc(1).becomes(note(50)).to(to[12])
        keys.aftertouch().to(to[13])
        keys.cc(7).pickup().to(to[14])
        keys.cc(1).hysteresis(5).toChannel(4).to(to[15])
        def layer = keys.notes().transpose(60).to(to[16])
        mix.recArm[8].toggles().to(layer.on)
        pads.notes().to(to[17])
        pads.pitchBend().to(to[20])
        pads.cc(66).becomes(cc(64)).to(to[18])
        pads.notes().swapped().to(to[19])
        ''',
            places : GEAR + '''
        def four = banks('Four') {
            previous mix.bankLeft
            next     mix.bankRight
            next     keys.noteOn(36)
            previous keys.cc(1)
            bank('A', channel: 1) { keys.notes().to(to[0]) }
            bank('B', channel: 2) { keys.notes().to(to[1]); mix.recArm[1].to(to[2]) }
            bank 'C', channel: 3
            everyBank {
                mix.mute.toggles().to(to[3])
                mix.recArm[1].toggles().to(to[4])
                mix.recArm[2].to(to[5])
                mix.recArm[4].toggles().pulse().to(to[6])
                holding(mix.soloKey) { mix.recArm[2].transpose(32).to(to[7]) }
                mix.knobs.hysteresis(3).to(to[8])
                mix.faders.pickup().to(to[9])
            }
        }
        preset('Warm') {
            startsOn()
            selectBy keys.program(0)
            toggleBy pads.noteOn(60)
            keys.cc(7).to(to[10])
            mix.recArm[3].to(to[11])
        }
        preset('Cold') {
            selectBy keys.program(1)
            keys.cc(7).toChannel(2).to(to[12])
            mix.recArm[3].transpose(1).to(to[13])
        }
        def level = remember('level', 64)
        keys.cc(7).scaled().to(level)
        mix.faders[1].to(level)
        ''']

    static Repertoire repertoire() {
        new Repertoire(AT_ONCE + Wild.LINES)
    }

    static List<Deed> deeds(Chance chance, int many, Repertoire gigs) {
        List<Deed> deeds = []
        for (Deed deed : Wild.deeds(chance, many, gigs)) {
            deeds << deed
            if (chance.oneIn(2)) continue
            String port = chance.of(['Keystation', 'Keystation', 'Pads'])
            int channel = chance.upTo(2)
            int dice = chance.upTo(10)
            if (dice < 5) deeds << cc(deed.micros, port, channel, chance.of([1, 7, 7, 39, 64]), chance.upTo(128))
            else if (dice < 6) deeds << Deed.play(deed.micros, port, Message.of((byte) (0xC0 + channel), (byte) chance.upTo(3)))
            else if (dice < 7) deeds << Deed.play(deed.micros, port, Message.of((byte) chance.of([0xFA, 0xFC, 0xF6])))
            else if (dice < 8) deeds << Deed.play(deed.micros, port, Message.parse('F0 7D 01 F7'))
            else for (List<Integer> part : [[99, 0], [98, chance.of([7, 8])], [6, chance.upTo(128)], [38, chance.upTo(128)], [101, 127], [100, 127]])
                if (!chance.oneIn(8)) deeds << cc(deed.micros, port, channel, part[0], part[1])
        }
        deeds
    }

    private static Deed cc(long micros, String port, int channel, int number, int value) {
        Deed.play(micros, port, Message.of((byte) (0xB0 + channel), (byte) number, (byte) value))
    }
}
