package roadcase.script;

import groovy.lang.Binding;
import groovy.lang.Script;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import roadcase.rig.RigBuilder;
import roadcase.rig.ScriptThread;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.RigError;

/**
 * A line of the language, said to the rig that plays: {@code four.go('C')}. It sees the gig's top-level names and is
 * compiled and checked like a script; words that build the rig are refused.
 *
 * <p>Any thread, which waits for the line at most {@link #DEADLINE_NANOS}; the line runs on a thread of its own.
 */
public final class Prompt {
    /** How long a line may take. */
    public static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long GRACE_MILLIS = 500;

    private final CachedCompiler compiler;

    public Prompt(CachedCompiler compiler) {
        this.compiler = compiler;
    }

    /**
     * What a line gave.
     *
     * @param value as text, or empty where it gave nothing
     * @param error what was wrong, or null
     */
    public record Answer(String value, ScriptError error) {}

    /**
     * Says a line.
     *
     * @param builder of the rig that plays
     * @param names of its scripts
     */
    public Answer say(String line, RigBuilder builder, Names names) {
        Generation generation = new Generation(compiler.dialect().scriptBase().getClassLoader());
        try {
            generation.add(names.lib());
            Compiled compiled = compiler.line(line, names.lib(), generation.loader(), names.types());
            generation.add(compiled);
            return run(line, instance(generation, compiled), builder, names, generation);
        } catch (NotCompiled e) {
            return new Answer("", e.errors().get(0));
        } catch (LinkageError e) {
            return new Answer("", Trouble.of(e, generation, Compiler.PROMPT, file -> line));
        }
    }

    private static Script instance(Generation generation, Compiled compiled) {
        try {
            return (Script) generation.load(compiled.main()).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a compiled line cannot be made: " + compiled.main(), e);
        }
    }

    private Answer run(String line, Script script, RigBuilder builder, Names names, Generation generation) {
        compiler.dialect().begin(script, new Reading() {
            @Override
            public RigBuilder rig() {
                return builder;
            }

            @Override
            public void include(String file, String as, Origin origin) {
                throw new RigError(origin, "'include' builds the rig and cannot be said at the prompt");
            }
        });
        script.setBinding(new Binding(names.values()));
        AtomicReference<Answer> answer = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<Long> turn = new AtomicReference<>(0L);
        ScriptThread thread = new ScriptThread(null, () -> {
            turn.set(((ScriptThread) Thread.currentThread()).beginTurn());
            try {
                Object value = script.run();
                answer.set(new Answer(value == null ? "" : value.toString(), null));
            } catch (RuntimeException | Error e) {
                answer.set(new Answer("", Trouble.of(e, generation, Compiler.PROMPT, file -> line)));
            } finally {
                ended.countDown();
            }
        }, "roadcase-prompt", 0);
        thread.start();
        return await(thread, turn, ended) ? answer.get()
                : new Answer("", new ScriptError(Compiler.PROMPT, 1, 1, "this line took longer than "
                        + TimeUnit.NANOSECONDS.toSeconds(DEADLINE_NANOS) + " seconds and was stopped", line));
    }

    private static boolean await(ScriptThread thread, AtomicReference<Long> turn, CountDownLatch ended) {
        try {
            if (ended.await(DEADLINE_NANOS, TimeUnit.NANOSECONDS)) return true;
            thread.cancel(turn.get());
            ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
