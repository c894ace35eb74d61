package roadcase.rig;

import java.util.Set;
import roadcase.clock.Scheduler;
import roadcase.midi.Held;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.plan.PortPlan;
import roadcase.rig.plan.Source;

/**
 * Gear that comes and goes, and what that means for what is held, for controls under hands and for lights.
 *
 * <p>The Conductor's thread; ports are numbers of the {@link PortTable}.
 */
final class Comings {
    /** Long enough for a driver to be itself again, short enough for the eye. */
    private static final long REPAINT_NANOS = 200_000_000;

    private final Stage stage;
    private final Outbox outbox;
    private final Held held;
    private final Player player;
    private final Painter painter;
    private final Absences absences;
    private final SoftFlow.Positions positions;
    private final Scheduler.Task repaint = now -> {
        repaintWaits = false;
        repaint();
    };
    private boolean repaintWaits;

    Comings(Stage stage, Outbox outbox, Held held, Player player, Painter painter, SoftFlow.Positions positions) {
        this.stage = stage;
        this.outbox = outbox;
        this.held = held;
        this.player = player;
        this.painter = painter;
        this.absences = new Absences(outbox, held);
        this.positions = positions;
    }

    /** Whether a port of the rig has no gear now. */
    boolean isMissing(int port) {
        return absences.isMissing(port);
    }

    /** A port lost what was behind it, or never had it. */
    void vanish(int port) {
        PortPlan plan = stage.ports.port(port);
        if (outbox.isAbsent(port)) return;
        if (plan.direction() == Direction.INPUT) gone(port, Direction.INPUT);
        else absences.vanished(port);
        outbox.absent(port, true);
        stage.followers.outOfStep(port);
    }

    /** A port has no gear yet; what is sent there goes to whoever joined it by hand. */
    void missing(int port) {
        absences.missing(port);
    }

    /** A port found its gear. */
    void found(int port) {
        absences.found(port);
        stage.followers.outOfStep(port);
        if (outbox.isAbsent(port)) comeBack(port);
        else arrived(port);
        stage.identities.found(port);
    }

    /** A port is about to be joined to other gear: what is held there ends while it can still be heard. */
    void leave(int port) {
        if (!outbox.isAbsent(port)) gone(port, stage.ports.port(port).direction());
        outbox.otherGear(port);
    }

    /** A port that vanished has its gear again. */
    void comeBack(int port) {
        if (!outbox.isAbsent(port)) return;
        absences.returned(port);
        arrived(port);
    }

    private void arrived(int port) {
        for (PlayedDevice device : stage.wiring().devices) if (device.out == port) painter.arrived(device);
    }

    /** It is not used any more, or nobody is behind it: what is held there, and what is known of it, ends. */
    void gone(int port, Direction direction) {
        if (direction == Direction.OUTPUT) {
            outbox.hurry(port, outbox.atOnce);
            held.endOutput(port, outbox.atOnce);
            return;
        }
        held.endInput(port, outbox);
        player.forgetControllers(port);
        for (PlayedRoute route : stage.wiring().hearing) route.heard.forget(port);
        for (PlayedRoute route : stage.wiring().triggers) if (input(route.plan.source()) == port) route.trigger.forget();
        for (PlayedRoute route : stage.wiring().soft)
            if (route.soft.input == port) route.soft.takeOver(route.place.active, positions, Set.of());
        for (PlayedDevice device : stage.wiring().devices) if (device.in == port) stage.hands.forget(stage.wiring(), device);
    }

    private int input(Source source) {
        if (source instanceof Source.Port from) return stage.ports.number(from.port());
        return source instanceof Source.Controls from ? stage.wiring().device(from.device()).in : -1;
    }

    /** The driver skipped time on an input: what it holds may have lost its Off, and lights may have got lost too. */
    void skipped(int port) {
        if (stage.ports.port(port).direction() == Direction.INPUT) {
            held.endInput(port, outbox);
            player.skipped(port);
        }
        repaintSoon();
    }

    /** Paints every light anew a moment later, however often it is asked for until then. */
    void repaintSoon() {
        if (!repaintWaits) repaintWaits = stage.scheduler.at(outbox.now + REPAINT_NANOS, repaint);
    }

    private void repaint() {
        for (PlayedDevice device : stage.wiring().devices) painter.unknown(device);
    }
}
