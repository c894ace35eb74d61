package roadcase.cli.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import roadcase.rig.Live;
import roadcase.midi.Message;
import roadcase.cli.Shown;
import roadcase.rig.LoopStanding;
import roadcase.rig.Loops;
import roadcase.rig.PresetStanding;
import roadcase.rig.RackStanding;
import roadcase.rig.Rig;
import roadcase.rig.Trace;
import roadcase.rig.Why;
import roadcase.rig.plan.Action.SwitchPreset.How;

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

    /** Both names are those of the rig. */
    void goPage(String device, String page);

    /** How the presets stand, in the order of the script. */
    List<PresetStanding> presets();

    /** @param name one of the rig's presets */
    void preset(String name, How how);

    /** Moves a slider; both names are those of the rig. */
    void slider(String preset, String label, int value);

    /** How the loops stand, in the order of the script. */
    List<LoopStanding> loops();

    /** @return a sentence where that cannot be, else null */
    String loop(Function<Loops, String> what);

    /** @param file the gig's new text, or null for the same file again */
    Reply reload(String file);

    /** What code of the gig could do now; only with names of the rig. */
    Live live();

    /** What is added at the prompt, its plugins and its session. */
    default Additions additions() {
        return new NoAdditions("Nothing can be added here.");
    }

    /** How the rack stands; null where none sounds. */
    RackStanding rack();

    /** Its clocks. */
    Timing timing();

    /** Drops a remembered name. */
    Reply forget(String name);

    /** Names of what is kept, for {@link #forget}. */
    List<String> kept();

    /** Shows the traffic of these ports of the gig from now on, beside what the script itself monitors. */
    Reply monitor(List<String> ports, Shown which);

    /** The last messages and what became of them, the newest last; empty where nobody watches. */
    Optional<Why.Watched> why();

    /** Begins to watch what becomes of messages, or ends it. */
    void watch(boolean on);

    /** What would become of this message now, or null where the gig has no such input. Nothing is played. */
    Trace why(String port, Message message);

    /** The gig's own names, for whoever completes a line. */
    Set<String> names();

    /** Says a line in the words of the language to the live rig. */
    Reply say(String line);
}
