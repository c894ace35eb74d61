package roadcase.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Compiles about ten small scripts in the background, so that the first save on stage does not pay for a cold compiler.
 */
public final class WarmUp {
    private static final int SCRIPTS = 10;
    private static final List<String> PLAIN = List.of(
            "def a = [1, 2, 3].collect { it * 2 }\nif (a.size() > 2) println \"many: $a\"\n",
            "def names = ['one', 'two']\nfor (name in names) println name.toUpperCase()\n",
            "def add = { Integer x, Integer y -> x + y }\n"
                    + "int sum = 0\nfor (i in 1..8) sum = add(sum, i)\nprintln sum\n");

    private WarmUp() {}

    /** Starts at once and returns; the words' own examples are compiled, then plain ones. */
    public static Thread start(Compiler compiler) {
        Thread thread = new Thread(null, () -> run(compiler), "roadcase-warm-up", 16L << 20);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        return thread;
    }

    private static void run(Compiler compiler) {
        List<String> scripts = new ArrayList<>();
        for (WordDoc word : compiler.dialect().words()) if (scripts.size() < SCRIPTS) scripts.add(word.example());
        for (int i = 0; scripts.size() < SCRIPTS; i++) scripts.add(PLAIN.get(i % PLAIN.size()));
        ClassLoader language = compiler.dialect().scriptBase().getClassLoader();
        for (String script : scripts) {
            try {
                compiler.script("warm-up.groovy", script, Compiled.NOTHING, language);
            } catch (NotCompiled anExampleIsWrong) {
                // The Spec of the words finds that; even so the compiler got warmer.
                continue;
            }
        }
    }
}
