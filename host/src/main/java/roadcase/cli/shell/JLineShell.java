package roadcase.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Signals;
import roadcase.script.WordDoc;

/**
 * A shell on a terminal: history, completion, and a status line where the terminal can.
 *
 * <p>{@link #run} belongs to one thread, {@link #show} to any; a thread of its own keeps the status line fresh.
 */
public final class JLineShell implements Shell {
    private static final String PROMPT = "roadcase> ";
    private static final long STATUS_EVERY_MS = 500;

    private final ShellCommands commands;
    private final Supplier<Status> status;
    private final Terminal terminal;
    private final LineReader reader;
    private volatile Thread reading;
    private volatile boolean closed;

    /** @param history where typed lines are kept between evenings */
    public JLineShell(Terminal terminal, ShellCommands commands, Playing playing,
            List<WordDoc> words, Path history) {
        this.terminal = terminal;
        this.commands = commands;
        this.status = playing::status;
        Completions completions = new Completions(commands, playing, words);
        DefaultParser parser = new DefaultParser();
        // A backslash belongs to the words of the language, not to the shell.
        parser.setEscapeChars(null);
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("roadcase")
                .parser(parser)
                .completer((r, line, candidates) -> complete(line, completions, candidates))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .variable(LineReader.HISTORY_SIZE, 1000)
                .variable(LineReader.HISTORY_FILE_SIZE, 5000)
                .build();
        if (writable(history)) reader.setVariable(LineReader.HISTORY_FILE, history);
    }

    /** After a command or what it takes a space follows; after a word of the language a dot or a bracket may. */
    private void complete(ParsedLine line, Completions completions, List<Candidate> candidates) {
        List<String> before = line.words().subList(0, Math.max(0, line.wordIndex()));
        for (String each : completions.after(before)) {
            boolean whole = commands.names().contains(before.isEmpty() ? each : before.get(0));
            candidates.add(new Candidate(each, each, null, null, null, null, whole));
        }
    }

    /** JLine fails at every line where the folder of its history is missing; then there is none. */
    private static boolean writable(Path history) {
        try {
            Files.createDirectories(history.getParent());
            return Files.isWritable(history.getParent());
        } catch (IOException refused) {
            return false;
        }
    }

    @Override
    public End run() {
        reading = Thread.currentThread();
        Object term = leaveOn("TERM", 15);
        Object hup = leaveOn("HUP", 1);
        try {
            return converse();
        } finally {
            Signals.unregister("TERM", term);
            Signals.unregister("HUP", hup);
        }
    }

    private End converse() {
        Thread foot = new Thread(this::keepStatus, "roadcase status line");
        foot.setDaemon(true);
        foot.start();
        while (!closed) {
            try {
                Reply reply = commands.execute(reader.readLine(PROMPT));
                reply.text().forEach(this::show);
                if (reply.quit()) return End.QUIT;
            } catch (UserInterruptException ctrlC) {
                // With something typed it clears the line, as in every shell; else it ends the show.
                if (ctrlC.getPartialLine().isBlank()) return End.QUIT;
            } catch (EndOfFileException ctrlD) {
                return End.QUIT;
            }
        }
        return End.SILENCE;
    }

    /** The process ends as without us, but takes the status line along, which JLine alone leaves behind. */
    private Object leaveOn(String signal, int number) {
        return Signals.register(signal, () -> {
            hideStatus();
            System.exit(128 + number);
        });
    }

    @Override
    public void show(String line) {
        reader.printAbove(line);
    }

    private void keepStatus() {
        org.jline.utils.Status foot = org.jline.utils.Status.getStatus(terminal);
        if (foot == null) return;
        while (!closed) {
            try {
                int width = Math.max(20, terminal.getWidth() - 1);
                foot.update(List.of(new AttributedString(statusLine(width), AttributedStyle.DEFAULT.inverse())));
            } catch (RuntimeException gone) {
                // The terminal was closed under us: it has no foot any more.
                return;
            }
            try {
                Thread.sleep(STATUS_EVERY_MS);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    private String statusLine(int width) {
        try {
            return status.get().line(width);
        } catch (RuntimeException fault) {
            String said = String.valueOf(fault.getMessage());
            return said.substring(0, Math.min(width, said.length()));
        }
    }

    @Override
    public void close() {
        hideStatus();
        Thread reader = reading;
        if (reader != null && reader != Thread.currentThread()) reader.interrupt();
        try {
            terminal.close();
        } catch (IOException gone) {
            // A terminal that was pulled away needs no tidying.
            return;
        }
    }

    private void hideStatus() {
        closed = true;
        org.jline.utils.Status foot = org.jline.utils.Status.getStatus(terminal, false);
        if (foot != null) foot.hide();
    }
}
