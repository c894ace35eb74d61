package roadcase.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roadcase.cli.rehearsal.BadLine;
import roadcase.cli.rehearsal.Expectation;
import roadcase.cli.rehearsal.RehearsalRun;
import roadcase.files.AtomicFile;
import roadcase.rig.Memory;
import roadcase.rig.Remembered;
import roadcase.script.WordDoc;

/** Plays a gig in virtual time from events on standard input. */
@Command(
        name = "rehearse",
        header = "Plays a gig in virtual time, from events to events.",
        description = "Plays a gig in virtual time from events on standard input, one JSON object per line, and prints"
                + " what it sends. Nothing real is opened, and the same input always gives the same output.",
        footer = {
            "",
            "Example: roadcase rehearse friday.groovy < evening.jsonl",
            "In:      {\"t\":0.5,\"port\":\"Keys\",\"midi\":\"90 3C 64\"}",
            "         {\"t\":1,\"do\":\"reload\"}   also: vanish, return, panic, shell, tempo,",
            "                                quit, end",
            "Out:     {\"t\":0.500,\"port\":\"Synth\",\"midi\":\"90 3C 64\"}",
            "Why:     {\"t\":0.500,\"why\":\"friday.groovy:4\",\"from\":\"Keys\",",
            "         \"midi\":\"90 3C 64\",\"took\":false,\"step\":\"channels\",",
            "         \"says\":\"line 4 lets only channel 6 pass; this came on channel 1\"}"
        })
final class RehearseCommand implements Callable<Integer> {
    @Parameters(paramLabel = "GIG.groovy", description = "the gig")
    private String gig;

    @Option(names = "--lights", description = "also write down lights by their names")
    private boolean lights;

    @Option(names = "--why",
            description = "also tell for each message which lines took it, and which refused it and where")
    private boolean why;

    @Option(names = "--state", paramLabel = "FILE",
            description = "begin with what this memory.json holds; it is not changed")
    private String state;

    @Option(names = "--expect", paramLabel = "FILE",
            description = "compare with these lines (order matters within a port) and end with 1 if they differ")
    private String expected;

    private final Face face;

    RehearseCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() throws IOException {
        Path path = face.path(gig);
        Remembered remembered = state == null ? Remembered.NOTHING : remembered(face.path(state));
        Expectation expectation = expected == null ? null : expectation(face.path(expected));
        List<String> lines = new ArrayList<>();
        List<WordDoc> words = Languages.installed().words();
        RehearsalRun run = new RehearsalRun(face.gigs(), path, remembered, lights, why, words, line -> {
            face.out().println(line);
            if (expectation != null) lines.add(line);
        });
        if (!run.play(face.in())) return Main.MISTAKE;
        if (expectation == null) return Main.FINE;
        List<String> differences = expectation.differences(lines);
        differences.forEach(face.err()::println);
        return differences.isEmpty() ? Main.FINE : Main.MISTAKE;
    }

    private static Expectation expectation(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Expectation.read(in);
        } catch (BadLine bad) {
            throw new Mistake(file + ", " + bad.getMessage());
        } catch (IOException e) {
            throw new Mistake(file + " cannot be read: is the name right?");
        }
    }

    /** Read from a copy, because reading a memory may put a spoilt one aside, and this one is not ours. */
    private static Remembered remembered(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Mistake(file + " cannot be read: is the name right?");
        }
        String fault = Memory.unusable(bytes);
        if (fault != null) throw new Mistake(file + " is no memory of a gig: " + fault);
        Path copy = Files.createTempFile("roadcase", ".json");
        try {
            Files.write(copy, bytes);
            Memory memory = new Memory(new AtomicFile(copy, Memory::unusable), "", Clock.systemUTC());
            return new Remembered(memory.load().entries());
        } finally {
            Files.delete(copy);
        }
    }
}
