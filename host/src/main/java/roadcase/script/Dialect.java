package roadcase.script;

import groovy.lang.Script;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roadcase.osc.Simulation;
import roadcase.rig.RigBuilder;
import roadcase.rig.plan.Overlay;

/**
 * A language for gigs. The kernel finds it by {@link java.util.ServiceLoader} and knows none of its words.
 *
 * <p>Threads: everything may be called by any thread; {@link #begin} by the thread that reads a gig.
 */
public interface Dialect {
    /** The class that every script of a gig extends. */
    Class<? extends Script> scriptBase();

    /** Hands the reading to a script that is about to run; all its words then build into it. */
    void begin(Script script, Reading reading);

    /** Packages whose public types a script may name. */
    List<String> starImports();

    /** Classes whose static members a script may name. */
    List<String> staticStarImports();

    /** Packages of the language: mistakes with their types are explained in words of the language. */
    Set<String> packages();

    /** For Groovy's own methods that a player may say by mistake: what to say instead. {@code sleep → "..."}. */
    Map<String, String> insteadOf();

    /** Every word with its documentation. */
    List<WordDoc> words();

    /** Starting points for {@code roadcase new}, by name; the text of a commented script each. */
    Map<String, String> scaffolds();

    /**
     * Lines that say what a player added at the prompt; they are read as a script, after the gig's own.
     *
     * @param gig what the gig's scripts have built so far
     * @param alone whether there is no gig: then they make the rack even where nothing was added
     */
    default String lines(Overlay overlay, RigBuilder gig, boolean alone) {
        return "";
    }

    /** What a player should know of gear that is there, by the names of its ports: a sentence each. */
    default List<String> seen(List<String> ports) {
        return List.of();
    }

    /** What {@code roadcase import} understands. */
    default List<Importer> importers() {
        return List.of();
    }

    /** Units that {@code roadcase desk --simulate} can pretend to be. */
    default List<Simulation> simulations() {
        return List.of();
    }
}
