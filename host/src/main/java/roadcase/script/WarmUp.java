package roadcase.script;

import groovy.lang.Script;
import java.util.List;
import roadcase.rig.Declared;
import roadcase.rig.DryRun;
import roadcase.rig.RigBuilder;
import roadcase.rig.plan.Origin;

/**
 * Compiles about ten small scripts in the background and rehearses them, so that neither the first save on stage nor the
 * first press of a button pays for a cold JVM. What is rehearsed are the words' own examples; nothing is sent anywhere.
 */
public final class WarmUp {
    private static final int SCRIPTS = 10;

    private WarmUp() {}

    /** Starts at once and returns. */
    public static Thread start(Compiler compiler) {
        Thread thread = new Thread(null, () -> run(compiler), "roadcase-warm-up", 16L << 20);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        return thread;
    }

    private static void run(Compiler compiler) {
        List<WordDoc> words = compiler.dialect().words();
        int step = Math.max(1, words.size() / SCRIPTS);
        for (int i = 0; i < words.size(); i += step) {
            try {
                rehearse(compiler, words.get(i).example());
            } catch (NotCompiled | RuntimeException anExampleIsWrong) {
                // The Specs of the words find that; even so the house got warmer.
                continue;
            }
        }
    }

    private static void rehearse(Compiler compiler, String example) throws NotCompiled {
        ClassLoader language = compiler.dialect().scriptBase().getClassLoader();
        Compiled compiled = compiler.script("warm-up.groovy", example, Compiled.NOTHING, language);
        try (Generation generation = new Generation(language)) {
            generation.add(compiled);
            DryRun.play(declared(compiler.dialect(), generation, compiled));
        }
    }

    private static Declared declared(Dialect dialect, Generation generation, Compiled compiled) {
        RigBuilder rig = new RigBuilder("warm-up");
        try {
            Script script = (Script) generation.load(compiled.main()).getDeclaredConstructor().newInstance();
            dialect.begin(script, new Reading() {
                @Override
                public RigBuilder rig() {
                    return rig;
                }

                @Override
                public void include(String file, String as, Origin origin) {
                    // There are no other files to warm up with.
                }
            });
            script.run();
            return rig.finish();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an example cannot be made: " + compiled.main(), e);
        }
    }
}
