package roadcase.cli.demo;

import java.io.PrintStream;
import java.util.List;
import roadcase.midi.Message;

/**
 * Where the demo shows itself. On a terminal the lights stay at the foot and change in place; elsewhere they are
 * printed when they have changed and something is about to be said. Any thread.
 */
public final class DemoScreen {
    private final PrintStream out;
    private final boolean terminal;
    private final LightPicture picture;
    private boolean changed;
    private int drawn;

    /** @param terminal whether the cursor can be moved (ECMA-48) */
    public DemoScreen(PrintStream out, boolean terminal, LightPicture picture) {
        this.out = out;
        this.terminal = terminal;
        this.picture = picture;
    }

    public synchronized void say(String text) {
        settle();
        line("");
        line(text);
    }

    public synchronized void note(String text) {
        text.lines().forEach(l -> line("    " + l));
    }

    synchronized void heard(String port, Message message) {
        line(String.format("    %-16s %-9s %s", port, message.hex(), message.decoded()));
    }

    /** The device was sent this. */
    synchronized void light(Message message) {
        changed |= picture.sent(message);
        if (terminal && changed) {
            clear();
            draw();
            changed = false;
        }
    }

    /** Prints lights that changed and were not shown yet. */
    synchronized void settle() {
        if (terminal || !changed) return;
        changed = false;
        for (String row : picture.lines("#", ".")) out.println("        " + row);
    }

    private void line(String text) {
        clear();
        out.println(text);
        if (terminal) draw();
    }

    private void clear() {
        if (drawn > 0) out.print("\u001B[" + drawn + "A\u001B[J");
        drawn = 0;
    }

    private void draw() {
        List<String> rows = picture.lines("\u001B[33m●\u001B[0m", "·");
        out.println();
        for (String row : rows) out.println("        " + row);
        drawn = rows.size() + 1;
        out.flush();
    }
}
