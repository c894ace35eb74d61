package roadcase.rig;

import roadcase.midi.Held;

/**
 * What a pedal held that is just being lifted: the routes have the first say in how it goes up, with their own values;
 * the rest goes up by itself. The Conductor's thread; nothing is allocated.
 */
final class Lift implements Held.Sink {
    private static final int MOST = 64;
    private static final int DONE = -1;

    private final Outbox outbox;
    private final int[] lifted = new int[MOST];
    private final long[] delays = new long[MOST];
    private int count;

    Lift(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Another message: nothing is lifted yet. */
    void begin() {
        count = 0;
    }

    @Override
    public void off(int output, int status, int number, int value, long delay) {
        if (count == MOST) {
            outbox.off(output, status, number, value, delay);
            return;
        }
        lifted[count] = what(output, status, number);
        delays[count++] = delay;
    }

    /** A route says itself what becomes of it. */
    void settled(int output, int status, int number) {
        int what = what(output, status, number);
        for (int i = 0; i < count; i++) if (lifted[i] == what) lifted[i] = DONE;
    }

    /** What no route spoke of goes up. */
    void rest() {
        for (int i = 0; i < count; i++)
            if (lifted[i] != DONE) outbox.off(lifted[i] >>> 16, lifted[i] >>> 8 & 0xFF, lifted[i] & 0x7F, 0, delays[i]);
    }

    private static int what(int output, int status, int number) {
        return output << 16 | status << 8 | number;
    }
}
