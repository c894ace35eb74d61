package roadcase.script

import java.nio.file.Files
import java.nio.file.Path

/**
 * Pairs in a folder: {@code NAME.groovy} is wrong, {@code NAME.txt} says how, as {@code line:column: sentence} (or the
 * sentence alone where the whole file is meant). Files in {@code NAME/}, if there are any, stand beside the script.
 */
class WrongScripts {
    final Path folder
    final GigReader reader

    WrongScripts(Path folder, GigReader reader) {
        this.folder = folder
        this.reader = reader
    }

    /** The pairs' names, sorted; a script without its text, or a text without its script, is an error. */
    List<String> names() {
        def scripts = named('.groovy')
        def texts = named('.txt')
        assert scripts == texts: "scripts and texts do not pair: ${(scripts + texts) - scripts.intersect(texts)}"
        scripts
    }

    private List<String> named(String ending) {
        try (def files = Files.list(folder)) {
            return files.map { it.fileName.toString() }.filter { it.endsWith(ending) }
                    .map { it.substring(0, it.length() - ending.length()) }.sorted().toList()
        }
    }

    String expected(String name) { Files.readString(folder.resolve(name + '.txt')).strip() }

    /** What the reader says of the script, in the same form; all mistakes if there are several files. */
    String said(String name) {
        def script = folder.resolve(name + '.groovy')
        def beside = folder.resolve(name)
        def gig = Files.isDirectory(beside) ? beside.resolve('gig.groovy') : script
        def result = reader.read(gig, script)
        if (result instanceof Result.Read) {
            result.generation().close()
            return 'this script is fine'
        }
        result.errors().collect { it.oneLine().replace(script.toString() + ':', '').strip() }.join('\n')
    }
}
