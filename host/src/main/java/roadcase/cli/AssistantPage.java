package roadcase.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roadcase.script.WordDoc;

/** One compact page for an AI assistant: every word on a line, by the place it lives in, then whole gigs as models. */
final class AssistantPage {
    private AssistantPage() {}

    static List<String> of(List<WordDoc> words, Map<String, String> scaffolds) {
        List<String> lines = new ArrayList<>(List.of(
                "# Writing gigs for Roadcase",
                "",
                "A gig is a script in a small language on Groovy, compiled statically. Only the words below exist:",
                "no imports, classes, files, threads, sleeping or annotations. Loops, lists, maps and local variables",
                "are fine. Gear is named first, at the top. A line begins with gear or a part of it, goes on in signal",
                "order with dots, and is complete only when it ends somewhere. A block is a place: what is written",
                "inside holds there. Quantities carry their unit; channels and strips count from 1; note, CC and",
                "program numbers are those on the wire, 0 to 127; note names are words, middle C is C4 = 60. Negative",
                "values go in parentheses. Prove every gig with `roadcase check FILE`: silence means it is right, else",
                "it names line and column.",
                ""));
        Map<String, List<WordDoc>> byPlace = new LinkedHashMap<>();
        for (WordDoc word : words) byPlace.computeIfAbsent(word.livesIn(), p -> new ArrayList<>()).add(word);
        byPlace.forEach((place, there) -> {
            lines.add("## In: " + place);
            for (WordDoc word : there)
                lines.add("- `" + word.signature() + "`" + (word.gives().equals("-") ? "" : " → " + word.gives()) + ": "
                        + word.meaning());
            lines.add("");
        });
        scaffolds.forEach((name, text) -> {
            lines.add("## A whole gig: " + name);
            lines.add("```groovy");
            text.strip().lines().forEach(lines::add);
            lines.add("```");
            lines.add("");
        });
        return lines;
    }
}
