package roadcase.loop;

/**
 * Keeps a level near its target by moving an output, slowly, within limits, and with hands off when somebody else moves
 * it.
 *
 * <p>Give it each frame of the meter ({@link #heard}) and how the output stands ({@link #reads}), then ask what to send
 * ({@link #step}). It decides at its own pace; a peak above the ceiling counts at once. It holds still, and knows why
 * ({@link LoopState}), in silence, while the meter is stale, while paused and while a hand is on the output; it goes on from
 * where the output is, without a jump and without what it missed.
 *
 * <p>One thread; dB, and nanoseconds of any clock that does not go back. Nothing is allocated, except for a probe where
 * the strategy is AUTO. Bad readings (NaN, infinite, absurd) are counted and left out.
 */
public final class Loop {
    /** Less than this is not sent. */
    static final double SMALLEST_DB = 0.1;
    private static final long AGAIN_NANOS = 30_000_000_000L;
    /** A derivative's low pass is this part of its time. */
    private static final double DERIVATIVE_FILTER = 8;

    private final Pid pid = new Pid(Gains.GENTLE);
    private final FeedForward forward = new FeedForward();
    private final Ear ear;
    private final Headroom headroom = new Headroom();
    private final Hand hand = new Hand();
    private LoopSettings settings;
    private Content said;
    private Strategy decided;
    private Tuning tuning;
    private Tuning finished;
    private String failure;
    private double base;
    private long probeAgain = Long.MIN_VALUE;
    private boolean on;
    private boolean paused;
    private boolean fresh = true;
    private boolean moving;
    private boolean returning;
    private boolean urgent;
    /** The output goes back to where a tuning took it from, whatever the state is. */
    private boolean undo;
    private Content used;
    private double initial = Double.NaN;
    private double position = Double.NaN;
    private double sent = Double.NaN;
    private double reading = Double.NaN;
    private long lastStep;
    private boolean stepped;
    private long handsUntil = Long.MIN_VALUE;
    private LoopState state = LoopState.OFF;
    private long refused;

    public Loop(LoopSettings settings) {
        this.settings = settings;
        this.ear = new Ear(settings);
        follow(settings);
    }

    // ---- what it is told

    /** Other settings from now on; what it knows stays, and the output does not jump. A tuning is given up. */
    public void follow(LoopSettings next) {
        if (tuning != null) abort("the loop was changed");
        if (next.strategy() != settings.strategy()) {
            decided = null;
            fresh = true;
        }
        settings = next;
        ear.follow(next);
        if (next.strategy() != Strategy.AUTO) decided = next.strategy();
        useGains();
    }

    /** On or off. Off, it leaves the output, or takes it back to where it was. */
    public void turn(boolean toOn) {
        if (on == toOn) return;
        on = toOn;
        fresh = true;
        if (on) {
            initial = position;
            returning = false;
            return;
        }
        if (tuning != null) abort("the loop was turned off");
        returning = settings.onStop() == StopPolicy.RESTORE && !Double.isNaN(initial);
    }

    public void pause(boolean now) {
        if (paused == now) return;
        paused = now;
        fresh = true;
        if (now && tuning != null) abort("the loop is paused");
    }

    /** What is heard from now on, said by somebody who knows; null for what it recognises. */
    public void hears(Content content) {
        said = content;
        useGains();
    }

    /**
     * A frame of the meter.
     *
     * @param level its power's level
     * @param peak the same where the meter has no other
     */
    public void heard(double level, double peak, long nanos) {
        if (!ear.heard(level, peak, nanos)) return;
        if (peak > Double.NEGATIVE_INFINITY) headroom.peak(peak, decided != Strategy.FORWARD, nanos, settings.overNanos());
        if (headroom.cap(settings.ceiling()) < position) urgent = true;
        if (content() != used) useGains();
    }

    /** How the output stands, as far as is known. What we did not send was a hand. */
    public void reads(double output, long nanos) {
        if (Double.isNaN(output) || Double.isInfinite(output)) {
            refused++;
            return;
        }
        if (Double.isNaN(position)) {
            stands(output, nanos);
            initial = output;
            return;
        }
        reading = output;
        switch (hand.reads(output, nanos)) {
            case OURS -> { }
            case LOST -> sent = Double.NaN;
            case HAND -> touched(output, nanos);
        }
    }

