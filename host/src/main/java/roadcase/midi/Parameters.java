package roadcase.midi;

import java.util.Arrays;

/**
 * Reads what takes several CCs out of one input: NRPN and RPN (98 to 101 select, 6 and 38 are the value, 96 and 97 step
 * it), and pairs of CC n and n + 32.
 *
 * <p>The two halves of a value may come in either order, or alone. Which a sender does is learned from what it sends:
 * until it is known, a half waits {@link #WAIT_NANOS} for the other one. A coarse half alone means a fine one of 0; a
 * fine half alone goes with the coarse one from before. A parameter stays selected until another is, or the null
 * parameter (127, 127). A step is one, whatever its byte says, and counts from 0 where the value is not known yet.
 *
 * <p>One thread. After a parameter was seen once, nothing is allocated. Source: MIDI 1.0 Detailed Specification
 * (controllers), and what senders really do.
 */
public final class Parameters {
    /** No parameter. */
    public static final int NONE = 0;
    public static final int NRPN = 1;
    public static final int RPN = 2;
    public static final int PAIR = 4;
    /** How long one half waits for the other: a cable of old takes a millisecond for a message, a driver may bundle. */
    public static final long WAIT_NANOS = 5_000_000;
    /** For a value that is not known. */
    public static final int UNKNOWN = -1;

    private static final int PAIRS = 32;
    private static final int SLOTS = PAIRS + 1;
    private static final int ALL = 16 * SLOTS;
    private static final int NULL = 127;
    private static final int TOP = 16_383;

    private enum Order { NOT_KNOWN, COARSE_FIRST, FINE_FIRST, COARSE_ALONE }

    private static final byte NOTHING = 0;
    private static final byte COARSE = 1;
    private static final byte FINE = 2;

    // by channel and CC; the slot behind the pairs is the data entry
    private final byte[] coarse = new byte[ALL];
    private final byte[] fine = new byte[ALL];
    private final byte[] waits = new byte[ALL];
    private final Order[] orders = new Order[ALL];
    private final long[] deadlines = new long[ALL];
    private final short[] lastPair = new short[ALL];
    private int waiting;

    // by channel
    private final int[] selecting = new int[16];
    private final byte[] nrpnHigh = new byte[16];
    private final byte[] nrpnLow = new byte[16];
    private final byte[] rpnHigh = new byte[16];
    private final byte[] rpnLow = new byte[16];
    /** Which half of a null parameter came behind an NRPN: 101, 100 or 0. */
    private final int[] halfNull = new int[16];
    private final short[][][] known = new short[2 * 16][][];

    // what came of the last call
    private final int[] kinds = new int[4];
    private final int[] channels = new int[4];
    private final int[] numbers = new int[4];
    private final int[] values = new int[4];
    private final int[] befores = new int[4];
    private int size;

    public Parameters() {
        Arrays.fill(orders, Order.NOT_KNOWN);
        clear();
    }

    /** The gear is gone: nothing is selected, nothing known but how it sends. */
    public void clear() {
        Arrays.fill(coarse, (byte) UNKNOWN);
        Arrays.fill(fine, (byte) UNKNOWN);
        Arrays.fill(waits, NOTHING);
        Arrays.fill(lastPair, (short) UNKNOWN);
        for (byte[] half : new byte[][] {nrpnHigh, nrpnLow, rpnHigh, rpnLow}) Arrays.fill(half, (byte) UNKNOWN);
        Arrays.fill(selecting, NONE);
        Arrays.fill(halfNull, 0);
        Arrays.fill(known, null);
        waiting = 0;
        size = 0;
    }

    /** Whether a CC may be a part of a parameter. */
    public static boolean isPart(int number) {
        return number >= 96 && number <= 101 || number == 6 || number == 38;
    }

    /** How many values came of the last {@link #feed} or {@link #expire}. */
    public int size() {
        return size;
    }

    /** {@link #NRPN}, {@link #RPN} or {@link #PAIR}. */
    public int kind(int i) {
        return kinds[i];
    }

    public int channel(int i) {
        return channels[i];
    }

    /** The parameter's number, or the CC of the coarse half. */
    public int number(int i) {
        return numbers[i];
    }

    /** 0 to 16383. */
    public int value(int i) {
        return values[i];
    }

    /** The value before, or {@link #UNKNOWN}. */
    public int before(int i) {
        return befores[i];
    }

