package roadcase.rig;

import java.util.HashMap;
import java.util.Map;
import roadcase.audio.EngineRack;
import roadcase.link.LinkFault;
import roadcase.link.LinkPeer;
import roadcase.midi.Backend;
import roadcase.midi.ClockOut;
import roadcase.midi.MidiFault;
import roadcase.rig.plan.ClockPlan;
import roadcase.rig.plan.FollowPlan;

/**
 * Keeps what the clocks of a rig need beside the Conductor: our peer on Ableton Link, and for each clock that gear
 * follows the driver's own MIDI clock. Both stay until the end of the show.
 *
 * <p>{@link #open} and {@link #join} may take a second; not for the Conductor's thread. Any other, one after the other.
 */
public final class LinkKeeper implements AutoCloseable {
    private final Conductor conductor;
    private final Backend backend;
    private final Witness witness;
    private final Map<String, ClockOut> outs = new HashMap<>();
    private LinkPeer peer;
    private String without;
    private EngineRack engine;
    private boolean closed;

    public LinkKeeper(Conductor conductor, Backend backend, Witness witness) {
        this.conductor = conductor;
        this.backend = backend;
        this.witness = witness;
    }

    /** Makes what this rig needs and nobody has made yet. Before the rig plays. */
    public synchronized void open(Rig next) {
        for (ClockPlan clock : next.clocks()) {
            if (!clock.isLink()) continue;
            if (hasPeer(clock.bar())) peer.bar(clock.bar());
        }
        for (FollowPlan follow : next.follows()) if (!outs.containsKey(follow.clock())) clockOut(next.clock(follow.clock()), follow);
    }

    private void clockOut(ClockPlan clock, FollowPlan follow) {
        try {
            ClockOut out = backend.clockOut(clock.isLink() && peer != null ? peer.address() : 0);
            outs.put(clock.name(), out);
            if (out != null) conductor.clockOut(clock.name(), out);
        } catch (MidiFault fault) {
            outs.put(clock.name(), null);
            witness.fault(System.nanoTime(), follow.origin(), "the driver makes no MIDI clock, so we do it less exactly: "
                    + fault.getMessage());
        }
    }

    /** Where there is no Link, that is said once. */
    private boolean hasPeer(double bar) {
        if (peer != null) return true;
        if (without != null || closed) return false;
        try {
            LinkPeer opened = LinkPeer.open(bar, line -> conductor.tell(stage -> stage.hear(line)));
            peer = opened;
            conductor.tell(stage -> stage.session(opened));
            if (engine != null) peer.share(engine.address());
            return true;
        } catch (LinkFault none) {
            without = none.getMessage();
            witness.note(System.nanoTime(), "clock(LINK) is our own clock, without Link: " + without);
            return false;
        }
    }

    /**
     * A player wants Link, whatever the gig says.
     *
     * @param bpm the tempo where nobody is there, 0 to leave it as it is
     * @return a sentence where that cannot be, else null
     */
    public String join(double bpm) {
        synchronized (this) {
            if (!hasPeer(conductor.ask(stage -> stage.clocks.first().plan.bar()))) return "There is no Link here: " + without;
        }
        return conductor.ask(stage -> stage.link(true, bpm));
    }

    /** A player wants no Link, until he wants it again. @return a sentence where that cannot be, else null */
    public String leave() {
        return conductor.ask(stage -> stage.link(false, 0));
    }

    /** Plugins of this engine hear tempo and place from now on; null before it ends. */
    public synchronized void engine(EngineRack running) {
        engine = running;
        if (peer != null) peer.share(running == null ? 0 : running.address());
    }

    /** Stops gear that follows. After the Conductor has ended, and before ports are closed. */
    public synchronized void stopClocks() {
        outs.values().forEach(out -> {
            if (out != null) out.close();
        });
    }

    /** Leaves Link. After {@link #stopClocks} and after the engine has ended. */
    @Override
    public synchronized void close() {
        closed = true;
        stopClocks();
        if (peer != null) peer.close();
        peer = null;
    }
}
