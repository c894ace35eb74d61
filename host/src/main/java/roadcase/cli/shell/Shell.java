package roadcase.cli.shell;

/** Where a person, or a pipe, types at a show. */
public interface Shell extends AutoCloseable {
    /** Why a shell ended. */
    enum End {
        /** The person wants the show to end. */
        QUIT,
        /** Nothing more will come; nobody said that the show should end. */
        SILENCE
    }

    /** Reads and does lines until the end. Blocks its thread. */
    End run();

    /** Shows a line while somebody types. Any thread. */
    void show(String line);

    /** Makes {@link #run} return soon where that is possible. Any thread. */
    @Override
    void close();
}
