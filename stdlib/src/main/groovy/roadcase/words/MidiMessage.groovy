package roadcase.words

import roadcase.docs.Word
import roadcase.midi.Message
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** One message that a script sends. */
@Spoken('a message like noteOn(C4, 100)')
final class MidiMessage {
    private final Message message

    MidiMessage(Message message) {
        this.message = message
    }

    @NotAWord
    Message message() {
        message
    }

    @Word(says = 'message.toChannel(2)', meaning = 'The same message on this channel.', gives = 'Message',
            example = 'mix.soloKey.onPress { synth.send(programChange(5).toChannel(2)) }')
    MidiMessage toChannel(int channel) {
        new MidiMessage(message.toChannel(channel))
    }
}
