package roadcase.rig;

import roadcase.midi.Held;
import roadcase.midi.Kind;
import roadcase.midi.Message;
import roadcase.midi.Packed;

/**
 * What scripts send by their own code. A note or pedal that code begins is held in the script's name, so that panic,
 * quit and the end of its reading find it.
 *
 * <p>The Conductor's thread.
 */
final class ScriptVoice {
    private static final int SUSTAIN = 64;
    private static final int SOSTENUTO = 66;
    private static final int HALF = 64;

    private final Outbox outbox;
    private final Held held;

    ScriptVoice(Outbox outbox, Held held) {
        this.outbox = outbox;
        this.held = held;
    }

    /**
     * Sends a message.
     *
     * @param generation of the reading whose code sends it
     * @return false where too much is held already: then it is not sent
     */
    boolean send(int port, Message message, int generation) {
        if (!message.isShort()) {
            outbox.send(port, message.bytes(), message.length());
            return true;
        }
        int packed = message.packed();
        int channel = Packed.channel(packed);
        int number = Packed.data1(packed);
        int value = Packed.data2(packed);
        boolean pedal = message.kind() == Kind.CC && (number == SUSTAIN || number == SOSTENUTO);
        if (Packed.isNoteOn(packed)) {
            if (!begin(port, Held.SCRIPT, channel, number, packed, generation)) return false;
        } else if (Packed.isNoteOff(packed)) {
            if (held.off(port, Held.SCRIPT, channel, number, value, outbox) > 0) return true;
            if (held.sounds(port, 0x90 | channel - 1, number)) return true;
        } else if (pedal && value >= HALF) {
            if (!begin(port, Held.PEDAL, channel, number, packed, generation)) return false;
        } else if (pedal && held.off(port, Held.PEDAL, channel, number, 0, outbox) > 0) {
            return true;
        }
        outbox.send(port, packed);
        return true;
    }

    private boolean begin(int port, int type, int channel, int number, int packed, int generation) {
        return held.on(port, type, channel, number, port, packed & 0xFF, number, 0, 0, generation);
    }

    /** A retired reading wanted to go on: what its code holds would never be ended. */
    void end(int generation) {
        held.endTag(generation, outbox);
    }
}
