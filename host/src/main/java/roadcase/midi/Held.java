package roadcase.midi;

import java.util.Arrays;

/**
 * What sounds because of whom. Remembers for every key, pedal and button that is down where its On went, so that its
 * Off goes there, whatever the routes say by then. Counts per output, channel and number: when several sources hold
 * one note, the Off goes out with the last.
 *
 * <p>One thread. Nothing is allocated while playing; at most {@link #MOST} things are held.
 */
public final class Held {
    /** How many things may be held at once. */
    public static final int MOST = 8_192;
    /**
     * Source types: a note or button, a pedal, a controller that plays notes, a script, the pressure on a key, what a
     * channel has but once (pressure, bend: the number is that of the message's kind), a 14-bit CC, an NRPN and an RPN
     * that play notes.
     */
    public static final int NOTE = 0;
    public static final int PEDAL = 1;
    public static final int CONTROLLER_NOTE = 2;
    public static final int SCRIPT = 3;
    public static final int KEY_PRESSURE = 4;
    public static final int CHANNEL_WIDE = 5;

    public static final int PAIR = 6;
    public static final int NRPN = 7;
    public static final int RPN = 8;

    private static final int TYPES = 7;
    private static final int PER_TYPE = 16 * 128;
    /** Parameters have 14 bits for their number; an input pays for that only where one of them plays a note. */
    private static final int PER_PARAMETER = 16 * 16_384;
    private static final int NONE = -1;

    /** Where offs go. */
    public interface Sink {
        /**
         * @param status status byte of what went on: 9n for a note, Bn for a controller
         * @param value release velocity for notes, the value that ends it for controllers
         * @param delayNanos how much later than now, as its On was
         */
        void off(int output, int status, int number, int value, long delayNanos);
    }

    private final int[][] heads;
    private final short[][] counts;
    private final int[] output = new int[MOST];
    private final int[] status = new int[MOST];
    private final int[] number = new int[MOST];
    private final int[] offValue = new int[MOST];
    private final int[] tag = new int[MOST];
    private final long[] delay = new long[MOST];
    private final int[] next = new int[MOST];
    private int free;
    private int size;

    /** @param ports how many ports there can be, inputs and outputs together */
    public Held(int ports) {
        heads = new int[ports][];
        counts = new short[ports][];
        for (int i = 0; i < MOST; i++) next[i] = i + 1 < MOST ? i + 1 : NONE;
    }

    /** How many things are held now. */
    public int size() {
        return size;
    }

    private static int key(int type, int channel, int num) {
        return type < NRPN
                ? type * PER_TYPE + (channel - 1) * 128 + num
                : TYPES * PER_TYPE + (type - NRPN) * PER_PARAMETER + (channel - 1) * 16_384 + num;
    }

    private int[] heads(int input, int key) {
        int[] known = heads[input];
        if (known != null && key < known.length) return known;
        int had = known == null ? 0 : known.length;
        int[] more = new int[key < TYPES * PER_TYPE ? TYPES * PER_TYPE : TYPES * PER_TYPE + 2 * PER_PARAMETER];
        if (known != null) System.arraycopy(known, 0, more, 0, had);
        Arrays.fill(more, had, more.length, NONE);
        heads[input] = more;
        return more;
    }

    /** Whether this source can hold anything at all. */
    private boolean isKnown(int input, int key) {
        return heads[input] != null && key < heads[input].length;
    }

    private short[] counts(int out) {
        if (counts[out] == null) counts[out] = new short[2 * PER_TYPE];
        return counts[out];
    }

    private static int countKey(int st, int num) {
        return ((st & 0xF0) == 0x90 ? 0 : PER_TYPE) + (st & 0x0F) * 128 + num;
    }

    /**
     * Notes that an On goes out.
     *
     * @param tag who, for {@link #endTag}; 0 for nobody
     * @return false where too much is held: then the On must not go out
     */
    public boolean on(int input, int type, int channel, int num, int out, int st, int outNumber, int endsWith,
            long delayNanos, int who) {
        int key = key(type, channel, num);
        int[] chain = heads(input, key);
        for (int i = chain[key]; i != NONE; i = next[i]) {
            if (output[i] == out && status[i] == st && number[i] == outNumber) {
                delay[i] = delayNanos;
                return true;
            }
        }
        if (free == NONE) return false;
        int i = free;
        free = next[i];
        output[i] = out;
        status[i] = st;
        number[i] = outNumber;
        offValue[i] = endsWith;
        delay[i] = delayNanos;
        tag[i] = who;
        next[i] = chain[key];
        chain[key] = i;
        counts(out)[countKey(st, outNumber)]++;
        size++;
        return true;
    }

