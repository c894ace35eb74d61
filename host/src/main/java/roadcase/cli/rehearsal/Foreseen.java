package roadcase.cli.rehearsal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The events of a rehearsal, of which the first can be looked at before the gig begins: the ports that they name tell
 * which generation of a device plays. One thread.
 */
final class Foreseen implements Events {
    /** How many events may be read before the gig begins. */
    private static final int MOST = 1_000;

    private final Events reader;
    private final Deque<Read> ahead = new ArrayDeque<>();
    private long now;

    private record Read(Optional<Event> event, BadLine bad, long nanos) {}

    Foreseen(Events reader) {
        this.reader = reader;
    }

    /** The ports of the next thousand events, each once. */
    Set<String> ports() throws IOException {
        Set<String> ports = new LinkedHashSet<>();
        for (int i = 0; i < MOST; i++) {
            Read read = read();
            ahead.add(read);
            if (read.bad() != null) continue;
            if (read.event().isEmpty()) break;
            Event event = read.event().get();
            if (event instanceof Event.Midi midi) ports.add(midi.port());
            else if (event instanceof Event.Vanish vanish) ports.add(vanish.port());
            else if (event instanceof Event.Return back) ports.add(back.port());
        }
        return ports;
    }

    @Override
    public Optional<Event> next() throws IOException, BadLine {
        Read read = ahead.isEmpty() ? read() : ahead.remove();
        now = read.nanos();
        if (read.bad() != null) throw read.bad();
        return read.event();
    }

    private Read read() throws IOException {
        try {
            Optional<Event> event = reader.next();
            return new Read(event, null, reader.nowNanos());
        } catch (BadLine bad) {
            return new Read(Optional.empty(), bad, reader.nowNanos());
        }
    }

    @Override
    public long nowNanos() {
        return now;
    }
}
