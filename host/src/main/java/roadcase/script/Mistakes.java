package roadcase.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import roadcase.rig.Spelling;

/** Makes each file's first mistake of what the compiler collected; the others are often only its consequences. */
final class Mistakes {
    private Mistakes() {}

    /**
     * @param file from the compiler's name of a source to the player's name of the file
     * @param text of a file, by the player's name
     */
    static List<ScriptError> of(ErrorCollector collector, Function<String, String> file, Function<String, String> text,
            TypeNames types) {
        List<ScriptError> all = new ArrayList<>();
        if (collector.getErrors() != null)
            for (Message message : collector.getErrors()) all.add(one(message, file, text, types));
        all.sort(Comparator.comparing((ScriptError e) -> e.line()));
        Map<String, ScriptError> first = new LinkedHashMap<>();
        for (ScriptError error : all) first.putIfAbsent(error.file(), error);
        return List.copyOf(first.values());
    }

    private static ScriptError one(Message message, Function<String, String> file, Function<String, String> text,
            TypeNames types) {
        if (message instanceof SyntaxErrorMessage syntax) {
            SyntaxException cause = syntax.getCause();
            String name = file.apply(cause.getSourceLocator());
            String lines = text.apply(name);
            if (isParsers(cause)) {
                Brackets.Found found = Syntax.explain(lines, cause.getLine(), cause.getStartColumn(),
                        cause.getOriginalMessage());
                return at(name, found.line(), found.column(), found.sentence(), lines);
            }
            return at(name, cause.getLine(), cause.getStartColumn(), sentence(cause, types), lines);
        }
        if (message instanceof ExceptionMessage other)
            return new ScriptError(file.apply(null), 0, 0, broke(other.getCause()), "");
        return new ScriptError(file.apply(null), 0, 0, "this cannot be understood", "");
    }

    private static boolean isParsers(SyntaxException cause) {
        return !(cause instanceof Told) && cause.getOriginalMessage()
                .matches("(?s)(Unexpected|unexpected|Missing|token recog).*");
    }

    private static String sentence(SyntaxException cause, TypeNames types) {
        String message = cause.getOriginalMessage();
        if (cause instanceof Told) return message;
        String said = Reword.parser(message);
        if (message.startsWith("unable to resolve class ")) {
            String name = message.substring("unable to resolve class ".length()).strip().split("\\s")[0];
            return said + Spelling.didYouMean(name, types.names());
        }
        return said;
    }

    /** What the compiler died of. */
    static String broke(Throwable cause) {
        if (cause instanceof StackOverflowError) return "this is nested too deeply: divide it";
        if (String.valueOf(cause).contains("TooLarge"))
            return "this file is too long: put parts of it into files of their own and include them";
        return Reword.clean("this cannot be compiled: " + cause.getMessage());
    }

    static ScriptError at(String file, int line, int column, String sentence, String text) {
        return new ScriptError(file, Math.max(line, 0), Math.max(column, 0), sentence, line(text, line));
    }

    static String line(String text, int number) {
        if (text == null || number < 1) return "";
        String[] lines = text.split("\n", -1);
        return number > lines.length ? "" : lines[number - 1];
    }
}
