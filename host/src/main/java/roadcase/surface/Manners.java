package roadcase.surface;

import java.util.List;

/**
 * How a unit wants to be spoken to, beside its lights, and what it says of itself.
 *
 * @param greeting SysEx messages in hex, sent before its first lights
 * @param quietNanos how long nothing is sent after the greeting
 * @param farewell SysEx messages in hex, sent when it is not used any more
 * @param reports what it tells of itself
 * @param darkens whether it darkens the light of a button by itself when that is let go
 * @param chords two buttons that change the unit's own mode when they are pressed together
 */
public record Manners(List<String> greeting, long quietNanos, List<String> farewell, List<Report> reports,
        boolean darkens, List<Chord> chords) {
    /** Of a unit that needs nothing and says nothing. */
    public static final Manners PLAIN = new Manners(List.of(), 0, List.of(), List.of(), false, List.of());

    public Manners {
        greeting = List.copyOf(greeting);
        farewell = List.copyOf(farewell);
        reports = List.copyOf(reports);
        chords = List.copyOf(chords);
    }

    /** Of a unit whose buttons are all ours. */
    public Manners(List<String> greeting, long quietNanos, List<String> farewell, List<Report> reports, boolean darkens) {
        this(greeting, quietNanos, farewell, reports, darkens, List.of());
    }

    /** Of a unit that leaves its lights alone. */
    public Manners(List<String> greeting, long quietNanos, List<String> farewell, List<Report> reports) {
        this(greeting, quietNanos, farewell, reports, false);
    }

    /** A button that is held, and one that is pressed then: names of controls. */
    public record Chord(String held, String pressed) {}

    /**
     * A SysEx that a unit sends by itself.
     *
     * @param head its bytes from F0 on; -1 is any byte
     * @param controls of a report of positions: the controls whose values follow, one byte each; of a change of mode, which
     *     may have darkened every light, empty
     */
    public record Report(List<Integer> head, List<String> controls) {
        public Report {
            head = List.copyOf(head);
            controls = List.copyOf(controls);
        }

        /** Whether a message is such a report, whole. */
        public boolean is(byte[] bytes, int length) {
            if (length < head.size() + controls.size() + 1) return false;
            for (int i = 0; i < head.size(); i++)
                if (head.get(i) >= 0 && (bytes[i] & 0xFF) != head.get(i)) return false;
            return true;
        }

        /** Where the control at {@code place} of {@link #controls} stands. */
        public int value(byte[] bytes, int place) {
            return bytes[head.size() + place] & 0x7F;
        }
    }
}
