package roadcase.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;

/**
 * The part of Roadcase that plays VST3 and LV2 and knows sound cards: a module beside the engine that takes minutes to
 * build. It is offered before a show that wants it, and never built while one plays. One thread.
 */
final class PluginsPart {
    /** What builds it, for people. */
    static final String HOW = "host/bin/roadcase plugins build";

    private static final long LONGEST_BUILD_MINUTES = 30;
    private static final String BUILT_IN = "Poly";

    private final Path house;
    private final Path libraries;
    private final Face face;

    /**
     * @param house the root of the house, null where nobody says
     * @param libraries folder of the engine, null where nobody says
     */
    PluginsPart(Path house, Path libraries, Face face) {
        this.house = house;
        this.libraries = libraries;
        this.face = face;
    }

    static PluginsPart ofThisHouse(Face face) {
        return new PluginsPart(path("roadcase.house"), path("jna.library.path"), face);
    }

    private static Path path(String property) {
        String said = System.getProperty(property, "");
        return said.isEmpty() ? null : Path.of(said);
    }

    /** Whether there is anything that it could be built for: without an engine there is no rack. */
    private boolean isMissing() {
        return libraries != null && Files.exists(libraries.resolve("roadcase-engine")) && !isBuilt();
    }

    boolean isBuilt() {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        return libraries != null && Files.exists(libraries.resolve("libroadcase-plugins" + (mac ? ".dylib" : ".so")));
    }

    /** Plugins that a gig names and that are not built in. */
    static List<String> named(RackPlan rack) {
        TreeSet<String> names = new TreeSet<>();
        if (rack == null) return List.of();
        for (SlotPlan slot : rack.slots()) {
            if (slot.instrument() != null) names.add(slot.instrument());
            names.addAll(slot.effects());
        }
        names.removeIf(BUILT_IN::equalsIgnoreCase);
        return List.copyOf(names);
    }

    /**
     * Offers to build it where a gig wants it. Without an answer the gig plays without.
     *
     * @param yes build it unasked
     * @param ask whether anybody can be asked
     */
    void offer(RackPlan rack, boolean yes, boolean ask) {
        List<String> names = named(rack);
        if (names.isEmpty() || !isMissing()) return;
        face.out().println("This gig names plugins (" + String.join(", ", names)
                + "), and the part of Roadcase that plays them is not built yet.");
        Path launcher = house == null ? null : house.resolve("host/bin/roadcase");
        if (launcher == null || !Files.exists(launcher) || !(yes || ask && agrees())) {
            face.out().println("Their slots stay silent until it is: " + HOW + " builds it, also while the gig plays.");
            return;
        }
        String problem = build(launcher, yes);
        if (problem != null) face.out().println(problem + " The slots of these plugins stay silent; all else plays.");
    }

    private boolean agrees() {
        Console console = System.console();
        if (console == null) return false;
        String answer = console.readLine("Build it now? It takes one to three minutes, once. [Y/n] ");
        return answer != null && (answer.isBlank() || answer.strip().toLowerCase(Locale.ROOT).startsWith("y"));
    }

    private static String build(Path launcher, boolean yes) {
        List<String> words = yes ? List.of(launcher.toString(), "plugins", "build", "--yes")
                : List.of(launcher.toString(), "plugins", "build");
        try {
            Process building = new ProcessBuilder(words).inheritIO().start();
            if (!building.waitFor(LONGEST_BUILD_MINUTES, TimeUnit.MINUTES)) {
                building.destroy();
                return "It was not built within " + LONGEST_BUILD_MINUTES + " minutes.";
            }
            return building.exitValue() == 0 ? null : "It was not built.";
        } catch (IOException refused) {
            return "It could not be built: " + refused.getMessage() + ".";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "Building it was interrupted.";
        }
    }

    /** For the doctor. */
    Symptom symptom() {
        if (isBuilt()) return Symptom.ok("plugins: the part that plays VST3 and LV2, and knows sound cards, is built");
        return Symptom.toDo("plugins: the part that plays VST3 and LV2, and knows sound cards, is not built; gigs"
                + " without plugins do not need it", HOW);
    }
}
