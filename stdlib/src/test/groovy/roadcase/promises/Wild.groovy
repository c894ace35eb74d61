package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.midi.Message

/** Gigs with a word of each sort, and performers without a plan. */
@CompileStatic
class Wild {
    static final List<String> INSTRUMENTS = ['Synth', 'Piano']
    private static final List<String> INPUTS = ['Keystation', 'Pads']

    private static final String GEAR = '''
        def keys  = input('Keystation')
        def pads  = input('Pads')
        def mix   = device(MidiMix)
        def synth = output('Synth')
        def piano = output('Piano')
        def host  = virtualOutput('Host')
        def time  = clock(INTERNAL, 120.bpm)
        def four  = banks('Four') {
            previous mix.bankLeft
            next     mix.bankRight
            binaryDial mix.bankLeft, mix.bankRight
            bank 'A', channel: 1
            bank 'B', channel: 2
            bank 'C', channel: 3
            bank('D', channel: 4) { mix.recArm[1].to(piano) }
            everyBank {
                mix.mute.toggles().to(host)
                mix.solo.toggles().to(host)
                mix.recArm[1].toggles().to(host)
                mix.recArm[2].to(synth)
                mix.recArm[3].transpose(40).to(synth)
                mix.recArm[4].toggles().pulse().to(synth)
                holding(mix.soloKey) { mix.recArm[2].transpose(32).to(synth) }
                mix.knobs.hysteresis(3).to(host)
                mix.faders.pickup().to(host)
            }
        }
        '''

    static final Map<String, String> LINES = [
            many   : GEAR + '''
        keys.to(synth)
        keys.transpose(12).toChannel(2).to(synth, piano)
        pads.to(synth)
        keys.cc(1).becomes(note(50)).to(synth, piano)
        ''',
            late   : GEAR + '''
        keys.zone('Low', 0..59).transpose(-12).toChannel(3).to(piano)
        keys.zone('High', 60..127).to(synth)
        pads.notes().after(200.ms).to(synth)
        pads.after(0.5.beats).to(piano)
        keys.notes().quantise(1.beat, time).toChannel(5).to(piano)
        ''',
            code   : GEAR + '''
        pads.after(30.ms).to(synth)
        keys.noteOn(60).onEvent { message ->
            synth.send(noteOn(72, 100))
            after(150.ms) { synth.send(noteOff(72)) }
        }
        keys.noteOn(67).onEvent { message ->
            piano.send(noteOn(74, 100))
            after(40.ms) { after(40.ms) { piano.send(noteOff(74)) } }
        }
        keys.noteOn(64).onEvent { message ->
            synth.send(controlChange(64, 127))
            after(1.beat) { synth.send(controlChange(64, 0)) }
        }
        ''',
            strange: GEAR + '''
        def layer = keys.transpose(7).to(synth)
        mix.recArm[8].toggles().to(layer.on)
        keys.notes().becomes(cc(64)).to(piano)
        pads.toChannel(1).to(piano)
        pads.cc(66).becomes(cc(64)).to(synth)
        keys.aftertouch().becomes(note(40)).to(synth)
        ''',
            fewer  : '''
        def keys  = input('Keystation')
        def mix   = device(MidiMix)
        def synth = output('Synth')
        def host  = virtualOutput('Host')
        keys.transpose(1).toChannel(4).to(synth)
        mix.recArm.toggles().to(host)
        mix.mute[1].to(synth)
        ''',
            fewest : '''
        def keys  = input('Keystation')
        def pads  = input('Pads')
        def piano = output('Piano')
        keys.to(piano)
        pads.to(piano)
        '''
    ]

    /** Outputs of each that panic silences. */
    static final List<List<String>> OUTPUTS =
            [['Synth', 'Piano', 'Host']] * 4 + [['Synth', 'Host'], ['Piano']] as List<List<String>>

    static Repertoire repertoire(List<String> mistakes = []) {
        new Repertoire(LINES, mistakes)
    }

    static List<Deed> deeds(Chance chance, int many, Repertoire gigs) {
        long micros = 0
        List<Deed> deeds = []
        for (int i = 0; i < many; i++) {
            if (!chance.oneIn(4)) micros += chance.upTo(60_000)
            deeds << deed(chance, micros, gigs)
        }
        deeds
    }

    private static Deed deed(Chance chance, long micros, Repertoire gigs) {
        int dice = chance.upTo(100)
        String port = chance.of(INPUTS)
        if (dice < 43) return key(chance, micros, port)
        if (dice < 52) return Deed.play(micros, port, bytes(0xB0 + chance.upTo(2), chance.of([64, 66]), chance.of([0, 40, 64, 127])))
        if (dice < 72) {
            int button = chance.of([1, 2, 3, 4, 6, 9, 12, 24, 25, 26, 27, 27])
            return chance.oneIn(2) ? Deed.press(micros, button) : Deed.release(micros, button)
        }
        if (dice < 78) return Deed.turn(micros, chance.of([16, 17, 19, 23, 46, 62]), chance.upTo(128))
        if (dice < 81) return Deed.play(micros, 'Keystation', bytes(0xB0, 1, chance.of([0, 63, 126])))
        if (dice < 84) return Deed.play(micros, 'Keystation', Message.of((byte) 0xD0, chance.of([0, 1, 127]) as byte))
        if (dice < 86) return Deed.play(micros, port, bytes(0xE0, chance.of([0, 1]), chance.of([0, 64, 127])))
        if (dice < 91) return Deed.reload(micros, chance.upTo(gigs.size()))
        String plug = chance.of(['Keystation', 'Pads', 'MIDI Mix', 'Synth', 'Piano'])
        if (dice < 94) return Deed.vanish(micros, plug)
        if (dice < 98) return Deed.comeBack(micros, plug)
        if (gigs.mistakes && chance.oneIn(2)) return Deed.mistake(micros, chance.upTo(gigs.mistakes.size()))
        Deed.panic(micros)
    }

    private static Deed key(Chance chance, long micros, String port) {
        int channel = chance.upTo(2)
        int number = chance.of([0, 36, 40, 59, 60, 64, 67, 100, 127])
        if (chance.oneIn(2)) return Deed.play(micros, port, bytes(0x90 + channel, number, chance.from(1, 127)))
        Deed.play(micros, port, chance.oneIn(4) ? bytes(0x90 + channel, number, 0) : bytes(0x80 + channel, number, chance.upTo(128)))
    }

    private static Message bytes(int status, int first, int second) {
        Message.of((byte) status, (byte) first, (byte) second)
    }

    /** All fingers and feet go up, all plugs are in again: what must be done so that nothing may sound any more. */
    static List<Deed> handsOff(Performance performance) {
        long micros = performance.now() + 100_000
        List<Deed> deeds = []
        for (String port : performance.away) deeds << Deed.comeBack(micros, port)
        for (String port : INPUTS) {
            for (int channel : 0..1) {
                for (int number : [0, 36, 40, 59, 60, 64, 67, 100, 127]) deeds << Deed.play(micros, port, bytes(0x80 + channel, number, 64))
                for (int pedal : [64, 66]) deeds << Deed.play(micros, port, bytes(0xB0 + channel, pedal, 0))
            }
            deeds << Deed.play(micros, port, Message.of((byte) 0xD0, (byte) 0)) << Deed.play(micros, port, bytes(0xE0, 0, 0))
        }
        deeds << Deed.play(micros, 'Keystation', bytes(0xB0, 1, 0))
        for (int button : performance.unit.pressed()) deeds << Deed.release(micros, button)
        deeds
    }
}
