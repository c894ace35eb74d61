package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.midi.Message

/**
 * A MIDImix as it is: what it says when it is touched, and its lights as the messages to its port left them.
 *
 * <p>From its owners' documents: buttons send notes 1 to 27 on channel 1, 127 for down and a note-off with 127 for up;
 * while SOLO (27) is down, the MUTE row (1, 4, 7 ...) sends the next higher number. A light is a note-on on channel 1,
 * 1 to 26; without power it is dark.
 */
@CompileStatic
class MixUnit {
    static final String PORT = 'MIDI Mix'
    static final int SOLO = 27
    /** Who it is, as it says itself. */
    static final Message IDENTITY = Message.parse('F0 7E 00 06 02 47 31 00 19 01 00 00 00 F7')

    final BitSet lit = new BitSet()
    private final BitSet down = new BitSet()
    private boolean solo

    /** What it says when a finger goes down, or null where one is there already. */
    Message press(int button) {
        if (down.get(button)) return null
        down.set(button)
        if (button == SOLO) solo = true
        bytes(0x90, said(button), 127)
    }

    /** What it says when a finger goes up, or null where there is none. */
    Message release(int button) {
        if (!down.get(button)) return null
        down.clear(button)
        int number = said(button)
        if (button == SOLO) solo = false
        bytes(0x80, number, 127)
    }

    static Message turn(int cc, int value) {
        bytes(0xB0, cc, value)
    }

    private int said(int button) {
        solo && button < 25 && button % 3 == 1 ? button + 1 : button
    }

    /** Fingers may stay where they are; it does not know of them when its power is back. */
    void powerLost() {
        lit.clear()
        solo = false
    }

    void hear(Message message) {
        if (message.length() != 3) return
        byte[] bytes = message.bytes()
        if (bytes[0] == (byte) 0x90 && bytes[1] >= 1 && bytes[1] <= 26) lit.set(bytes[1], bytes[2] != (byte) 0)
        else if (bytes[0] == (byte) 0x80 && bytes[1] <= 26) lit.clear(bytes[1])
    }

    List<Integer> pressed() {
        down.stream().boxed().toList()
    }

    private static Message bytes(int status, int number, int value) {
        Message.of((byte) status, (byte) number, (byte) value)
    }
}
