package roadcase.rig;

import roadcase.midi.Held;
import roadcase.midi.Packed;

/**
 * What others on the network play to our outputs. A note or pedal is held in the name of the one who began it, beside
 * what the gig itself holds there: it ends with the last of them, and with him who vanishes.
 *
 * <p>The Conductor's thread.
 */
final class PeerVoice {
    /** How many can play at once. */
    static final int MOST = 16;

    private static final int SUSTAIN = 64;
    private static final int SOSTENUTO = 66;
    private static final int HALF = 64;

    private final Outbox outbox;
    private final Held held;

    PeerVoice(Outbox outbox, Held held) {
        this.outbox = outbox;
        this.held = held;
    }

    /** @return false where too much is held already, or nobody held what this ends: then it is not sent */
    boolean send(int output, int packed, int who) {
        int source = PortTable.MOST + who;
        int channel = Packed.channel(packed);
        int number = Packed.data1(packed);
        int value = Packed.data2(packed);
        boolean pedal = (packed & 0xF0) == 0xB0 && (number == SUSTAIN || number == SOSTENUTO);
        int type = pedal ? Held.PEDAL : Held.NOTE;
        int status = (pedal ? 0xB0 : 0x90) | channel - 1;
        if (Packed.isNoteOn(packed) || pedal && value >= HALF) {
            if (!held.on(source, type, channel, number, output, status, number, 0, 0, 0)) return false;
        } else if (Packed.isNoteOff(packed) || pedal) {
            boolean his = held.holds(source, type, channel, number, output, status, number);
            held.off(source, type, channel, number, output, status, number, value, outbox);
            return his;
        }
        outbox.send(output, packed & 0xFFFFFFFFL, Selections.source(source, channel), 0, null);
        return true;
    }

    void end(int who) {
        held.endInput(PortTable.MOST + who, outbox);
    }
}
