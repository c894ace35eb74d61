package roadcase.midi.net;

import java.util.function.IntConsumer;
import roadcase.midi.Packed;

/** Which notes and pedals went on at one end of a wire and were not ended there. One thread. */
final class Sounding {
    private static final int SUSTAIN = 64;
    private static final int SOSTENUTO = 66;
    private static final int HALF = 64;
    private static final int ALL_SOUND_OFF = 120;
    private static final int ALL_NOTES_OFF = 123;
    private static final int[] PEDALS = {SUSTAIN, SOSTENUTO};

    private final boolean[] notes = new boolean[16 * 128];
    private final boolean[] pedals = new boolean[16 * PEDALS.length];
    private int count;

    /** Whether a message ends something: such a one must not get lost. */
    static boolean ends(int packed) {
        if (Packed.isNoteOff(packed)) return true;
        if ((packed & 0xF0) != 0xB0) return false;
        int number = Packed.data1(packed);
        return number >= ALL_SOUND_OFF || (number == SUSTAIN || number == SOSTENUTO) && Packed.data2(packed) < HALF;
    }

    void heard(int packed) {
        int channel = packed & 0x0F;
        int number = Packed.data1(packed);
        if (Packed.isNoteOn(packed)) set(notes, channel * 128 + number, true);
        else if (Packed.isNoteOff(packed)) set(notes, channel * 128 + number, false);
        else if ((packed & 0xF0) == 0xB0) controller(channel, number, Packed.data2(packed));
    }

    private void controller(int channel, int number, int value) {
        for (int i = 0; i < PEDALS.length; i++)
            if (number == PEDALS[i]) set(pedals, channel * PEDALS.length + i, value >= HALF);
        if (number == ALL_SOUND_OFF || number >= ALL_NOTES_OFF)
            for (int note = 0; note < 128; note++) set(notes, channel * 128 + note, false);
    }

    private void set(boolean[] of, int at, boolean on) {
        if (of[at] == on) return;
        of[at] = on;
        count += on ? 1 : -1;
    }

    boolean isSilent() {
        return count == 0;
    }

    /** Gives what ends it all, and forgets it. */
    void end(IntConsumer off) {
        for (int i = 0; count > 0 && i < notes.length; i++)
            if (notes[i]) {
                set(notes, i, false);
                off.accept(Packed.of(0x80 | i / 128, i % 128, 0));
            }
        for (int i = 0; count > 0 && i < pedals.length; i++)
            if (pedals[i]) {
                set(pedals, i, false);
                off.accept(Packed.of(0xB0 | i / PEDALS.length, PEDALS[i % PEDALS.length], 0));
            }
    }

    /** What this message ends is not ended after all. */
    void again(int off) {
        heard(Packed.of((off & 0xF0) == 0x80 ? 0x90 | off & 0x0F : off & 0xFF, Packed.data1(off), 127));
    }
}
