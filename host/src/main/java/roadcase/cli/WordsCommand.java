package roadcase.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roadcase.script.Dialect;
import roadcase.rig.Spelling;
import roadcase.script.WordDoc;

/** The word table, made from the words' own documentation. */
@Command(
        name = "words",
        header = "Shows the words of a gig's language.",
        description = "Shows the words of a gig's language, or all about one of them.",
        footer = {"", "Example: roadcase words transpose"})
final class WordsCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "WORD",
            description = "the word to explain; without it: all, one line each")
    private String word;

    @ArgGroup
    private Form form;

    private final Face face;

    private static final class Form {
        @Option(names = "--json", description = "the same as JSON")
        private boolean json;

        @Option(names = "--for-assistants", description = "one page from which an AI assistant can write gigs")
        private boolean forAssistants;
    }

    WordsCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Dialect dialect = Languages.installed();
        List<WordDoc> words = word == null ? dialect.words() : named(dialect);
        if (form != null && form.json) {
            face.out().println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(words));
        } else if (form != null && form.forAssistants) {
            AssistantPage.of(words, dialect.scaffolds()).forEach(face.out()::println);
        } else if (word == null) {
            WordTable.table(words).forEach(face.out()::println);
            face.out().println();
            face.out().println("`roadcase words WORD` says how a word is written and where, with an example.");
        } else {
            for (WordDoc each : words) {
                if (each != words.get(0)) face.out().println();
                WordTable.entry(each).forEach(face.out()::println);
            }
        }
        return Main.FINE;
    }

    private List<WordDoc> named(Dialect dialect) {
        List<WordDoc> found = dialect.words().stream().filter(w -> w.word().equals(word)).toList();
        if (!found.isEmpty()) return found;
        List<String> known = dialect.words().stream().map(WordDoc::word).toList();
        throw new Mistake("There is no word '" + word + "'" + Spelling.didYouMean(word, known));
    }
}
