package roadcase.promises

import com.fasterxml.jackson.databind.ObjectMapper
import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path
import roadcase.rig.Memory.Entry
import roadcase.rig.Remembered

/** A case that failed, made as short as it goes, with what is needed to rehearse it. */
@CompileStatic
class BrokenPromise extends AssertionError {
    final Score score
    final Path folder

    private BrokenPromise(String text, Score score, Path folder) {
        super(text as Object)
        this.score = score
        this.folder = folder
    }

    static BrokenPromise of(String name, Property property, long seed, Score whole, String first) {
        Score score = shortest(property, whole)
        Path folder = Path.of('target', 'promises', name.replace(' ', '-') + '-' + seed)
        Performance shown = property.shown(score)
        write(folder, property.gigs, shown)
        Path told = Path.of(System.getProperty('roadcase.house')).relativize(folder.toAbsolutePath())
        StringBuilder text = new StringBuilder("'$name' is broken by the case of seed $seed, ${score.deeds.size()} of its ")
                .append("${whole.deeds.size()} deeds are enough:\n").append(property.fault(score) ?: "$first; but not when it was played again")
        shown.lines.eachWithIndex { List<String> lines, int evening ->
            text.append('\n\nhost/bin/roadcase rehearse ')
            if (evening > 0) text.append("--state $told/memory-${evening + 1}.json ")
            text.append("$told/${property.gigs.names[shown.firsts[evening]]}.groovy <<'END'\n")
            lines.each { text.append(it).append('\n') }
            text.append('END')
        }
        new BrokenPromise(text.append('\n').toString(), score, folder)
    }

    /** Strikes out what is not needed for some fault to stay, in halves, then in quarters, at last one by one. */
    static Score shortest(Property property, Score whole) {
        Score score = whole
        for (int size = Math.max(1, whole.deeds.size().intdiv(2)); ; size = Math.max(1, size.intdiv(2))) {
            boolean less = false
            for (int from = score.deeds.size() - size; from >= 0; from -= size) {
                Score tried = score.without(from, Math.min(size, score.deeds.size() - from))
                if (property.fault(tried) == null) continue
                score = tried
                less = true
                from = Math.min(from, score.deeds.size())
            }
            if (size == 1 && !less) return score
        }
    }

    private static void write(Path folder, Repertoire gigs, Performance shown) {
        Files.createDirectories(folder)
        gigs.names.eachWithIndex { String name, int i -> Files.writeString(folder.resolve(name + '.groovy'), gigs.texts[i]) }
        gigs.mistakes.eachWithIndex { String text, int i -> Files.writeString(folder.resolve("mistake-${i}.groovy"), text) }
        shown.evenings.eachWithIndex { Remembered remembered, int i ->
            if (i > 0) Files.writeString(folder.resolve("memory-${i + 1}.json"), memory(remembered))
        }
    }

    /** As it stands on the disk. */
    static String memory(Remembered remembered) {
        Map<String, Object> entries = remembered.entries().collectEntries { String name, Entry e ->
            Map<String, Object> all = [on: e.on(), value: e.value(), text: e.text(), script: e.script()] as Map<String, Object>
            [name, all.findAll { it.value != null }]
        }
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString([version: 1, gig: 'gig', entries: entries])
    }
}
