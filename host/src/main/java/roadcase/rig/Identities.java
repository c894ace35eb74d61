package roadcase.rig;

import java.util.Arrays;
import roadcase.clock.Scheduler;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.plan.Origin;
import roadcase.surface.DeviceSpec;
import roadcase.surface.Manners.Report;

/**
 * Who is at the ports of devices: each unit is asked when it comes, and told apart by its port's name until it has
 * answered. Every answer means that its lights may show anything; what a unit reports of itself is taken as it comes.
 *
 * <p>The Conductor's thread; ports are numbers of the {@link PortTable}.
 */
final class Identities {
    /** How long a unit may think before it is asked again, and how often it is asked. */
    static final long ANSWER_NANOS = 500_000_000;
    static final int MOST_QUESTIONS = 3;
    /** Some take no lights for a while after they were greeted. Source: padbound's driver of a pad controller, by test. */
    static final long SETTLED_NANOS = 600_000_000;

    private static final int UNKNOWN = -1;
    /** Source: MIDI 1.0 Detailed Specification, "Device Inquiry". */
    private static final byte[] QUESTION = {(byte) 0xF0, 0x7E, 0x7F, 0x06, 0x01, (byte) 0xF7};

    private final Stage stage;
    private final Outbox outbox;
    private final Painter painter;
    private final Witness witness;
    private final int[] generations = new int[PortTable.MOST];
    private final boolean[] toldStranger = new boolean[PortTable.MOST];
    private final boolean[] answered = new boolean[PortTable.MOST];
    private final int[] questions = new int[PortTable.MOST];
    private long strangers;

    Identities(Stage stage, Outbox outbox, Painter painter, Witness witness) {
        this.stage = stage;
        this.outbox = outbox;
        this.painter = painter;
        this.witness = witness;
        Arrays.fill(generations, UNKNOWN);
    }

    /** Identity replies by which a unit said that it is not what it is taken for. */
    long strangers() {
        return strangers;
    }

    /** A device of the rig that begins to play: what is known of it already. */
    void known(PlayedDevice device) {
        int there = generations[device.out] >= 0 ? generations[device.out] : generations[device.in];
        if (there >= 0 && there < device.plan.spec().generations().size()) device.become(there);
        if (there >= 0) tellLacks(device);
    }

    /** By its name, the gear that joined this port is of this generation; -1 where the name does not tell. */
    void joined(int port, int generation) {
        boolean news = generations[port] != generation;
        generations[port] = generation;
        if (generation < 0) return;
        for (PlayedDevice device : stage.wiring().devices) {
            if (device.in != port && device.out != port) continue;
            become(device, generation);
            if (news && device.out == port) tellLacks(device);
        }
    }

    /** Other gear is behind a port: who it is, is asked anew. */
    void found(int port) {
        toldStranger[port] = false;
        if (stage.ports.port(port).direction() != Direction.OUTPUT || stage.ports.port(port).device() == null) return;
        answered[port] = false;
        questions[port] = 0;
        ask(port);
        stage.scheduler.at(outbox.now + SETTLED_NANOS, now -> settled(port));
    }

    /** @param port an output; its answer comes in at the input of the same device */
    private void ask(int port) {
        if (answered[port] || outbox.isAbsent(port) || questions[port] == MOST_QUESTIONS) return;
        questions[port]++;
        outbox.send(port, QUESTION, QUESTION.length);
        Scheduler.Task again = now -> ask(port);
        stage.scheduler.at(outbox.now + ANSWER_NANOS, again);
    }

    /** Who took no lights while it came to itself has them now. */
    private void settled(int port) {
        for (PlayedDevice device : stage.wiring().devices)
            if (device.out == port && device.greeting().length > 0) painter.unknown(device);
    }

    /** @return false where a unit says by it that it is not the device that this input is joined to */
    boolean heard(PlayedDevice device, byte[] bytes, int length) {
        if (IdentityReply.isOne(bytes, length)) return said(device, bytes, length);
        for (Report report : device.spec().manners().reports()) if (report.is(bytes, length)) reported(device, report, bytes);
        return true;
    }

    private boolean said(PlayedDevice device, byte[] bytes, int length) {
        int generation = IdentityReply.generation(device.plan.spec(), bytes, length);
        if (generation < 0) {
            stranger(device, bytes, length);
            return false;
        }
        answered[device.out] = true;
        // Where several generations fit, it may be the one that its port's name said.
        if (!IdentityReply.isOf(device.spec(), bytes, length)) {
            generations[device.in] = generation;
            generations[device.out] = generation;
            become(device, generation);
            tellLacks(device);
        }
        painter.unknown(device);
        return true;
    }

    private void become(PlayedDevice device, int generation) {
        if (device.generation == generation) return;
        device.become(generation);
        device.called = stage.ports.called(device.out);
        stage.placesChanged(stage.wiring());
        painter.arrived(device);
    }

    /** Colours that the script wants of a unit that has not got them, now that it is known which it is. */
    private void tellLacks(PlayedDevice device) {
        for (Finding finding : LightCheck.of(stage.rig(), device.plan, device.generation))
            if (!finding.warning()) witness.fault(outbox.now, finding.origin(), finding.sentence());
    }

    /** Positions are no moves; anything else that it reports is a change of mode, after which all is painted. */
    private void reported(PlayedDevice device, Report report, byte[] bytes) {
        if (report.controls().isEmpty()) painter.unknown(device);
        for (int i = 0; i < report.controls().size(); i++) {
            PlayedControl control = device.control(report.controls().get(i));
            control.cell.position = report.value(bytes, i);
            Hands.reported(control);
        }
    }

    private void stranger(PlayedDevice device, byte[] bytes, int length) {
        strangers++;
        if (toldStranger[device.in]) return;
        toldStranger[device.in] = true;
        DeviceSpec spec = device.plan.spec();
        Origin where = device.plan.origin();
        witness.fault(outbox.now, where, "what is joined to '" + device.plan.in().name() + "' says that it is no "
                + spec.type() + " (" + IdentityReply.shown(bytes, length) + "); if it is the wrong unit, say bind '"
                + device.plan.name() + "', to: and the name that `roadcase ports` shows for the right one");
    }
}
