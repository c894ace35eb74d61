package roadcase.rig.plan;

import roadcase.midi.net.ListenAddress;

/**
 * A gig, or the room it is played in, wants others to reach its ports.
 *
 * @param address where, or null where that was not said
 */
public record NetworkPlan(ListenAddress address, Origin origin) {
    /** Where it listens. */
    public ListenAddress place() {
        return address == null ? ListenAddress.USUAL : address;
    }
}
