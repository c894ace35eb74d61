package roadcase.loop;

/** A tuning that proposes numbers at its end, or says why it learned nothing. One thread. */
abstract class TuningTest implements Tuning {
    private Findings findings;
    private String failure;
    private boolean done;

    final void found(Findings what) {
        findings = what;
        done = true;
    }

    final void failed(String why) {
        failure = why;
        done = true;
    }

    @Override
    public final Findings findings() {
        return findings;
    }

    @Override
    public final boolean isDone() {
        return done;
    }

    @Override
    public final String failure() {
        return failure;
    }
}
