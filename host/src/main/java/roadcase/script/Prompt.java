package roadcase.script;

import groovy.lang.Binding;
import groovy.lang.GroovyClassLoader;
import groovy.lang.MissingPropertyException;
import groovy.lang.Script;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import roadcase.rig.RigBuilder;
import roadcase.rig.ScriptThread;
import roadcase.rig.plan.RigError;

/**
 * Says a line in the words of the language to the rig that plays. What a gig names at its top level is known by its
 * name; what an included file names, as {@code file.name}. Trusted: dynamic, with all of Groovy.
 *
 * <p>Any thread, one at a time; a line has five seconds.
 */
public final class Prompt {
    private static final long DEADLINE_SECONDS = 5;
    private static final long GRACE_MILLIS = 500;
    private static final String BUILDS = " and cannot be said inside a reaction";

    private final Dialect dialect;
    private final Reading reading;
    private final Binding names;
    private final ClassLoader seen;
    private int lines;

    /** @param reading that is over: what would build is refused by it */
    Prompt(Dialect dialect, Reading reading, Map<String, Object> names, ClassLoader seen) {
        this.dialect = dialect;
        this.reading = reading;
        this.names = new Binding(names);
        this.seen = seen;
    }

    /**
     * What came of a line; at most one of the two is there.
     *
     * @param text what it gave, or empty
     * @param fault what is wrong with it, as a sentence, or null
     */
    public record Said(String text, String fault) {}

    /** Names that may be used. */
    @SuppressWarnings("unchecked")
    public Set<String> names() {
        return new TreeSet<>(((Map<String, Object>) names.getVariables()).keySet());
    }

    public Said say(String line) {
        AtomicReference<Said> answer = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        ScriptThread thread = new ScriptThread(() -> {
            try {
                answer.set(evaluate(line));
            } finally {
                ended.countDown();
            }
        }, "roadcase-prompt");
        long turn = thread.beginTurn();
        thread.start();
        try {
            if (ended.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) return answer.get();
            thread.cancel(turn);
            ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            thread.cancel(turn);
            Thread.currentThread().interrupt();
        }
        return new Said("", "this took longer than " + DEADLINE_SECONDS + " seconds and was stopped");
    }

    private Said evaluate(String line) {
        try (GroovyClassLoader loader = new GroovyClassLoader(seen, configuration())) {
            String name = RigBuilder.SCRIPT_CLASS + "prompt_" + ++lines;
            Script script = (Script) loader.parseClass(line, name + ".groovy").getDeclaredConstructor().newInstance();
            script.setBinding(names);
            dialect.begin(script, reading);
            return new Said(shown(script.run()), null);
        } catch (RigError e) {
            return new Said("", sentence(e));
        } catch (MultipleCompilationErrorsException e) {
            return new Said("", compiling(e));
        } catch (CompilationFailedException | ReflectiveOperationException | IOException e) {
            return new Said("", "this line cannot be understood: " + Reword.clean(String.valueOf(e.getMessage())));
        } catch (MissingPropertyException e) {
            return new Said("", "nobody here is called '" + e.getProperty() + "'" + Spelling.didYouMean(e.getProperty(), names()));
        } catch (RuntimeException | Error e) {
            return new Said("", Trouble.sentence(e));
        }
    }

    private CompilerConfiguration configuration() {
        ImportCustomizer imports = new ImportCustomizer();
        for (String in : dialect.starImports()) imports.addStarImports(in);
        for (String of : dialect.staticStarImports()) imports.addStaticStars(of);
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setTargetBytecode(CompilerConfiguration.JDK17);
        configuration.setScriptBaseClass(dialect.scriptBase().getName());
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        configuration.addCompilationCustomizers(imports, new CancelTransform());
        return configuration;
    }

    private static String sentence(RigError e) {
        String said = e.getMessage();
        int builds = said.indexOf(BUILDS);
        return builds < 0 ? said : said.substring(0, builds) + ", which nothing typed here does: write it into the file and save";
    }

    private static String compiling(MultipleCompilationErrorsException e) {
        Object first = e.getErrorCollector().getErrors().get(0);
        String said = first instanceof SyntaxErrorMessage m ? m.getCause().getOriginalMessage() : e.getMessage();
        return "this line cannot be understood: " + Reword.clean(said);
    }

    /** Numbers, texts, yes and no; of gear and other things of the language nothing that a player could read. */
    private static String shown(Object value) {
        if (value instanceof Boolean yes) return yes ? "yes" : "no";
        String text = String.valueOf(value);
        return value == null || text.matches("(?s)[\\w.$]+@[0-9a-f]+") ? "" : text;
    }
}
