package roadcase.cli.rehearsal;

import java.io.IOException;
import java.util.Optional;

/** What happens in a rehearsal, in the order of its time. One thread. */
public interface Events {
    /**
     * The next event; empty at the end.
     *
     * @throws BadLine with a sentence; the next call goes on with what follows
     */
    Optional<Event> next() throws IOException, BadLine;

    /** Time of the last event that was given; after the end, when the music ends. */
    long nowNanos();
}
