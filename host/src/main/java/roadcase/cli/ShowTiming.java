package roadcase.cli;

import java.util.List;
import roadcase.cli.shell.Reply;
import roadcase.cli.shell.Timing;
import roadcase.rig.Conductor;
import roadcase.rig.LinkKeeper;
import roadcase.rig.Stage;
import roadcase.rig.Standing;

/** The time of a show for its shell. */
final class ShowTiming implements Timing {
    private final Conductor conductor;
    private final LinkKeeper link;

    ShowTiming(Conductor conductor, LinkKeeper link) {
        this.conductor = conductor;
        this.link = link;
    }

    @Override
    public List<Standing.ClockNow> clocks() {
        return conductor.ask(Stage::standing).clocksOrOwn();
    }

    @Override
    public void tempo(double bpm) {
        conductor.tell(stage -> stage.tempo(bpm));
    }

    @Override
    public Reply link(double bpm) {
        return reply(link.join(bpm));
    }

    @Override
    public Reply unlink() {
        return reply(link.leave());
    }

    @Override
    public Reply play(boolean on) {
        return reply(conductor.ask(stage -> stage.play(on)));
    }

    private static Reply reply(String refused) {
        return refused == null ? Reply.said() : Reply.mistake(refused);
    }
}
