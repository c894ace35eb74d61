package roadcase.midi;

import java.util.concurrent.TimeUnit;

/**
 * Whole messages from bytes as they come over a wire: running status, real-time bytes anywhere, SysEx in parts.
 *
 * <p>One thread. Allocates nothing after it is made. Time is passed in, in {@link System#nanoTime()} nanoseconds; a
 * message carries the time of its last byte.
 *
 * <p>Source: MIDI 1.0 Detailed Specification, "Running Status", "System Real Time Messages", "System Exclusive".
 *
 * <pre>{@code
 * decoder.feed(now, 0x90); decoder.feed(now, 0x40); decoder.feed(now, 0x7F);   // output.message(now, 0x7F4090)
 * }</pre>
 */
public final class Decoder {
    /** A SysEx of which nothing came for so long is given up. */
    public static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What takes the messages. */
    public interface Output {
        /** A short message, as {@link Packed}. */
        void message(long timeNanos, int packed);

        /** A SysEx message from F0 to F7. Must not keep {@code bytes}. */
        void message(long timeNanos, byte[] bytes, int length);
    }

    /** What can be wrong with a stream of bytes. */
    public enum Fault {
        /** A SysEx was broken off by another message, or nothing more came. */
        UNFINISHED_SYSEX,
        /** A SysEx was longer than {@link Message#MAX_LENGTH}. */
        LONG_SYSEX,
        /** A short message was broken off by another one. */
        UNFINISHED_MESSAGE,
        /** A data byte that belongs to no message, or an F7 that ends none. */
        STRAY_DATA,
        /** F4, F5, F9 or FD. */
        UNDEFINED_STATUS
    }

    private final Output output;
    private final long[] faults = new long[Fault.values().length];
    private final byte[] sysEx = new byte[Message.MAX_LENGTH];
    private int sysExLength;
    private boolean sysExTooLong;
    private int status;
    private int missing;
    private int packed;
    private int have;
    private long last;

    public Decoder(Output output) {
        this.output = output;
    }

    /** Takes {@code length} bytes that came at one time. */
    public void feed(long timeNanos, byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) feed(timeNanos, bytes[i]);
    }

    /** Takes the next byte; its low eight bits count. */
    public void feed(long timeNanos, int next) {
        int b = next & 0xFF;
        if (sysExLength > 0 && timeNanos - last > PATIENCE_NANOS) abandon();
        last = timeNanos;
        if (b >= 0xF8) realTime(timeNanos, b);
        else if (b >= 0x80) status(timeNanos, b);
        else data(timeNanos, b);
    }

    /** Forgets what has begun, because bytes were lost; the next message starts with a status byte. */
    public void abandon() {
        if (sysExLength > 0) fault(Fault.UNFINISHED_SYSEX);
        if (have > 0) fault(Fault.UNFINISHED_MESSAGE);
        sysExLength = 0;
        sysExTooLong = false;
        status = 0;
        have = 0;
    }

    /** How often this was wrong so far. */
    public long count(Fault fault) {
        return faults[fault.ordinal()];
    }

    private void fault(Fault fault) {
        faults[fault.ordinal()]++;
    }

    private void realTime(long time, int b) {
        if (Kind.of(b) == null) fault(Fault.UNDEFINED_STATUS);
        else output.message(time, b);
    }

    private void status(long time, int b) {
        if (b == 0xF7) {
            endSysEx(time);
            return;
        }
        abandon();
        Kind kind = Kind.of(b);
        if (kind == null) {
            fault(Fault.UNDEFINED_STATUS);
        } else if (kind == Kind.SYSEX) {
            sysEx[sysExLength++] = (byte) b;
        } else {
            status = b;
            missing = kind.length() - 1;
            have = 1;
            packed = b;
            if (missing == 0) finish(time);
        }
    }

    private void endSysEx(long time) {
        if (sysExLength == 0) {
            abandon();
            fault(Fault.STRAY_DATA);
            return;
        }
        int length = sysExLength;
        sysExLength = 0;
        if (sysExTooLong) {
            sysExTooLong = false;
            fault(Fault.LONG_SYSEX);
            return;
        }
        sysEx[length] = (byte) 0xF7;
        output.message(time, sysEx, length + 1);
    }

    private void data(long time, int b) {
        if (sysExLength > 0) {
            // The last place is kept for F7.
            if (sysExLength < sysEx.length - 1) sysEx[sysExLength++] = (byte) b;
            else sysExTooLong = true;
        } else if (status == 0) {
            fault(Fault.STRAY_DATA);
        } else {
            if (have == 0) {
                packed = status;
                have = 1;
            }
            packed |= b << 8 * have++;
            if (have > missing) finish(time);
        }
    }

    private void finish(long time) {
        have = 0;
        // System common messages have no running status.
        if (status >= 0xF0) status = 0;
        output.message(time, packed);
    }
}
