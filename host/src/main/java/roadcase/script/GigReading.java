package roadcase.script;

import groovy.lang.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import roadcase.rig.OverlayFit;
import roadcase.rig.Rig;
import roadcase.rig.RigBuilder;
import roadcase.rig.ScriptThread;
import roadcase.rig.Spelling;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.Overlay;
import roadcase.rig.plan.RigError;

/** One reading of a gig, from its files to a checked rig. Runs once, on a thread of its own. */
final class GigReading implements Reading {
    private static final String NO_GIG = "session";

    private final CachedCompiler compiler;
    private final Function<Rig, Findings> check;
    private final Path gig;
    private final Path text;
    private final Overlay wanted;
    private final Usage usage;
    private final GigFiles files;
    private final RigBuilder rig;
    private final Generation generation;
    private final Map<String, ScriptError> errors = new LinkedHashMap<>();
    private final Map<Path, String> classOf = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Map<String, Object> names = new LinkedHashMap<>();
    private final Deque<Path> nesting = new ArrayDeque<>();
    private LibSources libSources = LibSources.NONE;
    private Compiled lib = Compiled.NOTHING;
    private OverlayFit laid = OverlayFit.NOTHING;
    private String lines = "";

    /** @param gig null where there is none, and the overlay is all there is */
    GigReading(CachedCompiler compiler, Function<Rig, Findings> check, Path gig, Path text, Overlay wanted,
            Usage usage) {
        this.compiler = compiler;
        this.check = check;
        this.gig = gig;
        this.text = text;
        this.wanted = wanted;
        this.usage = usage;
        this.files = gig == null ? GigFiles.none() : new GigFiles(gig);
        this.rig = new RigBuilder(name(gig));
        this.generation = new Generation(compiler.dialect().scriptBase().getClassLoader());
    }

    private static String name(Path gig) {
        if (gig == null) return NO_GIG;
        return gig.getFileName() == null ? "gig" : gig.getFileName().toString().replaceFirst("\\.groovy$", "");
    }

    Generation generation() {
        return generation;
    }

    GigFiles files() {
        return files;
    }

    /** @throws LinkageError where a cached class does not fit; what was cached is forgotten then */
    Result run() {
        try {
            return read();
        } catch (LinkageError e) {
            for (String shown : classOf.keySet().stream().map(this::shown).toList())
                if (files.text(shown) != null) compiler.forget(shown, files.text(shown), libSources);
            compiler.forget(GigReader.OVERLAY, lines, libSources);
            throw e;
        }
    }

    private Result read() {
        try {
            if (gig != null) gig();
            if (errors.isEmpty()) overlay();
        } catch (NotCompiled e) {
            e.errors().forEach(this::add);
        } catch (GigFiles.Unreadable e) {
            add(e.error());
        } catch (Stopped e) {
            // After a file that does not compile, what misses its names is only a consequence.
            if (errors.isEmpty()) add(e.error);
        }
        if (!errors.isEmpty()) return failed();
        try {
            return finish();
        } catch (Stopped e) {
            add(e.error);
            return failed();
        }
    }

    private void gig() throws NotCompiled, GigFiles.Unreadable {
        libSources = files.readLib();
        lib = compiler.lib(libSources);
        generation.add(lib);
        if (Files.exists(files.room()) && !isText(files.room())) play(files.room(), null);
        else files.expect(files.room());
        play(absolute(text), null);
    }

    /** What was added at the prompt, as far as the gig leaves it room. */
    private void overlay() throws NotCompiled {
        laid = OverlayFit.of(wanted, rig);
        lines = compiler.dialect().lines(laid.overlay(), rig, gig == null);
        if (lines.isEmpty()) return;
        rig.source(GigReader.OVERLAY, lines);
        boolean running = usage.scriptRuns(false);
        try {
            Compiled compiled = compiler.script(GigReader.OVERLAY, lines, libSources, lib, generation.loader());
            generation.add(compiled);
            Script script = instance(compiled.main());
            compiler.dialect().begin(script, this);
            usage.scriptRuns(true);
            script.run();
            KeepNames.of(script).forEach(names::putIfAbsent);
        } catch (RigError e) {
            throw new Stopped(Trouble.of(e, generation, GigReader.OVERLAY, this::text));
        } finally {
            usage.scriptRuns(running);
        }
    }

    private String text(String shown) {
        return shown.equals(GigReader.OVERLAY) ? lines : files.text(shown);
    }

    private Result finish() {
        Rig plan = rig.build();
        Findings found = check.apply(plan);
        found.errors().forEach(e -> add(withText(e)));
        if (!errors.isEmpty()) return failed();
        usage.scriptRuns(true);
        try {
            generation.initialise();
        } catch (ExceptionInInitializerError e) {
            throw new Stopped(Trouble.of(unwrapped(e), generation, text == null ? NO_GIG : text.toString(),
                    this::text));
        }
        return new Result.Read(plan, rig, new Names(names, lib), generation,
                found.warnings().stream().map(this::withText).toList(), files.sources(), laid, lines);
    }

