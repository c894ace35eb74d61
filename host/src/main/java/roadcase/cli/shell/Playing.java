package roadcase.cli.shell;

import java.util.List;
import java.util.Set;
import roadcase.rig.Rig;

/**
 * A gig that plays, on stage or in a rehearsal, as a shell sees and moves it. The shell's thread; a call may take as
 * long as its deed takes, but never for ever.
 */
public interface Playing {
    /** The rig that plays now. */
    Rig rig();

    Status status();

    /** One line for each port of the gig: its name and whether it is there. */
    List<String> ports();

    void panic();

    /** Both names are those of the rig. */
    void goBank(String group, String bank);

    /** @param file the gig's new text, or null for the same file again */
    Reply reload(String file);

    /** Drops a remembered name. */
    Reply forget(String name);

    /** Names of what is kept, for {@link #forget}. */
    List<String> kept();

    /** Shows the traffic of this port of the gig from now on, or of none for null. */
    Reply monitor(String port);

    /** The gig's own names, for whoever completes a line. */
    Set<String> names();

    /** Says a line in the words of the language to the live rig. */
    Reply say(String line);
}
