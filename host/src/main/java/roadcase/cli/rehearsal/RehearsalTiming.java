package roadcase.cli.rehearsal;

import java.util.List;
import java.util.function.Consumer;
import roadcase.cli.shell.Reply;
import roadcase.cli.shell.Timing;
import roadcase.rig.Rehearsal;
import roadcase.rig.Stage;
import roadcase.rig.Standing;

/** The time of a rehearsal for its shell. */
final class RehearsalTiming implements Timing {
    private final Rehearsal rehearsal;
    private final Consumer<Consumer<Stage>> now;

    /** @param now does something at the time of the line that is played */
    RehearsalTiming(Rehearsal rehearsal, Consumer<Consumer<Stage>> now) {
        this.rehearsal = rehearsal;
        this.now = now;
    }

    @Override
    public List<Standing.ClockNow> clocks() {
        return rehearsal.stage().standing().clocksOrOwn();
    }

    @Override
    public void tempo(double bpm) {
        now.accept(stage -> stage.tempo(bpm));
    }

    @Override
    public Reply link(double bpm) {
        return Reply.mistake("a rehearsal has nobody on Link; its clocks run by themselves");
    }

    @Override
    public Reply unlink() {
        return link(0);
    }

    @Override
    public Reply play(boolean on) {
        String[] refused = new String[1];
        now.accept(stage -> refused[0] = stage.play(on));
        return refused[0] == null ? Reply.said() : Reply.mistake(refused[0]);
    }
}
