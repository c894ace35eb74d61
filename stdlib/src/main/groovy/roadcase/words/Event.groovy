package roadcase.words

import roadcase.docs.Word
import roadcase.midi.Kind
import roadcase.midi.Packed
import roadcase.rig.plan.Happening
import roadcase.script.Spoken

/**
 * A message that a reaction is told of. A copy of its own, so that it may be kept for later:
 * {@code after(1.second) { ... message.note ... }}.
 */
@Spoken('the message')
final class Event {
    /** On the wire a bend at rest is 8192; scripts count from 0. */
    private static final int BEND_MIDDLE = 8192

    private final Kind kind
    private final int channel
    private final int number
    private final int value

    Event(Happening what) {
        kind = what.sysex != null ? Kind.SYSEX : Packed.kind(what.packed)
        channel = what.channel
        number = what.number
        value = kind == Kind.PITCH_BEND ? (int) what.value - BEND_MIDDLE : (int) what.value
    }

    @Word(says = 'message.note', meaning = 'The key, 0 to 127.',
            example = 'keys.notes().onEvent { message -> synth.send(noteOn(127 - message.note, message.velocity)) }')
    int getNote() {
        number
    }

    @Word(says = 'message.number', meaning = 'The number of the note, CC or program.',
            example = 'keys.programs().onEvent { message -> synth.send(programChange(127 - message.number)) }')
    int getNumber() {
        number
    }

    @Word(says = 'message.velocity', meaning = 'How loud, 0 to 127.',
            example = 'keys.noteOn(C1).onEvent { message -> synth.send(controlChange(7, message.velocity)) }')
    int getVelocity() {
        value
    }

    @Word(says = 'message.value', meaning = 'The value of a CC, a pressure or a bend (-8192 to 8191).',
            example = 'keys.cc(1).onEvent { message -> synth.send(controlChange(74, 127 - message.value)) }')
    int getValue() {
        value
    }

    @Word(says = 'message.channel', meaning = 'The channel, 1 to 16.',
            example = 'keys.noteOn(C1).onEvent { message -> synth.send(programChange(message.channel)) }')
    int getChannel() {
        channel
    }

    @Word(says = 'message.isOn() · message.isOn', meaning = 'Whether it is a note that begins.',
            example = 'keys.notes().onEvent { message -> if (message.isOn()) synth.send(programChange(1)) }')
    boolean isOn() {
        kind == Kind.NOTE_ON && value > 0
    }

    boolean getIsOn() {
        isOn()
    }
}
