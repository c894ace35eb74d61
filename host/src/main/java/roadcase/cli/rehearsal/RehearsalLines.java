package roadcase.cli.rehearsal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The lines of an input of any length, each with a bound, so that a file that is no rehearsal cannot fill the memory.
 * UTF-8; Windows line ends and a byte-order mark are left out. One thread.
 */
final class RehearsalLines {
    /** Room for the longest SysEx (64 KiB as hex with spaces) several times over. */
    static final int MAX_BYTES = 1 << 20;

    private final InputStream in;
    private int number;
    private boolean tooLong;

    RehearsalLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next line without its end, or null at the end of the input. */
    String next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        tooLong = false;
        int b = in.read();
        if (b < 0) return null;
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (bytes.size() < MAX_BYTES) bytes.write(b);
            else tooLong = true;
        }
        number++;
        String line = bytes.toString(StandardCharsets.UTF_8);
        if (number == 1 && line.startsWith("\uFEFF")) line = line.substring(1);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** Number of the line given last, from 1. */
    int number() {
        return number;
    }

    /** Whether the line given last was cut. */
    boolean tooLong() {
        return tooLong;
    }
}
