package roadcase.importers.router

import java.util.function.Supplier
import roadcase.script.Importer

/**
 * MIDI Router Client's configuration, {@code midiRouterClient.json}, or a part of it: it becomes a gig that does the
 * same, in the simplest words that say it.
 *
 * <p>Source of the format: shemeshg/MidiRouterClient, versions 2.3.0 to 2.44. Stateless; the same file always gives the
 * same gig.
 */
final class MidiRouter implements Importer {
    private final Supplier<Set<String>> words

    /** @param words of the language, which the names in a gig must not hide */
    MidiRouter(Supplier<Set<String>> words) {
        this.words = words
    }

    @Override
    String name() {
        'midi-router'
    }

    @Override
    String takes() {
        'a midiRouterClient.json, or a part of one'
    }

    @Override
    boolean takes(String fileName) {
        fileName ==~ /(?i)midiRouterClient.*\.json/
    }

    @Override
    Imported read(Map<String, String> files) {
        if (files.size() != 1) return Imported.nothing(["Left out: ${files.size()} files; a gig is made of one".toString()])
        Map.Entry<String, String> file = files.entrySet().first()
        Findings findings = new Findings()
        try {
            Json json = Json.read(file.value)
            if (Part.of(json) == null)
                return Imported.nothing(["Left out: ${file.key}: this is no part of a MIDI Router configuration".toString()])
            RouterFile read = new RouterReader(findings).read(json)
            String text = new GigText(read, file.key, words.get(), findings).text()
            List<String> report = [generated(read)] + findings.lines() + [findings.totals()]
            return new Imported(Map.of(), text, report, findings.count(Findings.Sort.IMPOSSIBLE) == 0)
        } catch (Json.Broken e) {
            return Imported.nothing(["Left out: ${file.key}: ${e.message}".toString()])
        }
    }

    @Override
    List<String> explain(String file, String text, boolean everything) {
        Findings findings = new Findings()
        try {
            Json json = Json.read(text)
            if (Part.of(json) == null) return ["$file: this is no part of a MIDI Router configuration.".toString()]
            return RouterSentences.of(new RouterReader(findings).read(json), everything, findings)
        } catch (Json.Broken e) {
            return ["$file: ${e.message}".toString()]
        }
    }

    private static String generated(RouterFile file) {
        int routes = 0
        int chains = 0
        int sliders = 0
        for (RouterPreset preset : file.presets()) {
            for (RouterInput input : preset.inputs()) {
                routes += input.easy().routes().size()
                chains += input.chains().count { RouterChain c -> !c.easy() } as int
            }
            sliders += preset.userControls().size()
        }
        ("Made from ${Say.count(file.presets().size(), 'preset')}, ${Say.count(routes, 'easy route')},"
                + " ${Say.count(chains, 'chain')}, ${Say.count(sliders, 'control')} and ${Say.count(file.lists().size(), 'list')}.")
    }
}
