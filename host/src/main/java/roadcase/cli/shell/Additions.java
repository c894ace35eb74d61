package roadcase.cli.shell;

import java.util.List;
import roadcase.rig.KnownPlugin;
import roadcase.rig.Turnable;
import roadcase.rig.plan.Overlay;

/**
 * What a player adds to a gig at the prompt and does with its plugins, its devices and its session. The shell's thread;
 * a call may take as long as its deed takes, but never for ever.
 *
 * <p>Errors: {@link roadcase.rig.RackRefusal} with a sentence where the sound engine cannot do it.
 */
public interface Additions {
    /** What lies over the gig now. */
    Overlay overlay();

    /** The same as lines of a script. */
    String lines();

    /** Lays another overlay over the gig: all of it, or nothing and a mistake. */
    Reply change(Overlay wanted);

    /** Whether there is no gig, and the overlay is all there is. */
    boolean isAlone();

    /** MIDI ports that could be played from, by the names that people know; their order is that of the list shown. */
    List<String> inputs();

    /** @param position 0 the instrument, 1 and up an effect */
    List<Turnable> parameters(int slot, int position);

    /**
     * Moves a parameter.
     *
     * @param index from 0
     * @return how it stands then; where the plugin takes its time, as it was asked for
     */
    Turnable turn(int slot, int position, int index, Turnable parameter, double value);

    /** Waits until a plugin is in its place. @return null, or why it is not */
    String await(int slot, int position, String plugin);

    /**
     * The plugin that a player means by a name or a path, as it is loaded.
     *
     * @throws roadcase.rig.RackRefusal where there is none
     */
    String meant(String plugin);

    List<KnownPlugin> plugins(String part);

    /** Looks for plugins. */
    Reply scan();

    /** Shows a plugin's own window. */
    Reply window(int slot, int position);

    /** Type and name of the devices that could be played on. */
    List<List<String>> devices();

    /** @param device a device's type and name; type "" for the best there is, "none" for silence */
    Reply audio(String type, String device);

    /** @param file null for the session's own */
    Reply save(String file);

    /** @param file null for the session's own */
    Reply restore(String file);

    /** One line for where the session is kept, and whether it is. */
    String kept();

    /** What the show stands on, in short. */
    List<String> parts();
}
