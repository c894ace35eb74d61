package roadcase.rig;

import roadcase.midi.Held;
import roadcase.midi.Message;
import roadcase.midi.Packed;

/**
 * What scripts send by their own code, and sliders. A note or pedal that code begins is held in the script's name, so
 * that panic, quit and the end of its reading find it.
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
        return send(port, message.packed(), generation, 0);
    }

    /**
     * Sends a short message.
     *
     * @param generation of the reading whose code sends it, or 0
     * @param delay in nanoseconds
     * @return false where too much is held or waits already: then it is not sent
     */
    boolean send(int port, int packed, int generation, long delay) {
        int channel = Packed.channel(packed);
        int number = Packed.data1(packed);
        int value = Packed.data2(packed);
        boolean pedal = (packed & 0xF0) == 0xB0 && (number == SUSTAIN || number == SOSTENUTO);
        if (Packed.isNoteOn(packed)) {
            if (!begin(port, Held.SCRIPT, packed, generation, delay)) return false;
        } else if (Packed.isNoteOff(packed)) {
            if (held.off(port, Held.SCRIPT, channel, number, value, after(delay)) > 0) return true;
            if (held.sounds(port, 0x90 | channel - 1, number)) return true;
        } else if (pedal && value >= HALF) {
            if (!begin(port, Held.PEDAL, packed, generation, delay)) return false;
        } else if (pedal && held.off(port, Held.PEDAL, channel, number, 0, after(delay)) > 0) {
            return true;
        }
        outbox.send(port, packed & 0xFFFFFFFFL, Selections.NOBODY, delay, null);
        return true;
    }

    /** An Off is as late as it was said, not as its On was. */
    private Held.Sink after(long delay) {
        return (out, status, note, off, began) -> outbox.off(out, status, note, off, delay);
    }

    private boolean begin(int port, int type, int packed, int generation, long delay) {
        int number = Packed.data1(packed);
        return (delay == 0 || outbox.hasRoom())
                && held.on(port, type, Packed.channel(packed), number, port, packed & 0xFF, number, 0, delay, generation);
    }

    /** A retired reading wanted to go on: what its code holds would never be ended. */
    void end(int generation) {
        held.endTag(generation, outbox);
    }
}
