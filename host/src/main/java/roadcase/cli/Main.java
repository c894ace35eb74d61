package roadcase.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import roadcase.midi.MidiFault;
import roadcase.rig.Spelling;

/** The one entry: reads the command line and runs one command. Exit codes: 0 fine, 1 a mistake of the user, 2 ours. */
@Command(
        name = "roadcase",
        description = "A scripting host for live performance.",
        versionProvider = Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example: roadcase demo", "`roadcase COMMAND --help` says more about each."})
public final class Main {
    static final int FINE = 0;
    static final int MISTAKE = 1;
    static final int FAULT = 2;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(Face.ofProcess(), args));
    }

    /** Runs one command and gives its exit code; never throws. */
    public static int run(Face face, String... args) {
        CommandLine line = commandLine(face);
        if (args.length == 0) {
            line.usage(face.err());
            return MISTAKE;
        }
        try {
            return line.execute(args);
        } catch (Error e) {
            return failed(face, e);
        }
    }

    static CommandLine commandLine(Face face) {
        CommandLine line = new CommandLine(new Main());
        List<Object> commands = List.of(
                new DemoCommand(face), new PlayCommand(face), new CheckCommand(face), new RehearseCommand(face),
                new RenderCommand(face),
                new ExplainCommand(face), new PortsCommand(face), new MonitorCommand(face), new LightsCommand(face),
                new NewCommand(face),
                new ImportCommand(face), new WordsCommand(face), new DoctorCommand(face), new BenchCommand(face),
                new DeskCommand(face));
        commands.forEach(line::addSubcommand);
        line.getCommandSpec().mixinStandardHelpOptions(true);
        for (CommandLine command : line.getSubcommands().values())
            command.getCommandSpec().mixinStandardHelpOptions(true);
        line.setOut(writer(face.out())).setErr(writer(face.err()));
        line.setUsageHelpAutoWidth(false).setUsageHelpWidth(80);
        line.setExecutionStrategy(new CommandLine.RunLast());
        line.setParameterExceptionHandler((e, given) -> wrong(face, e));
        line.setExecutionExceptionHandler((e, at, parsed) -> failed(face, e));
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int wrong(Face face, ParameterException e) {
        CommandLine at = e.getCommandLine();
        boolean noCommand = e instanceof UnmatchedArgumentException && at.getParent() == null;
        if (noCommand) {
            String given = ((UnmatchedArgumentException) e).getUnmatched().get(0);
            face.err().println("There is no command '" + given + "'"
                    + Spelling.didYouMean(given, at.getSubcommands().keySet()));
        } else {
            face.err().println(e.getMessage());
        }
        face.err().println("`" + at.getCommandSpec().qualifiedName() + " --help` says what there is.");
        return MISTAKE;
    }

    private static int failed(Face face, Throwable e) {
        if (e instanceof Mistake || e instanceof MidiFault) {
            face.err().println(e.getMessage());
            return MISTAKE;
        }
        Optional<Path> log = FaultLog.write(face.folders().state(), e);
        String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        face.err().println("This is a fault of Roadcase, not yours: " + said + ". "
                + log.map(file -> "The details are in " + file + ": please report them.")
                        .orElse("The details could not be written down: " + face.folders().state()
                                + " cannot be written to."));
        return FAULT;
    }
}
