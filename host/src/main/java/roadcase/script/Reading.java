package roadcase.script;

import roadcase.rig.RigBuilder;
import roadcase.rig.plan.Origin;

/** One reading of a gig: what its script and everything it includes build together. The reading thread only. */
public interface Reading {
    RigBuilder rig();

    /**
     * Reads another script of the gig, once per name.
     *
     * @param as a second copy under this name, with its own names and memory, or null
     */
    void include(String file, String as, Origin origin);
}
