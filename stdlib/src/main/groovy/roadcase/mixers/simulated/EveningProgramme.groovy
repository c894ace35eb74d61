package roadcase.mixers.simulated

/**
 * An evening on the first eight channels: talk on 1 and 2 (syllables, pauses between sentences), music on 3 to 8 (steady,
 * with a louder part every forty seconds), silence for six seconds of every minute. A function of time and seed alone.
 */
final class EveningProgramme implements Programme {
    static final double IDLE = -100d
    private static final double FRAME = 50e6d
    private final long seed

    EveningProgramme(long seed) {
        this.seed = seed
    }

    @Override
    double level(int input, long nanos) {
        if (input > 7) return IDLE
        double seconds = nanos / 1e9d
        if (seconds % 60d > 54d) return -85d
        boolean talk = seconds % 30d < 15d
        if (input < 2) return talk ? speech(input, seconds, nanos) : -75d
        talk ? -70d : music(input, seconds, nanos)
    }

    private double speech(int input, double seconds, long nanos) {
        boolean sentence = (seconds + 3 * input) % 5d < 4.2d
        sentence ? -24d - 3d * input + 4d * Math.sin(2d * Math.PI * 3.3d * seconds + input) + 1.5d * noise(input, nanos) : -58d
    }

    private double music(int input, double seconds, long nanos) {
        double louder = seconds % 40d > 32d ? 5d : 0d
        -27d - 1.5d * (input - 2) + louder + 0.8d * Math.sin(2d * Math.PI * 2d * seconds) + noise(input, nanos)
    }

    /** Nearly Gaussian, the same within a frame. */
    private double noise(int input, long nanos) {
        long frame = (long) Math.floor(nanos / FRAME)
        double sum = 0
        for (int i = 0; i < 4; i++) sum += part(seed + 31L * input + 1_000_003L * (4L * frame + i))
        (sum - 2d) * Math.sqrt(3d)
    }

    private static double part(long number) {
        long z = number * 0x9E3779B97F4A7C15L
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL
        ((z ^ (z >>> 31)) >>> 11) / (double) (1L << 53)
    }
}
