package roadcase.rig;

import java.util.List;
import roadcase.midi.Message;
import roadcase.rig.plan.Action;
import roadcase.rig.plan.Layer;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.RoutePlan;
import roadcase.route.EventKind;
import roadcase.route.Step;

/**
 * What became of one message that came in: which lines took it and what they did with it, which refused it and why.
 * Lines of other ports and of other controls are not told of.
 *
 * <p>Immutable, any thread.
 *
 * @param message as it came in, or null where {@code value} says what did
 * @param value what several CCs made together (an NRPN, an RPN, a 14-bit CC), or null
 * @param lines in the order of the script; empty where no line looks at this
 * @param ended what was sent because the key, button or pedal went up that held it
 * @param more how many further lines, which did nothing, are left out for want of room
 */
public record Trace(long nanos, String port, Message message, Seen value, List<Line> lines, List<Sent> ended, int more) {
    /**
     * One line of the script.
     *
     * @param took whether it sent or did anything
     * @param refusal why not, or null where it took it
     */
    public record Line(RoutePlan plan, boolean took, Refusal refusal, List<Sent> sent, List<Deed> did) {}

    /** A message as it was at a step of a line. Channels and numbers as in {@link roadcase.route.Event}. */
    public record Seen(EventKind kind, int channel, int number, int value) {}

    /** @param waits whether it has not gone yet, but waits for a time or for the music */
    public record Sent(String port, Message message, boolean waits) {}

    /** What a line did besides sending. */
    public sealed interface Deed {
        record Acted(Action action) implements Deed {}

        record Ran(Origin code) implements Deed {}

        record Moved(String value, double to) implements Deed {}

        record Switched(boolean on) implements Deed {}
    }

    /** Why a line did nothing. */
    public sealed interface Refusal {
        /** @param before the steps in front of it, {@code at} what came to it */
        record Stopped(Step step, List<Step> before, Seen at) implements Refusal {}

        /** The line's place does not hold now. @param now the active bank of a group of banks or page of a device, else null */
        record Elsewhere(Layer layer, String now) implements Refusal {}

        /** The line has a switch, and it is off. */
        record SwitchedOff(String name) implements Refusal {}

        /** A part of what the line takes whole. @param number of the parameter, or -1 where it is not known yet */
        record InParts(EventKind of, int number) implements Refusal {}

        /**
         * A knob that has not taken hold yet.
         *
         * @param stored what it would have to meet, or -1
         * @param from where it stood when it let go, or -1
         */
        record Silent(RoutePlan.Takeover takeover, int stored, int from, int at) implements Refusal {}

        /** The unit said where its knob stands; nobody moved it. */
        record Reported() implements Refusal {}

        /** Another line has the say over the control now. */
        record Beaten(RoutePlan by) implements Refusal {}

        /** A key goes up that this line's code did not hear going down. */
        record NotHeard() implements Refusal {}

        /** It went through the line, and nothing came of it. */
        record Quiet(Cause cause, String port) implements Refusal {
            public enum Cause {
                /** A trigger that has fired, or is not reached. */
                NO_TRIGGER,
                /** What it would begin sounds, or what it would end is held by another hand or foot. */
                ALREADY,
                /** Too much is held or waits. */
                FULL,
                /** There is nobody behind the output. */
                NOBODY_THERE
            }
        }

        /** What happened was not what the line's steps say: a fault of ours. */
        record Unforeseen() implements Refusal {}
    }
}
