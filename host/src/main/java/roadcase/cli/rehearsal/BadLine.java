package roadcase.cli.rehearsal;

/** A line of a rehearsal that cannot be played; the message is a sentence that names the line's number. */
public final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    BadLine(int line, String sentence) {
        super("line " + line + ": " + sentence);
    }
}
