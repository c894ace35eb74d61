package roadcase.script;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Groovy's own messages in plain sentences. What is not known here keeps its text, cleaned of class names. */
final class Reword {
    private record Rule(Pattern pattern, Function<MatchResult, String> sentence) {}

    private static final List<Rule> CHECKER = List.of(
            rule("Cannot assign value of type (.+) to variable of type (.+)",
                    m -> "this name holds " + kind(m.group(2)) + " and cannot take " + kind(m.group(1))),
            rule("Cannot find matching method (.+)#(\\w+)\\((.*)\\).*",
                    m -> kind(m.group(1)) + " has no word '" + m.group(2) + "' that takes (" + kinds(m.group(3)) + ")"),
            rule("Cannot find matching constructor (\\w+).*", m -> "'new " + m.group(1) + "' does not take this"),
            rule("No such (?:property|attribute): (\\w+) for class: (.+)", m -> kind(m.group(2)) + " has no '"
                    + m.group(1) + "'"),
            rule("Cannot set read-only property: (\\w+).*", m -> "'" + m.group(1) + "' can be read but not set"),
            rule("The variable \\[(\\w+)\\] is undeclared.*", m -> "nobody here is called '" + m.group(1) + "'"),
            rule("Inconvertible types: cannot cast (.+) to (.+)", m -> kind(m.group(1)) + " cannot become "
                    + kind(m.group(2))),
            rule("Cannot return value of type (.+) for (?:method|closure|lambda)? ?(?:expecting|returning) (.+)",
                    m -> "these braces must give " + kind(m.group(2)) + ", not " + kind(m.group(1))),
            rule("Cannot call closure that accepts (.*) with (.*)",
                    m -> "these braces take (" + kinds(m.group(1)) + "), not (" + kinds(m.group(2)) + ")"),
            rule("Incorrect parameter type\\(s\\)\\. Expected (.*) but found (.*)",
                    m -> "these braces take (" + kinds(m.group(2)) + ") but are given (" + kinds(m.group(1)) + ")"),
            rule("Expected type (.+) for (?:closure|lambda) parameter: (\\w+)", m -> "'" + m.group(2) + "' is "
                    + kind(m.group(1)) + " here"),
            rule("Cannot call (?:.+)#(\\w+)\\((.*)\\) with arguments \\[(.*)\\].*",
                    m -> "'" + m.group(1) + "' does not take (" + kinds(m.group(3)) + "); it takes ("
                            + kinds(m.group(2)) + ")"),
            rule("Wrong number of parameters.*", m -> "these braces name a wrong number of things before the ->"),
            rule("Cannot loop with element of type (.+) with collection of type (.+)",
                    m -> "what is in " + kind(m.group(2)) + " is not " + kind(m.group(1))),
            rule("Possible loss of precision.*", m -> "this number does not fit here"),
            rule("(?:c|C)annot resolve dynamic (?:method|property) name.*",
                    m -> "the word after the dot must be written out, not put together"),
            rule("The spread operator cannot be used.*", m ->
                    "'*' in front of a list does not work here: write its parts"),
            rule("Spread-dot operator.*", m -> "'*.' needs a list before it"),
            rule("You are trying to use a GString.*", m ->
                    "a text with $ does not fit into this list: add .toString()"),
            rule("Due to their dynamic nature, usage of categories.*", m -> Permits.noWord("use")),
            rule("Reference to method is ambiguous.*", m -> "this can be meant in more than one way"));

    private static final List<Rule> PARSER = List.of(
            rule("unable to resolve class (\\S+).*", m -> "nobody here is called '" + m.group(1) + "'"),
            rule("(?:The current scope already contains a variable of the name) (\\w+).*",
                    m -> "'" + m.group(1) + "' has been named before: choose another name"),
            rule("Ambiguous expression could be.*", m ->
                    "these braces are given to no word: is a word missing before them?"),
            rule("(?:No such|Invalid) (?:number|integer).*|.*[nN]umber.*too (?:large|big).*|.*ut of range.*",
                    m -> "this number is too large"),
            rule("You defined a method\\[(\\w+)\\] without a body.*", m -> "'" + m.group(1) + "' has no { } after it"),
            rule("Repetitive method name/signature for method '.*? (\\w+)\\(.*", m -> "the method '" + m.group(1)
                    + "' is there twice"),
            rule("Missing (\\w+)", m -> m.group(1) + " is missing"));

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("int", "a number"), Map.entry("java.lang.Integer", "a number"), Map.entry("long", "a number"),
            Map.entry("java.lang.Long", "a number"), Map.entry("double", "a number"),
                    Map.entry("java.lang.Double", "a number"),
            Map.entry("java.math.BigDecimal", "a number"), Map.entry("java.lang.Number", "a number"),
            Map.entry("java.lang.String", "'text'"), Map.entry("groovy.lang.GString", "'text'"),
            Map.entry("boolean", "yes or no"), Map.entry("java.lang.Boolean", "yes or no"),
            Map.entry("groovy.lang.IntRange", "a range like 0..127"), Map.entry("groovy.lang.Closure", "{ ... }"),
            Map.entry("java.lang.Object", "anything"), Map.entry("void", "nothing"),
            Map.entry("java.lang.Runnable", "{ ... }"), Map.entry("unknown parameter type", "nothing (null)"));

    private Reword() {}

    private static Rule rule(String pattern, Function<MatchResult, String> sentence) {
        return new Rule(Pattern.compile(pattern, Pattern.DOTALL), sentence);
    }

    /** A message of the type checker. */
    static String checker(String message) {
        return by(CHECKER, message.replace("[Static type checking] - ", "").strip());
    }

    /** A message of the parser or of the phases before type checking. */
    static String parser(String message) {
        return by(PARSER, message.strip());
    }

    private static String by(List<Rule> rules, String message) {
        for (Rule rule : rules) {
            Matcher m = rule.pattern.matcher(message);
            if (m.matches()) return rule.sentence.apply(m.toMatchResult());
        }
        return clean(message);
    }

    /** {@code a number} for {@code java.lang.Integer}; for a type of the language its own short name. */
    static String kind(String type) {
        String bare = type.startsWith("<") ? type.replaceAll("[<>]", "") : type.replaceAll("<.*>", "").strip();
        if (bare.endsWith("[]")) return kind(bare.substring(0, bare.length() - 2)) + "...";
        if (KINDS.containsKey(bare)) return KINDS.get(bare);
        if (bare.startsWith("java.util.") && bare.endsWith("List")) return "a list";
        if (bare.startsWith("java.util.") && bare.endsWith("Map")) return "name: value";
        return bare.replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "").replaceAll("\\w+[$]", "");
    }

    private static String kinds(String types) {
        String bare = types.replaceAll("[\\[\\]]", "").strip();
        if (bare.isEmpty()) return "";
        return String.join(", ", List.of(bare.split("\\s*,\\s*")).stream().map(Reword::kind).toList());
    }

    /** The first sentence without places, package names and internal class names. */
    static String clean(String message) {
        String text = message.replaceAll("(?s)\\s*@ line \\d+, column \\d+.*", "")
                .replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "")
                .replaceAll("roadcase_gig_\\w+", "the script").replaceAll("\\s+", " ").strip();
        int stop = text.indexOf(". ");
        String first = stop > 0 ? text.substring(0, stop) : text.replaceAll("\\.$", "");
        return first.isEmpty() ? "this cannot be understood" : first;
    }
}