    private ScriptError withText(ScriptError e) {
        return e.text().isEmpty()
                ? Mistakes.at(e.file(), e.line(), e.column(), e.sentence(), text(e.file())) : e;
    }

    private Result failed() {
        return new Result.Failed(List.copyOf(errors.values()), files.sources());
    }

    private void add(ScriptError error) {
        errors.putIfAbsent(error.file(), error);
    }

    // --- scripts

    /**
     * Compiles a file, the first time, and runs it. What is wrong with it is noted, so that other files are read too.
     */
    private void play(Path file, String copy) throws GigFiles.Unreadable {
        boolean running = usage.scriptRuns(false);
        nesting.push(file);
        try {
            String main = classOf.get(file);
            if (main == null) main = compile(file);
            if (main == null) return;
            Script script = instance(main);
            compiler.dialect().begin(script, this);
            usage.scriptRuns(true);
            if (copy == null) rig.including(script::run);
            else rig.renamed(copy, () -> rig.including(script::run));
            keepNames(file, copy, script);
        } catch (Stopped | ScriptThread.Cancelled e) {
            throw e;
        } catch (ExceptionInInitializerError e) {
            throw stopped(unwrapped(e), file);
        } catch (RuntimeException | AssertionError | VirtualMachineError e) {
            throw stopped(e, file);
        } finally {
            nesting.pop();
            usage.scriptRuns(running);
        }
    }

    /** A class in lib failed while it was made ready, perhaps because the deadline was over. */
    private static Throwable unwrapped(ExceptionInInitializerError e) {
        if (e.getCause() instanceof ScriptThread.Cancelled c) throw c;
        return e.getCause() == null ? e : e.getCause();
    }

    /** The gig's own names as they are; those of an included file behind its name or its copy's. */
    private void keepNames(Path file, String copy, Script script) {
        String base = file.getFileName().toString().replaceFirst("\\.groovy$", "");
        String before = isText(file) ? "" : (copy == null ? base : copy) + ".";
        KeepNames.of(script).forEach((name, value) -> names.put(before + name, value));
    }

    private Stopped stopped(Throwable thrown, Path file) {
        return new Stopped(Trouble.of(thrown, generation, shown(file), files::text));
    }

    private String compile(Path file) throws GigFiles.Unreadable {
        String shown = shown(file);
        String source = files.read(file, shown);
        rig.source(shown, source);
        try {
            Compiled compiled = compiler.script(shown, source, libSources, lib, generation.loader());
            generation.add(compiled);
            classOf.put(file, compiled.main());
            return compiled.main();
        } catch (NotCompiled e) {
            e.errors().forEach(this::add);
            return null;
        }
    }

    private Script instance(String main) {
        try {
            return (Script) generation.load(main).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a compiled script cannot be made: " + main, e);
        }
    }

    /** As the player gave it; included files relative to the gig. */
    private String shown(Path file) {
        return isText(file) ? text.toString() : files.shown(file);
    }

    private boolean isText(Path file) {
        return text != null && absolute(text).equals(file);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** A script was stopped by its own mistake; carries the mistake past the scripts around it. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ScriptError error;

        Stopped(ScriptError error) {
            super(error.oneLine(), null, false, false);
            this.error = error;
        }
    }

    // --- for the language

    @Override
    public RigBuilder rig() {
        return rig;
    }

    @Override
    public void include(String name, String copy, Origin origin) {
        if (gig == null) throw new RigError(origin, "there is no gig, so there is nothing beside it to include");
        if (name == null || name.isBlank())
            throw new RigError(origin, "include needs the name of a file beside the gig");
        Path file = files.included(name);
        if (file == null) throw new RigError(origin, "'" + name + "' cannot be the name of a file");
        if (file.equals(files.room()) && copy == null) return;
        if (nesting.contains(file)) throw new RigError(origin, circle(file));
        if (!done.add(file + "\n" + (copy == null ? "" : copy))) return;
        if (!Files.exists(file)) {
            files.expect(file);
            throw new RigError(origin, "there is no file " + shown(file) + " beside the gig"
                    + Spelling.didYouMean(name.replaceFirst("\\.groovy$", ""), files.beside()));
        }
        rig.included(shown(file), shown(nesting.peek()));
        try {
            play(file, copy);
        } catch (GigFiles.Unreadable e) {
            throw new RigError(origin, "'" + name + "' cannot be included: " + e.error().sentence());
        }
    }

    private String circle(Path again) {
        List<String> chain = new ArrayList<>();
        for (Path p : nesting) {
            chain.add(0, shown(p));
            if (p.equals(again)) break;
        }
        chain.add(shown(again));
        return "these files include each other without end: " + String.join(" → ", chain);
    }
}
