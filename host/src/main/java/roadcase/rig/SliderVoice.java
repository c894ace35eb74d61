package roadcase.rig;

import java.util.List;
import roadcase.midi.Message;
import roadcase.rig.PlayedPreset.PlayedSlider;
import roadcase.rig.plan.Labels;
import roadcase.rig.plan.SliderPlan;
import roadcase.route.Event;
import roadcase.route.Shape;

/**
 * Sends what sliders stand at: their own message, or those of the label that was chosen, with its waits. A note that a
 * label begins is held until a label, panic or the end of the show ends it.
 *
 * <p>The Conductor's thread.
 */
final class SliderVoice {
    private static final int NOBODY = 0;

    private final Outbox outbox;
    private final ScriptVoice voice;
    private final Event said = new Event();
    private long refused;

    SliderVoice(Outbox outbox, ScriptVoice voice) {
        this.outbox = outbox;
        this.voice = voice;
    }

    /** How many messages did not go out because too much is held. */
    long refused() {
        return refused;
    }

    void send(PlayedSlider slider) {
        SliderPlan plan = slider.plan;
        int value = slider.value();
        Labels.Label label = plan.label(value);
        for (int output : slider.outputs) {
            long delay = say(plan, output, plan.labels().before(), 0);
            if (label == null || label.commands().isEmpty()) own(plan, output, value, delay);
            else delay = say(plan, output, label.commands(), delay);
            say(plan, output, plan.labels().after(), delay);
        }
    }

    /** @return how long what follows has to wait, in nanoseconds */
    private long say(SliderPlan plan, int output, List<Labels.Command> commands, long delay) {
        long wait = delay;
        for (int i = 0; i < commands.size(); i++) {
            Labels.Command command = commands.get(i);
            if (command instanceof Labels.Command.Wait w) wait += w.nanos();
            else if (command instanceof Labels.Command.Send s) say(output, s.message(), wait);
            else if (command instanceof Labels.Command.Nrpn n) {
                said.set(Event.NRPN, plan.channel(), n.number(), n.value());
                say(output, wait);
            }
        }
        return wait;
    }

    private void own(SliderPlan plan, int output, int value, long delay) {
        Shape shape = plan.shape();
        int kind = switch (shape.form()) {
            case CC -> Event.CC;
            case CC14 -> Event.CC14;
            case NRPN -> Event.NRPN;
            case RPN -> Event.RPN;
            case PROGRAM -> Event.PROGRAM;
            case PITCH_BEND -> Event.PITCH_BEND;
            case AFTERTOUCH -> Event.AFTERTOUCH;
            case KEY_AFTERTOUCH -> Event.KEY_AFTERTOUCH;
            case NOTE -> throw new IllegalStateException("a slider of notes was not refused");
        };
        said.set(kind, plan.channel(), kind == Event.PROGRAM ? value : shape.low(), value);
        say(output, delay);
    }

    private void say(int output, long delay) {
        if (said.kind < Event.NRPN) say(output, said.packed(), delay);
        else outbox.send(output, said.wire(), Selections.NOBODY, delay, null);
    }

    private void say(int output, int packed, long delay) {
        if (!voice.send(output, packed, NOBODY, delay)) refused++;
    }

    private void say(int output, Message message, long delay) {
        if (message.isShort()) say(output, message.packed(), delay);
        else outbox.send(output, message.bytes(), message.length(), delay, null);
    }
}