    /**
     * A CC came.
     *
     * @param pair whether CC {@code number % 32} is one half of a pair here
     * @return {@link #NRPN} or {@link #RPN} where it is a part of one, else {@link #NONE}
     */
    public int feed(int channel, int number, int value, boolean pair, long nowNanos) {
        size = 0;
        int partOf = isPart(number) ? part(channel - 1, number, value, nowNanos) : NONE;
        if (partOf == NONE && pair && number < 2 * PAIRS)
            half((channel - 1) * SLOTS + number % PAIRS, number < PAIRS, value, nowNanos);
        return partOf;
    }

    /** Of what a CC would be a part if it came now, as {@link #feed} says; changes nothing. */
    public int wouldBePartOf(int channel, int number, int value) {
        if (!isPart(number)) return NONE;
        int ch = channel - 1;
        boolean ends = value == NULL && selecting[ch] == NRPN;
        return switch (number) {
            case 98, 99 -> NRPN;
            case 100, 101 -> ends && (halfNull[ch] == 201 - number || parameter(ch) != UNKNOWN) ? NRPN : RPN;
            default -> parameter(ch) == UNKNOWN ? NONE : selecting[ch];
        };
    }

    /** The number of the parameter that is selected on a channel, or {@link #UNKNOWN}. */
    public int selectedOn(int channel) {
        return parameter(channel - 1);
    }

    private int part(int ch, int number, int value, long now) {
        return switch (number) {
            case 98, 99 -> {
                select(ch, NRPN);
                (number == 99 ? nrpnHigh : nrpnLow)[ch] = (byte) value;
                selected(ch);
                yield NRPN;
            }
            case 100, 101 -> selectRegistered(ch, number, value);
            case 6, 38 -> {
                if (parameter(ch) == UNKNOWN) yield NONE;
                half(ch * SLOTS + PAIRS, number == 6, value, now);
                yield selecting[ch];
            }
            default -> {
                if (parameter(ch) == UNKNOWN) yield NONE;
                step(ch, number == 96 ? 1 : -1);
                yield selecting[ch];
            }
        };
    }

    /** The null parameter behind an NRPN is the NRPN's end, though its numbers are an RPN's. */
    private int selectRegistered(int ch, int number, int value) {
        boolean ends = value == NULL && selecting[ch] == NRPN;
        if (ends && halfNull[ch] == 201 - number) {
            flush(ch * SLOTS + PAIRS);
            deselect(ch);
            return NRPN;
        }
        if (ends && parameter(ch) != UNKNOWN) {
            halfNull[ch] = number;
            return NRPN;
        }
        if (halfNull[ch] != 0) (halfNull[ch] == 101 ? rpnHigh : rpnLow)[ch] = NULL;
        select(ch, RPN);
        (number == 101 ? rpnHigh : rpnLow)[ch] = (byte) value;
        selected(ch);
        return RPN;
    }

    private void select(int ch, int kind) {
        flush(ch * SLOTS + PAIRS);
        selecting[ch] = kind;
        halfNull[ch] = 0;
    }

    private void selected(int ch) {
        int slot = ch * SLOTS + PAIRS;
        byte[] high = selecting[ch] == NRPN ? nrpnHigh : rpnHigh;
        byte[] low = selecting[ch] == NRPN ? nrpnLow : rpnLow;
        if (high[ch] == NULL && low[ch] == NULL) {
            deselect(ch);
            return;
        }
        int value = parameter(ch) == UNKNOWN ? UNKNOWN : known(ch);
        coarse[slot] = (byte) (value == UNKNOWN ? UNKNOWN : value >> 7);
        fine[slot] = (byte) (value == UNKNOWN ? UNKNOWN : value & 0x7F);
    }

    private void deselect(int ch) {
        selecting[ch] = NONE;
        halfNull[ch] = 0;
        nrpnHigh[ch] = UNKNOWN;
        nrpnLow[ch] = UNKNOWN;
        rpnHigh[ch] = UNKNOWN;
        rpnLow[ch] = UNKNOWN;
    }

    /** The number of the parameter that is selected, or {@link #UNKNOWN}. */
    private int parameter(int ch) {
        if (selecting[ch] == NONE) return UNKNOWN;
        int high = (selecting[ch] == NRPN ? nrpnHigh : rpnHigh)[ch];
        int low = (selecting[ch] == NRPN ? nrpnLow : rpnLow)[ch];
        return high < 0 || low < 0 ? UNKNOWN : high << 7 | low;
    }

    private void step(int ch, int by) {
        int slot = ch * SLOTS + PAIRS;
        flush(slot);
        int value = Math.max(0, Math.min(TOP, Math.max(0, known(ch)) + by));
        coarse[slot] = (byte) (value >> 7);
        fine[slot] = (byte) (value & 0x7F);
        say(slot);
    }

