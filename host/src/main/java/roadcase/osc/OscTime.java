package roadcase.osc;

/**
 * A time tag as it is on the wire: seconds since 1900 in the upper half, parts of a second in the lower.
 *
 * @param ntp 1 means at once
 */
public record OscTime(long ntp) {
    /** At once. */
    public static final OscTime NOW = new OscTime(1);
    /** Seconds from 1900 to 1970. */
    private static final long EPOCH = 2_208_988_800L;

    /** @param unixNanos nanoseconds since 1970 */
    public static OscTime ofUnixNanos(long unixNanos) {
        long seconds = Math.floorDiv(unixNanos, 1_000_000_000L);
        long nanos = Math.floorMod(unixNanos, 1_000_000_000L);
        return new OscTime(((seconds + EPOCH) << 32) | ((nanos << 32) / 1_000_000_000L));
    }

    public boolean isNow() {
        return ntp == 1;
    }

    /** Nanoseconds since 1970, up to the year 2036; meaningless for {@link #NOW}. */
    public long unixNanos() {
        long fraction = ntp & 0xFFFF_FFFFL;
        return ((ntp >>> 32) - EPOCH) * 1_000_000_000L + ((fraction * 1_000_000_000L + 0x8000_0000L) >>> 32);
    }
}
