package roadcase.promises

import groovy.transform.CompileStatic
import java.nio.file.Path
import roadcase.cli.GigRead
import roadcase.cli.Gigs
import roadcase.cli.rehearsal.RehearsalRun
import roadcase.cli.shell.Reply
import roadcase.rig.Remembered
import roadcase.script.ScriptError

/** Plays the lines of a case as {@code roadcase rehearse} does, with scripts that are compiled already. */
@CompileStatic
class Rehearsed implements Gigs {
    private final Repertoire gigs

    private Rehearsed(Repertoire gigs) {
        this.gigs = gigs
        gigs.begin()
    }

    /** @return what was sent, as lines; and where {@code errors} is given, what went wrong into it */
    static List<String> sent(Repertoire gigs, int first, Remembered remembered, List<String> lines, List<String> errors = []) {
        List<String> out = []
        Path gig = Path.of('/gig', gigs.names[first] + '.groovy')
        assert new RehearsalRun(new Rehearsed(gigs), gig, remembered, false, false, [], { String line -> out << line })
                .play(new ByteArrayInputStream(lines.join('\n').bytes))
        errors.addAll(out.findAll { it.contains('"error"') })
        out.findAll { it.contains('"midi"') }
    }

    @Override
    GigRead read(Path gig, Path text) {
        String name = text.fileName.toString().replace('.groovy', '')
        if (!name.startsWith('mistake-'))
            return new GigRead(gigs.declared(gigs.names.indexOf(name)), [], [], { String line -> Reply.said() }, {})
        String wrong = gigs.refused(name.replace('mistake-', '') as int)
        assert wrong != null
        GigRead.failed([new ScriptError(name, 1, 1, wrong, '')])
    }
}