    /** Somebody moved the output: it is theirs for a while. */
    public void touched(double output, long nanos) {
        if (tuning != null) {
            base = output;
            abort("somebody moved the fader");
        }
        returning = false;
        handsUntil = nanos + settings.handsOffNanos();
        stands(output, nanos);
        // the meter may have heard the hand before we knew of it
        headroom.forget();
        fresh = true;
    }

    private void stands(double output, long nanos) {
        position = output;
        sent = output;
        reading = output;
        hand.stands(output, nanos);
        headroom.output(output, nanos);
    }

    // ---- what it does

    /** @return what the output should be now, or NaN where there is nothing to send */
    public double step(long nanos) {
        if (Double.isNaN(position)) return Double.NaN;
        headroom.output(reading, nanos);
        ear.now(nanos);
        boolean due = !stepped || nanos - lastStep >= settings.stepNanos();
        state = look(nanos);
        if (urgent) {
            urgent = false;
            if (mayMove()) {
                duck();
                state = look(nanos);
            }
        }
        if (due) {
            // After a pause of the caller's it does not make up for what it missed.
            double seconds = stepped ? Math.min(nanos - lastStep, 2 * settings.stepNanos()) * 1e-9 : settings.stepSeconds();
            lastStep = nanos;
            stepped = true;
            move(seconds, ear.step(seconds), nanos);
        }
        return toSend(nanos);
    }

    private LoopState look(long nanos) {
        if (!on) return returning ? LoopState.RETURNING : LoopState.OFF;
        if (paused) return LoopState.PAUSED;
        if (nanos < handsUntil) return LoopState.HANDS_OFF;
        if (ear.isStale()) return LoopState.STALE;
        if (ear.isSilent()) return LoopState.SILENT;
        if (tuning != null) return LoopState.TUNING;
        if (decided == null) return LoopState.UNDECIDED;
        return moving ? LoopState.RUNNING : LoopState.HOLDING;
    }

    private boolean mayMove() {
        return switch (state) {
            case RUNNING, HOLDING, TUNING, UNDECIDED, RETURNING, SILENT -> true;
            default -> false;
        };
    }

    /** A peak is above the ceiling: down at once, but not below the limit. */
    private void duck() {
        double cap = Math.max(settings.low(), headroom.cap(settings.ceiling()));
        if (cap >= position) return;
        if (tuning != null) abort("a peak came to the ceiling");
        position = Math.min(position, cap);
        moving = true;
    }

    private void move(double seconds, boolean news, long nanos) {
        switch (state) {
            case OFF, PAUSED, HANDS_OFF -> { }
            case STALE, SILENT -> {
                if (tuning != null) abort(state == LoopState.STALE ? "the meter stopped" : "it is silent");
            }
            case RETURNING -> {
                double goal = Math.min(initial, headroom.cap(settings.ceiling()));
                slew(goal, seconds);
                returning = position != goal;
            }
            case UNDECIDED -> {
                if (nanos >= probeAgain) probe(nanos);
            }
            case TUNING -> tune(news, nanos);
            case HOLDING, RUNNING -> control(seconds, news);
        }
    }

    private void probe(long nanos) {
        probeAgain = nanos + AGAIN_NANOS;
        if (Double.isNaN(ear.measured())) probeAgain = nanos;
        else tune(new Probe());
    }

    private void control(double seconds, boolean news) {
        if (!news) return;
        double target = settings.target();
        double measured = ear.measured();
        boolean begins = ear.takeBegins();
        if (fresh || begins) {
            fresh = false;
            moving = false;
            forward.forget();
            pid.seed(position, target, measured);
        }
        boolean back = decided == Strategy.FEEDBACK;
        double ahead = back ? 0 : forward.step(target, measured, seconds);
        double error = back ? target - measured : ahead - position;
        double enough = moving ? settings.deadband() / 2 : settings.deadband();
        moving = Math.abs(error) > enough;
        if (!moving) {
            pid.seed(position, target, measured);
            return;
        }
        slew(within(back ? pid.step(target, measured, seconds) : ahead), seconds);
        if (back) pid.applied(position, seconds);
    }

