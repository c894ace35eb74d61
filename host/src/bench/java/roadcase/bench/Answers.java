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
    private boolean onlyLatest;
    private long merged;

    Answers(int mostSamples) {
        samples = new Samples(mostSamples);
    }

    /** For what may stand for several: only the latest that is open is timed, as lights of one turn are one. */
    void latest() {
        onlyLatest = true;
    }

    void expect(long stamp) {
        if (onlyLatest && answered < asked) {
            merged += asked - answered;
            asked = answered;
        }
        expected[(int) (asked++ & MOST - 1)] = stamp;
    }

    void sent(long now) {
        if (answered < asked) samples.add(now - expected[(int) (answered & MOST - 1)]);
        answered++;
    }

    /** How many found nothing sent before the next was expected. */
    long merged() {
        return merged;
    }

    /** Expected and not there: positive where something was lost, negative where something came twice. */
    long open() {
        return asked - answered;
    }
}
