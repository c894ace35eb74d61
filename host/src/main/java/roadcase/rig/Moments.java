package roadcase.rig;

import roadcase.clock.BeatSchedule;
import roadcase.rig.plan.Happening;
import roadcase.rig.plan.Reaction;
import roadcase.rig.plan.Wait;

/** Scripts' code that waits for a time or a beat: what they say with {@code after}. The Conductor's thread. */
final class Moments {
    /** How many may wait. */
    static final int MOST = 4_096;

    private final Stage stage;
    private int waiting;

    Moments(Stage stage) {
        this.stage = stage;
    }

    /** Runs it later; more than {@link #MOST} are left out, and that is told. */
    void add(Wait wait, Reaction reaction, Live link) {
        Moment moment = new Moment(reaction, link);
        boolean waits = waiting < MOST;
        if (waits && wait.isMusic()) {
            PlayedClock clock = stage.clocks.clock(wait.clock());
            if (clock == null) clock = stage.clocks.first();
            moment.beat = clock.timeline.beat(stage.now()) + wait.beats() + wait.bars() * clock.plan.bar();
            waits = clock.waiting.add(moment);
        } else if (waits) waits = stage.scheduler.at(stage.now() + wait.nanos(), moment);
        if (waits) waiting++;
        else stage.witness().fault(stage.now(), reaction.origin(), "too much waits already; this after { } is left out");
    }

    /** A clock is gone: nothing can wait for it any more. */
    void gone(PlayedClock clock) {
        int before = waiting;
        clock.waiting.removeIf(task -> {
            if (task instanceof Moment) waiting--;
            return task instanceof Moment;
        });
        if (before > waiting)
            stage.witness().note(stage.now(), (before - waiting) + " after { } waited for the clock " + clock.plan.name()
                    + ", which this gig has no more; left out");
    }

    private final class Moment implements BeatSchedule.OnBeat {
        private final Reaction reaction;
        private final Live link;
        private double beat;

        Moment(Reaction reaction, Live link) {
            this.reaction = reaction;
            this.link = link;
        }

        @Override
        public double beat() {
            return beat;
        }

        @Override
        public void jumped(double beats) {
            beat += beats;
        }

        @Override
        public void run(long nowNanos) {
            waiting--;
            stage.handOver(reaction, new Happening(), link);
        }
    }
}
