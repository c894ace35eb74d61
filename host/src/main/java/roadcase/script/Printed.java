package roadcase.script;

import java.util.function.Consumer;

/**
 * Where {@code println} of a script goes: to the faces, never straight to the terminal, which may carry the shell or a
 * rehearsal. Any thread.
 */
public final class Printed {
    private static volatile Consumer<String> listener = System.err::println;

    private Printed() {}

    /** Hears every line that a script prints from now on; called on the script's thread. */
    public static void to(Consumer<String> newListener) {
        listener = newListener;
    }

    public static void println() {
        listener.accept("");
    }

    public static void println(Object what) {
        listener.accept(String.valueOf(what));
    }

    /** The same as println: a line is the smallest thing a face can show. */
    public static void print(Object what) {
        println(what);
    }
}
