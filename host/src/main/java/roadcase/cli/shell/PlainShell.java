package roadcase.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A shell on a pipe: lines in, lines out, nothing else. */
public final class PlainShell implements Shell {
    private final ShellCommands commands;
    private final BufferedReader in;
    private final PrintStream out;
    private volatile boolean closed;

    public PlainShell(ShellCommands commands, InputStream in, PrintStream out) {
        this.commands = commands;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    @Override
    public End run() {
        try {
            for (String line = in.readLine(); line != null && !closed; line = in.readLine()) {
                Reply reply = commands.execute(line);
                reply.text().forEach(out::println);
                if (reply.quit()) return End.QUIT;
            }
        } catch (IOException gone) {
            out.println("Nothing more can be read from here: " + gone.getMessage());
        }
        return End.SILENCE;
    }

    @Override
    public void show(String line) {
        out.println(line);
    }

    /** A blocked read cannot be woken; its thread must be a daemon. */
    @Override
    public void close() {
        closed = true;
    }
}
