package roadcase.words

import roadcase.docs.Word
import roadcase.midi.Kind
import roadcase.midi.Message

/**
 * Messages that a reaction can send. Numbers may come from values, so they need not be whole: the nearest is sent.
 *
 * <p>They go out on channel 1 unless {@code toChannel} says otherwise. Errors: IllegalArgumentException with a
 * sentence.
 */
final class Messages {
    private static final int BEND_LIMIT = 8192

    private Messages() {}

    @Word(says = 'noteOn(C4, 100)', meaning = 'A key goes down, this loud.', gives = 'Message',
            example = 'mix.soloKey.onPress { synth.send(noteOn(C4, 100)) }')
    static MidiMessage noteOn(Number key, Number velocity) {
        message(Kind.NOTE_ON, number(Quantity.NOTE, key), number(Quantity.VELOCITY, velocity))
    }

    @Word(says = 'noteOff(C4)', meaning = 'A key comes up.', gives = 'Message', example = '''
        mix.soloKey.onPress {
            synth.send(noteOn(C4, 100).toChannel(2))
            after(500.ms) { synth.send(noteOff(C4).toChannel(2)) }
        }''')
    static MidiMessage noteOff(Number key) {
        message(Kind.NOTE_OFF, number(Quantity.NOTE, key), 0)
    }

    @Word(says = 'controlChange(7, 100)', meaning = 'A CC with this value.', gives = 'Message',
            example = 'mix.soloKey.onPress { synth.send(controlChange(7, 100)) }')
    static MidiMessage controlChange(Number controller, Number value) {
        message(Kind.CC, number(Quantity.CC, controller), number(Quantity.VALUE, value))
    }

    @Word(says = 'programChange(5)', meaning = 'A program change.', gives = 'Message',
            example = 'mix.soloKey.onPress { synth.send(programChange(5)) }')
    static MidiMessage programChange(Number program) {
        message(Kind.PROGRAM, number(Quantity.PROGRAM, program))
    }

    @Word(says = 'bend(0)', meaning = 'Pitch bend from -8192 to 8191; 0 is the middle.', gives = 'Message',
            example = 'mix.master.between(-8192, 8191).onChange { x -> synth.send(bend(x)) }')
    static MidiMessage bend(Number amount) {
        long whole = Math.round(amount.doubleValue())
        if (whole < -BEND_LIMIT || whole >= BEND_LIMIT)
            throw new IllegalArgumentException("bend $whole; bends are -8192 to 8191")
        int wire = (int) whole + BEND_LIMIT
        message(Kind.PITCH_BEND, wire & 0x7F, wire >> 7)
    }

    @Word(says = 'aftertouch(100)', meaning = 'Aftertouch: pressure on the whole keyboard.', gives = 'Message',
            example = 'mix.master.onChange { x -> synth.send(aftertouch(x)) }')
    static MidiMessage aftertouch(Number amount) {
        message(Kind.AFTERTOUCH, number(Quantity.VALUE, amount))
    }

    @Word(says = 'keyAftertouch(C4, 100)', meaning = 'Key aftertouch: pressure on one key.', gives = 'Message',
            example = 'mix.master.onChange { x -> synth.send(keyAftertouch(C4, x)) }')
    static MidiMessage keyAftertouch(Number key, Number amount) {
        message(Kind.KEY_AFTERTOUCH, number(Quantity.NOTE, key), number(Quantity.VALUE, amount))
    }

    @Word(says = "sysex('F0 .. F7')", meaning = 'A SysEx message from its bytes in hex.', gives = 'Message',
            example = "mix.soloKey.onPress { synth.send(sysex('F0 7E 7F 06 01 F7')) }")
    static MidiMessage sysex(String hex) {
        Message message = Message.parse(hex)
        if (message.kind() != Kind.SYSEX)
            throw new IllegalArgumentException("'$hex' is no SysEx: it begins with F0 and ends with F7")
        new MidiMessage(message)
    }

    private static int number(Quantity what, Number number) {
        int whole = (int) Math.round(number.doubleValue())
        String fault = what.fault(whole)
        if (fault != null) throw new IllegalArgumentException(fault)
        whole
    }

    private static MidiMessage message(Kind kind, int... data) {
        byte[] bytes = new byte[data.length + 1]
        bytes[0] = (byte) kind.status()
        for (int i = 0; i < data.length; i++) bytes[i + 1] = (byte) data[i]
        new MidiMessage(Message.of(bytes))
    }
}