    public boolean holds(int input, int type, int channel, int num) {
        int key = key(type, channel, num);
        return isKnown(input, key) && heads[input][key] != NONE;
    }

    /** Whether this source holds this very thing. */
    public boolean holds(int input, int type, int channel, int num, int out, int st, int outNumber) {
        int key = key(type, channel, num);
        if (!isKnown(input, key)) return false;
        for (int i = heads[input][key]; i != NONE; i = next[i])
            if (output[i] == out && status[i] == st && number[i] == outNumber) return true;
        return false;
    }

    /** Ends this very thing, where this source holds it; what else it holds sounds on. */
    public void off(int input, int type, int channel, int num, int out, int st, int outNumber, int releaseVelocity,
            Sink sink) {
        int key = key(type, channel, num);
        if (!isKnown(input, key)) return;
        int[] chain = heads[input];
        int before = NONE;
        for (int i = chain[key]; i != NONE; before = i, i = next[i]) {
            if (output[i] != out || status[i] != st || number[i] != outNumber) continue;
            if (before == NONE) chain[key] = next[i];
            else next[before] = next[i];
            release(i, releaseVelocity, sink);
            return;
        }
    }

    /** Whether anybody holds this note or controller on an output. */
    public boolean sounds(int out, int st, int num) {
        return counts[out] != null && counts[out][countKey(st, num)] > 0;
    }

    /**
     * Ends what this source holds.
     *
     * @return how many things it held; 0 for a stray Off
     */
    public int off(int input, int type, int channel, int num, int releaseVelocity, Sink sink) {
        int key = key(type, channel, num);
        if (!isKnown(input, key)) return 0;
        int i = reversed(heads[input][key]);
        heads[input][key] = NONE;
        int ended = 0;
        while (i != NONE) {
            int after = next[i];
            release(i, releaseVelocity, sink);
            ended++;
            i = after;
        }
        return ended;
    }

    /** Offs go out in the order of their Ons. */
    private int reversed(int head) {
        int last = NONE;
        while (head != NONE) {
            int after = next[head];
            next[head] = last;
            last = head;
            head = after;
        }
        return last;
    }

    private void release(int i, int releaseVelocity, Sink sink) {
        if (--counts(output[i])[countKey(status[i], number[i])] == 0 && sink != null)
            sink.off(output[i], status[i], number[i], (status[i] & 0xF0) == 0x90 ? releaseVelocity : offValue[i], delay[i]);
        next[i] = free;
        free = i;
        size--;
    }

    /** Ends all that came from an input. */
    public void endInput(int input, Sink sink) {
        if (heads[input] == null) return;
        for (int key = 0; key < heads[input].length; key++) endMatching(input, key, NONE, NONE, sink);
    }

    /** Ends all that went to an output. */
    public void endOutput(int out, Sink sink) {
        endAllMatching(out, NONE, sink);
    }

    /** Ends what one script holds. */
    public void endTag(int who, Sink sink) {
        endAllMatching(NONE, who, sink);
    }

    public void endAll(Sink sink) {
        endAllMatching(NONE, NONE, sink);
    }

    private void endAllMatching(int out, int who, Sink sink) {
        for (int input = 0; input < heads.length; input++) {
            if (heads[input] == null) continue;
            for (int key = 0; key < heads[input].length; key++) endMatching(input, key, out, who, sink);
        }
    }

    private void endMatching(int input, int key, int out, int who, Sink sink) {
        int[] chain = heads[input];
        if (chain[key] == NONE) return;
        int i = reversed(chain[key]);
        int kept = NONE;
        while (i != NONE) {
            int after = next[i];
            if ((out == NONE || output[i] == out) && (who == NONE || tag[i] == who)) {
                release(i, 0, sink);
            } else {
                next[i] = kept;
                kept = i;
            }
            i = after;
        }
        chain[key] = kept;
    }

    /** Visits what is held, for faces: output, status, number of each. */
    public void visit(Sink visitor) {
        for (int[] chain : heads) {
            if (chain == null) continue;
            for (int head : chain)
                for (int i = head; i != NONE; i = next[i]) visitor.off(output[i], status[i], number[i], 0, delay[i]);
        }
    }
}
