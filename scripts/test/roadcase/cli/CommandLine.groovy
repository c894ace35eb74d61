package roadcase.cli

import java.nio.file.Files
import java.nio.file.Path
import roadcase.files.Folders

/** The command line as a user meets it, in a folder of its own. */
class CommandLine {
    final Path here

    CommandLine(Path here) { this.here = here }

    Path file(String name, String text) { Files.writeString(here.resolve(name), text) }

    Path gig(String name) {
        def gigs = Path.of(System.getProperty('roadcase.house'), 'scripts', 'gigs')
        Files.copy(gigs.resolve(name), here.resolve(name))
    }

    Map run(String... args) { typed('', args) }

    /** With this on standard input. */
    Map typed(String input, String... args) {
        def out = new ByteArrayOutputStream()
        def err = new ByteArrayOutputStream()
        def folders = new Folders({ null }, 'Linux', here.resolve('home'))
        def face = new Face(new ByteArrayInputStream(input.getBytes('UTF-8')), new PrintStream(out, true, 'UTF-8'),
                new PrintStream(err, true, 'UTF-8'), false, [:], folders, new InstalledGigs(folders), here)
        [code: Main.run(face, args), out: out.toString('UTF-8').readLines(), err: err.toString('UTF-8').readLines()]
    }
}
