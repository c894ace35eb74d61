package roadcase.cli;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import roadcase.midi.Message;
import roadcase.midi.Parameters;

/**
 * Says what passes at ports, one line per message: seconds, port, bytes, meaning; and beside the CCs that make an NRPN
 * or an RPN what they make. More than {@value #MOST_A_SECOND} lines a second are left out and counted: nobody reads
 * them, and a terminal may be slow.
 *
 * <p>One thread. Times are {@link System#nanoTime()} nanoseconds.
 */
final class TrafficLines {
    static final int MOST_A_SECOND = 200;
    /** How many ports are listened to for parameters, at most: peers and plugs come and go. */
    private static final int MOST_PORTS = 256;
    private static final int HEX_SHOWN = 24;
    private static final long SECOND = 1_000_000_000L;

    private final Consumer<String> lines;
    private final long start;
    private final Map<String, Parameters> parameters = new HashMap<>();
    private Shown shown;
    private long second;
    private int inThisSecond;
    private long leftOut;

    TrafficLines(Shown shown, long startNanos, Consumer<String> lines) {
        this.shown = shown;
        this.start = startNanos;
        this.second = startNanos;
        this.lines = lines;
    }

    /** Shows other messages from now on. */
    void show(Shown other) {
        shown = other;
    }

    /** @param port with its way, where both are shown: {@code from Keys} */
    void passed(long nanos, String port, Message message) {
        tick(nanos);
        if (shown.shows(message)) say(() -> line(nanos - start, port, message));
        if (message.isShort() && (message.packed() & 0xF0) == 0xB0) parameter(nanos, port, message);
    }

    private void parameter(long nanos, String port, Message cc) {
        int number = cc.bytes()[1];
        if (!Parameters.isPart(number)) return;
        if (!parameters.containsKey(port) && parameters.size() == MOST_PORTS) return;
        Parameters known = parameters.computeIfAbsent(port, p -> new Parameters());
        known.feed((cc.bytes()[0] & 0x0F) + 1, number, cc.bytes()[2], false, nanos);
        tell(nanos, port, known);
    }

    /** Time has passed: a half that waited for the other one goes alone, and what was left out is told. */
    void tick(long nanos) {
        parameters.forEach((port, known) -> {
            while (known.expire(nanos)) tell(nanos, port, known);
        });
        if (nanos - second < SECOND) return;
        if (leftOut > 0) lines.accept(leftOut + " messages were left out here: more than " + MOST_A_SECOND + " in a second");
        leftOut = 0;
        inThisSecond = 0;
        second = nanos;
    }

    private void tell(long nanos, String port, Parameters known) {
        for (int i = 0; i < known.size(); i++) {
            boolean nrpn = known.kind(i) == Parameters.NRPN;
            int channel = known.channel(i);
            int number = known.number(i);
            int value = known.value(i);
            if (shown.shows(nrpn ? Shown.Sort.NRPN : Shown.Sort.RPN, channel, number))
                say(() -> line(nanos - start, port, "", (nrpn ? "NRPN " : "RPN ") + number + " = " + value
                        + ", channel " + channel));
        }
    }

    private void say(Supplier<String> line) {
        if (inThisSecond++ < MOST_A_SECOND) lines.accept(line.get());
        else leftOut++;
    }

    /** {@code   12.345  Keystation  90 3C 64  note on 60 (C4) velocity 100, channel 1}. */
    static String line(long nanos, String port, Message message) {
        String hex = message.length() <= HEX_SHOWN ? message.hex()
                : message.hex().substring(0, HEX_SHOWN * 3 - 1) + " …";
        return line(nanos, port, hex, message.decoded());
    }

    private static String line(long nanos, String port, String hex, String meaning) {
        return String.format(Locale.ROOT, "%9.3f  %s  %-8s  %s", nanos / 1e9, port, hex, meaning);
    }
}
