package roadcase.bench;

/**
 * When something was put in and when what it brings about was sent: the nth expectation belongs to the nth message on
 * this output. All on the Conductor's thread but for {@link #samples}.
 */
final class Answers {
    private static final int MOST = 1 << 17;

    final Samples samples;
    private final long[] expected = new long[MOST];
    private long asked;
    private long answered;

    Answers(int mostSamples) {
        samples = new Samples(mostSamples);
    }

    void expect(long stamp) {
        expected[(int) (asked++ & MOST - 1)] = stamp;
    }

    void sent(long now) {
        if (answered < asked) samples.add(now - expected[(int) (answered & MOST - 1)]);
        answered++;
    }

    /** Expected and not there: positive where something was lost, negative where something came twice. */
    long open() {
        return asked - answered;
    }
}
