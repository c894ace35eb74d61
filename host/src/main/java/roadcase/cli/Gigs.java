package roadcase.cli;

import java.nio.file.Path;
import roadcase.rig.plan.Overlay;

/** Reads gigs; the one place where the faces meet the reading of scripts. Any thread; takes up to seconds. */
public interface Gigs {
    /**
     * @param gig the file whose folder its includes, lib and room stand in
     * @param text the file that holds the gig's text: the same, or its new text
     */
    GigRead read(Path gig, Path text);

    /** @param overlay what was added at the prompt; whoever knows nothing of such things leaves it out */
    default GigRead read(Path gig, Path text, Overlay overlay) {
        return read(gig, text);
    }
}
