package roadcase.midi;

import java.util.Arrays;

/**
 * Messages from the packets in which USB carries MIDI: four bytes each, the first with the number of a cable and what the
 * other three are. Packets of zeros fill up a transfer and say nothing. What is wrong is told and left out, and reading
 * goes on with the next packet. One thread.
 *
 * <p>Source: USB Device Class Definition for MIDI Devices 1.0, 4: "USB-MIDI Event Packets".
 *
 * <pre>{@code
 * packets.feed(captured, 0, captured.length);   // 04 F0 7E 7F 07 06 01 F7 → output.message(0, 0, F0 7E 7F 06 01 F7)
 * packets.end();
 * }</pre>
 */
public final class UsbPackets {
    /** What takes the messages. Packets count from 0. */
    public interface Output {
        /** @param cable 0 to 15: a unit with several ports has one for each */
        void message(long packet, int cable, Message message);

        void fault(long packet, String sentence);
    }

    private static final int PACKET = 4;
    private static final int CABLES = 16;
    /** How many bytes of a packet are the message's, by what it is. */
    private static final int[] LENGTHS = {0, 0, 2, 3, 3, 1, 2, 3, 3, 3, 3, 3, 2, 2, 3, 1};
    private static final int SYSEX_GOES_ON = 4;
    private static final int SYSEX_ENDS_WITH_1 = 5;
    private static final int SYSEX_ENDS_WITH_3 = 7;
    private static final int FIRST_CHANNEL_KIND = 8;
    private static final int SINGLE_BYTE = 15;

    private final Output output;
    private final byte[] packet = new byte[PACKET];
    private int have;
    private long count;
    private final byte[][] sysex = new byte[CABLES][];
    private final int[] lengths = new int[CABLES];
    private final boolean[] tooLong = new boolean[CABLES];

    public UsbPackets(Output output) {
        this.output = output;
    }

    /** Takes bytes as they come; a packet may come in parts. */
    public void feed(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            packet[have++] = bytes[i];
            if (have < PACKET) continue;
            have = 0;
            read();
            count++;
        }
    }

    /** Where a transfer ends: what is left of a packet is told and dropped. */
    public void transferEnds() {
        if (have > 0) output.fault(count, "here are only " + have + " bytes, and a packet has " + PACKET);
        have = 0;
    }

    /** Nothing more comes. */
    public void end() {
        transferEnds();
        for (int cable = 0; cable < CABLES; cable++)
            if (lengths[cable] > 0) broken(cable, "a SysEx on cable " + cable + " has no end: the last bytes are missing");
    }

    private void read() {
        int cable = packet[0] >> 4 & 0x0F;
        int kind = packet[0] & 0x0F;
        if (packet[0] == 0 && packet[1] == 0 && packet[2] == 0 && packet[3] == 0) return;
        if (kind < 2) {
            output.fault(count, "the kind " + kind + " of " + hex(0) + " is reserved, it stands for no message");
            return;
        }
        boolean goesOn = kind == SYSEX_GOES_ON || kind > SYSEX_GOES_ON && kind <= SYSEX_ENDS_WITH_3 && continues(cable, kind);
        if (goesOn) part(cable, LENGTHS[kind], kind != SYSEX_GOES_ON);
        else whole(cable, kind);
    }

    /** A packet of kind 5 may also be a short message of one byte. */
    private boolean continues(int cable, int kind) {
        return lengths[cable] > 0 || kind != SYSEX_ENDS_WITH_1 || (packet[1] & 0xFF) == 0xF7;
    }

    private void part(int cable, int length, boolean ends) {
        boolean begins = (packet[1] & 0xFF) == 0xF0;
        if (begins && lengths[cable] > 0) broken(cable, "a SysEx on cable " + cable + " was broken off by another");
        if (!begins && lengths[cable] == 0) {
            output.fault(count, hex(0) + " goes on with a SysEx that did not begin with F0");
            return;
        }
        if (sysex[cable] == null) sysex[cable] = new byte[64];
        for (int i = 1; i <= length; i++) {
            if (lengths[cable] == Message.MAX_LENGTH) tooLong[cable] = true;
            if (tooLong[cable]) continue;
            if (lengths[cable] == sysex[cable].length)
                sysex[cable] = Arrays.copyOf(sysex[cable], Math.min(Message.MAX_LENGTH, 2 * lengths[cable]));
            sysex[cable][lengths[cable]++] = packet[i];
        }
        if (!ends) return;
        if (tooLong[cable]) broken(cable, "a SysEx is longer than " + Message.MAX_LENGTH + " bytes");
        else message(cable, Arrays.copyOf(sysex[cable], lengths[cable]));
        forget(cable);
    }

    private void whole(int cable, int kind) {
        int status = packet[1] & 0xFF;
        boolean fits = kind < FIRST_CHANNEL_KIND || kind == SINGLE_BYTE ? status >= 0xF0 : status >> 4 == kind;
        if (!fits) {
            output.fault(count, hex(0) + " announces another message than one that begins with " + hex(1));
            return;
        }
        // Real-time bytes may stand inside a SysEx; anything else breaks it off.
        if (lengths[cable] > 0 && status < 0xF8) broken(cable, "a SysEx on cable " + cable + " was broken off by " + hex(1));
        message(cable, Arrays.copyOfRange(packet, 1, 1 + LENGTHS[kind]));
    }

    private void message(int cable, byte[] bytes) {
        Message message;
        try {
            message = Message.of(bytes);
        } catch (IllegalArgumentException wrong) {
            output.fault(count, wrong.getMessage());
            return;
        }
        output.message(count, cable, message);
    }

    private void broken(int cable, String sentence) {
        output.fault(count, sentence);
        forget(cable);
    }

    private void forget(int cable) {
        lengths[cable] = 0;
        tooLong[cable] = false;
    }

    private String hex(int place) {
        return String.format("%02X", packet[place]);
    }
}
