package roadcase.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import roadcase.cli.shell.Reply;
import roadcase.files.Folders;
import roadcase.rig.Finding;
import roadcase.rig.Rig;
import roadcase.rig.RigCheck;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.Overlay;
import roadcase.script.CachedCompiler;
import roadcase.script.Compiler;
import roadcase.script.Dialect;
import roadcase.script.Findings;
import roadcase.script.GigReader;
import roadcase.script.Prompt;
import roadcase.script.Result;
import roadcase.script.ScriptCache;
import roadcase.script.ScriptError;

/** Reads gigs in the language that is installed, with a cache of compiled scripts. Any thread. */
public final class InstalledGigs implements Gigs {
    private final Folders folders;
    private Compiler compiler;
    private CachedCompiler cached;
    private GigReader reader;
    private Prompt prompt;

    public InstalledGigs(Folders folders) {
        this.folders = folders;
    }

    Dialect dialect() {
        return compiler().dialect();
    }

    synchronized Compiler compiler() {
        if (compiler == null) compiler = new Compiler(Languages.installed());
        return compiler;
    }

    synchronized GigReader reader() {
        if (reader == null) reader = new GigReader(cached(), InstalledGigs::check);
        return reader;
    }

    synchronized Prompt prompt() {
        if (prompt == null) prompt = new Prompt(cached());
        return prompt;
    }

    private CachedCompiler cached() {
        if (cached == null) cached =
                new CachedCompiler(compiler(), new ScriptCache(folders.cache().resolve("scripts")));
        return cached;
    }

    @Override
    public GigRead read(Path gig, Path text) {
        return read(gig, text, Overlay.NOTHING);
    }

    @Override
    public GigRead read(Path gig, Path text, Overlay overlay) {
        Result result = reader().read(gig, text, overlay);
        if (result instanceof Result.Read read)
            return GigRead.good(read.builder().finish(), read.warnings(),
                    line -> Reply.answer(prompt().say(line, read.builder(), read.names())), read.generation()::close,
                    new GigRead.Laid(read.laid(), read.lines()));
        return GigRead.failed(((Result.Failed) result).errors());
    }

    private static Findings check(Rig rig) {
        List<ScriptError> errors = new ArrayList<>();
        List<ScriptError> warnings = new ArrayList<>();
        for (Finding finding : RigCheck.check(rig)) {
            Origin at = finding.origin();
            ScriptError error = new ScriptError(at.file(), at.line(), at.column(), finding.sentence(), "");
            (finding.warning() ? warnings : errors).add(error);
        }
        return new Findings(errors, warnings);
    }
}
