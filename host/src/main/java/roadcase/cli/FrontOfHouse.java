package roadcase.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import roadcase.cli.shell.JLineShell;
import roadcase.cli.shell.PlainShell;
import roadcase.cli.shell.Playing;
import roadcase.cli.shell.Shell;
import roadcase.cli.shell.ShellCommands;
import roadcase.script.WordDoc;

/** Where a show speaks to people: through the shell while there is one, else straight to the output. */
final class FrontOfHouse implements AutoCloseable {
    private final Face face;
    private final Herald herald;
    private volatile Shell shell;

    FrontOfHouse(Face face) {
        this.face = face;
        this.herald = new Herald(this::show);
    }

    Herald herald() {
        return herald;
    }

    private void show(String line) {
        Shell now = shell;
        if (now == null) face.out().println(line);
        else now.show(line);
    }

    /** A shell for this show: with all comfort on a terminal, plain on a pipe. */
    Shell shell(Playing playing, List<WordDoc> words) {
        ShellCommands commands = new ShellCommands(playing, words);
        shell = face.terminal() ? onTerminal(commands, playing, words)
                : new PlainShell(commands, face.in(), face.out());
        return shell;
    }

    private Shell onTerminal(ShellCommands commands, Playing playing, List<WordDoc> words) {
        Path history = face.folders().state().resolve("shell-history");
        try {
            Terminal terminal = TerminalBuilder.builder().name("Roadcase").system(true).dumb(true).build();
            return new JLineShell(terminal, commands, playing, words, history);
        } catch (IOException noTerminal) {
            face.err().println("This terminal cannot be used (" + noTerminal.getMessage()
                    + "): the shell is a plain one.");
            return new PlainShell(commands, face.in(), face.out());
        }
    }

    @Override
    public void close() {
        herald.close();
        Shell last = shell;
        shell = null;
        if (last != null) last.close();
    }
}
