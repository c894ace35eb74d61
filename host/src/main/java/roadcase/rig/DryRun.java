package roadcase.rig;

import java.util.List;
import roadcase.midi.Message;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.PortPlan;

/** Plays a gig in virtual time for the sake of playing: every input says a little, and nobody reads what is sent. */
public final class DryRun {
    /** A key, a button, a knob, a pedal, a program and a bend on the channel on which gear speaks unless told otherwise. */
    private static final List<Message> PLAYED = List.of(
            Message.parse("90 3C 64"), Message.parse("80 3C 40"), Message.parse("90 01 7F"), Message.parse("80 01 7F"),
            Message.parse("B0 10 20"), Message.parse("B0 10 60"), Message.parse("B0 40 7F"), Message.parse("B0 40 00"),
            Message.parse("C0 05"), Message.parse("E0 00 50"));
    private static final long BETWEEN_NANOS = 100_000_000;

    private DryRun() {}

    /** Any thread. */
    public static void play(Declared gig) {
        Rehearsal rehearsal = new Rehearsal(gig, Remembered.NOTHING, new Silence());
        long now = 0;
        for (PortPlan port : gig.rig().ports()) {
            if (port.direction() != Direction.INPUT) continue;
            for (Message message : PLAYED) rehearsal.message(now += BETWEEN_NANOS, port.name(), message);
        }
        rehearsal.end(now + BETWEEN_NANOS);
    }

    /** Paper that nobody reads. */
    private static final class Silence implements Rehearsal.Paper {
        @Override
        public void sent(long timeNanos, String port, Message message) {}

        @Override
        public void fault(long timeNanos, Origin where, String sentence) {}

        @Override
        public void note(long timeNanos, String sentence) {}

        @Override
        public void light(long timeNanos, String port, String control, boolean on) {}
    }
}
