package roadcase.words

import java.nio.file.Path
import roadcase.cli.Face
import roadcase.cli.InstalledGigs
import roadcase.cli.Main
import roadcase.files.Folders

/** What {@code roadcase check} says of scripts: the real compiler, the real check, nothing kept. */
class Checked {
    /** The lines on standard output, with files as they are called {@code here}: empty where all is well. */
    static String of(Path here, Path state, List<String> files) {
        def out = new ByteArrayOutputStream()
        def folders = new Folders({ null }, 'Linux', state)
        def face = new Face(InputStream.nullInputStream(), new PrintStream(out, true, 'UTF-8'),
                new PrintStream(OutputStream.nullOutputStream()), false, [:], folders, new InstalledGigs(folders), here)
        Main.run(face, ['check', *files] as String[])
        out.toString('UTF-8').replace(here.toString() + File.separator, '')
    }
}