    // ---- halves

    private void half(int slot, boolean isCoarse, int value, long now) {
        if (isCoarse) coarseHalf(slot, value, now);
        else fineHalf(slot, value, now);
    }

    private void coarseHalf(int slot, int value, long now) {
        if (waits[slot] == FINE) {
            if (orders[slot] == Order.NOT_KNOWN) orders[slot] = Order.FINE_FIRST;
            rest(slot);
            coarse[slot] = (byte) value;
            say(slot);
            return;
        }
        flush(slot);
        coarse[slot] = (byte) value;
        if (orders[slot] == Order.FINE_FIRST || orders[slot] == Order.COARSE_ALONE) {
            if (orders[slot] == Order.COARSE_ALONE) fine[slot] = 0;
            say(slot);
        } else {
            await(slot, COARSE, now);
        }
    }

    private void fineHalf(int slot, int value, long now) {
        boolean behindCoarse = waits[slot] == COARSE;
        if (behindCoarse || orders[slot] == Order.COARSE_ALONE) orders[slot] = Order.COARSE_FIRST;
        if (behindCoarse) rest(slot);
        else flush(slot);
        fine[slot] = (byte) value;
        if (orders[slot] == Order.COARSE_FIRST) say(slot);
        else await(slot, FINE, now);
    }

    private void await(int slot, byte which, long now) {
        waits[slot] = which;
        deadlines[slot] = now + WAIT_NANOS;
        waiting++;
    }

    private void rest(int slot) {
        waits[slot] = NOTHING;
        waiting--;
    }

    /** A half that waits goes alone. */
    private void flush(int slot) {
        if (waits[slot] == NOTHING) return;
        if (waits[slot] == COARSE) {
            fine[slot] = 0;
            if (orders[slot] == Order.NOT_KNOWN) orders[slot] = Order.COARSE_ALONE;
        }
        rest(slot);
        say(slot);
    }

    private void say(int slot) {
        int ch = slot / SLOTS;
        boolean data = slot % SLOTS == PAIRS;
        int value = Math.max(0, coarse[slot]) << 7 | Math.max(0, fine[slot]);
        kinds[size] = data ? selecting[ch] : PAIR;
        channels[size] = ch + 1;
        numbers[size] = data ? parameter(ch) : slot % SLOTS;
        values[size] = value;
        if (data) {
            befores[size] = known(ch);
            page(ch, true)[parameter(ch) & 0x7F] = (short) value;
        } else {
            befores[size] = lastPair[slot];
            lastPair[slot] = (short) value;
        }
        size++;
    }

    private int known(int ch) {
        short[] page = page(ch, false);
        return page == null ? UNKNOWN : page[parameter(ch) & 0x7F];
    }

    private short[] page(int ch, boolean make) {
        int row = (selecting[ch] == NRPN ? 0 : 16) + ch;
        if (known[row] == null) {
            if (!make) return null;
            known[row] = new short[128][];
        }
        int high = parameter(ch) >> 7;
        if (known[row][high] == null && make) {
            known[row][high] = new short[128];
            Arrays.fill(known[row][high], (short) UNKNOWN);
        }
        return known[row][high];
    }

    /** The value that a pair or a parameter was last said to have, or {@link #UNKNOWN}. */
    public int last(int kind, int channel, int number) {
        if (kind == PAIR) return lastPair[(channel - 1) * SLOTS + number];
        short[][] pages = known[(kind == NRPN ? 0 : 16) + channel - 1];
        return pages == null || pages[number >> 7] == null ? UNKNOWN : pages[number >> 7][number & 0x7F];
    }

    // ---- time

    /** When a half has waited long enough, or {@link Long#MAX_VALUE}. */
    public long due() {
        if (waiting == 0) return Long.MAX_VALUE;
        long due = Long.MAX_VALUE;
        for (int slot = 0; slot < ALL; slot++) if (waits[slot] != NOTHING) due = Math.min(due, deadlines[slot]);
        return due;
    }

    /** Whether a half waits. */
    public boolean isWaiting() {
        return waiting > 0;
    }

    /** Says one value whose other half did not come in time. @return whether there was one */
    public boolean expire(long nowNanos) {
        size = 0;
        for (int slot = 0; slot < ALL && waiting > 0; slot++)
            if (waits[slot] != NOTHING && deadlines[slot] <= nowNanos) {
                flush(slot);
                return true;
            }
        return false;
    }
}