    private double within(double wanted) {
        return Math.max(settings.low(), Math.min(settings.high(), Math.min(wanted, headroom.cap(settings.ceiling()))));
    }

    /** As far as the rates let it. */
    private void slew(double goal, double seconds) {
        double most = settings.up() * seconds;
        double least = -settings.down() * seconds;
        double by = Math.max(least, Math.min(most, goal - position));
        position = Math.abs(goal - position - by) < 1e-12 ? goal : position + by;
    }

    private double toSend(long nanos) {
        boolean enough = Double.isNaN(sent) || Math.abs(position - sent) >= SMALLEST_DB;
        if (!enough || !(mayMove() || undo)) return Double.NaN;
        undo = false;
        hand.sent(position, reading, nanos);
        sent = position;
        headroom.output(position, nanos);
        return position;
    }

    // ---- tuning

    /**
     * Begins to learn.
     *
     * @return a sentence where it cannot
     */
    public String tune(Tuning what) {
        if (tuning != null) return "a " + tuning.name() + " goes on already";
        if (state != LoopState.RUNNING && state != LoopState.HOLDING && state != LoopState.UNDECIDED)
            return "it needs a loop that runs: this one is " + state.said();
        String no = null;
        if (position + what.highest() > settings.high() || position + what.lowest() < settings.low())
            no = "a " + what.name() + " would leave the limits of " + settings.low() + " to " + settings.high()
                    + " dB: move the fader further inside";
        else if (position + what.highest() > headroom.cap(settings.ceiling()))
            no = "a " + what.name() + " could come to the ceiling: make it quieter first";
        if (no != null) return no;
        tuning = what;
        base = position;
        finished = null;
        return null;
    }

    /** Ends a tuning, and takes the output back to where it was. @return whether there was one */
    public boolean abort() {
        return abort("it was stopped");
    }

    private boolean abort(String why) {
        if (tuning == null) return false;
        finished = tuning;
        failure = why;
        end();
        return true;
    }

    private void tune(boolean news, long nanos) {
        if (!news) return;
        double offset = tuning.step(ear.measured(), ear.lately(), nanos);
        if (!tuning.isDone()) {
            position = base + offset;
            return;
        }
        finished = tuning;
        failure = tuning.failure();
        if (tuning instanceof Probe probe && probe.answer() != null) {
            decided = probe.answer();
            headroom.forget();
        }
        end();
    }

    private void end() {
        tuning = null;
        position = base;
        fresh = true;
        undo = true;
        // what was heard with the output elsewhere is no measure of now
        ear.forget();
    }

    /** The tuning that has ended since this was last asked, or null. */
    public Tuning takeFinished() {
        Tuning ended = finished;
        finished = null;
        return ended;
    }

    /** Why the last tuning learned nothing, or null. */
    public String failure() {
        return failure;
    }

    /** The tuning that goes on, or null. */
    public Tuning tuning() {
        return tuning;
    }

    private void useGains() {
        used = content();
        Gains gains = used == null ? settings.gains() : settings.byContent().getOrDefault(used, settings.gains());
        pid.gains(gains.p(), gains.i(), gains.d());
        pid.filter(gains.p() > 0 ? gains.d() / gains.p() / DERIVATIVE_FILTER : 0);
    }

    // ---- how it stands

    public LoopState state() {
        return state;
    }

    public LoopSettings settings() {
        return settings;
    }

    /** How it goes to its target; null while that is being found out. */
    public Strategy strategy() {
        return decided;
    }

    /** Said, or recognised; null while it is not known. */
    public Content content() {
        return said != null ? said : ear.content();
    }

    /** The averaged level, NaN before the first. */
    public double measured() {
        return ear.measured();
    }

    /** Where the output should be, NaN before it was read. */
    public double output() {
        return position;
    }

    public double integral() {
        return pid.integral();
    }

    /** Where the output was when the loop was turned on. */
    public double initial() {
        return initial;
    }

    /** Readings that were no numbers. */
    public long refused() {
        return refused + ear.refused();
    }
}
