package roadcase.cli.shell;

import java.util.List;
import java.util.stream.Stream;
import roadcase.script.Prompt;
import roadcase.script.ScriptError;

/**
 * What a line at the shell brought.
 *
 * @param lines to show
 * @param errors of scripts, with their places
 * @param mistake what was wrong with the line itself, as a sentence, or null
 * @param quit whether the show is to end
 */
public record Reply(List<String> lines, List<ScriptError> errors, String mistake, boolean quit) {
    public Reply {
        lines = List.copyOf(lines);
        errors = List.copyOf(errors);
    }

    public static Reply lines(List<String> lines) {
        return new Reply(lines, List.of(), null, false);
    }

    public static Reply said(String... lines) {
        return lines(List.of(lines));
    }

    public static Reply mistake(String sentence) {
        return new Reply(List.of(), List.of(), sentence, false);
    }

    public static Reply errors(List<ScriptError> errors) {
        return new Reply(List.of(), errors, null, false);
    }

    /** What a line of the language gave. */
    public static Reply answer(Prompt.Answer answer) {
        if (answer.error() != null) return errors(List.of(answer.error()));
        return answer.value().isEmpty() ? said() : said(answer.value());
    }

    static Reply quitting() {
        return new Reply(List.of(), List.of(), null, true);
    }

    /** Everything as text for a terminal. */
    public List<String> text() {
        return Stream.of(
                        lines.stream(),
                        errors.stream().flatMap(e -> e.withMark().lines()),
                        Stream.ofNullable(mistake))
                .flatMap(s -> s)
                .toList();
    }
}
