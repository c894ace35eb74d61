package roadcase.stage

import java.util.concurrent.ConcurrentHashMap
import roadcase.midi.JackServer
import roadcase.midi.Message

/** A MIDImix as a client of a JACK server: its presses, and its lights as the messages that arrived left them. */
class Unit extends Peer {
    static final int BANK_LEFT = 25, BANK_RIGHT = 26, SOLO_KEY = 27
    /** Every number with a light: MUTE, SOLO and REC ARM rows, bank buttons. */
    static final List<Integer> LIGHTS = 1..26

    /** Asked when it comes; this one does not answer. */
    static final String WHO_ARE_YOU = 'F0 7E 7F 06 01 F7'

    private final Map<Integer, Integer> velocities = new ConcurrentHashMap<>()

    Unit(JackServer jack) { super(jack, 'MIDI Mix') }

    void press(int number) { says(String.format('90 %02X 7F', number)) }

    void release(int number) { says(String.format('80 %02X 7F', number)) }

    void tap(int number) {
        press(number)
        release(number)
    }

    void turn(int cc, int value) { says(String.format('B0 %02X %02X', cc, value)) }

    /** Whether it was told how all its lights are to be. */
    boolean isPainted() { velocities.keySet().containsAll(LIGHTS) }

    /** Its lights are dark and untold, as after its power was off. */
    void forget() { velocities.clear() }

    Set<Integer> getLit() { velocities.findAll { it.value > 0 }.keySet() as TreeSet }

    @Override
    protected void hears(Message message) {
        if (message.hex() == WHO_ARE_YOU) return
        super.hears(message)
        def bytes = message.bytes()
        assert bytes[0] == (byte) 0x90: "a light is a note-on on channel 1, not ${message.hex()}"
        velocities[bytes[1] as int] = bytes[2] as int
    }
}
