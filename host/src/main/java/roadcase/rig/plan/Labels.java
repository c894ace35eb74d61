package roadcase.rig.plan;

import java.util.List;
import roadcase.midi.Message;

/**
 * Names for the numbers of a slider, the first for its lowest. A name may stand for messages, which are then sent in
 * place of the slider's own.
 *
 * @param before what is sent before whatever is chosen, {@code after} what is sent after it
 */
public record Labels(List<Label> items, List<Command> before, List<Command> after) {
    public static final Labels NONE = new Labels(List.of(), List.of(), List.of());
    /** {@link Label#button} where there is none. */
    public static final int NO_BUTTON = -1;

    public Labels {
        items = List.copyOf(items);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Null where the list has no such place. */
    public Label at(int place) {
        return place >= 0 && place < items.size() ? items.get(place) : null;
    }

    /**
     * One name.
     *
     * @param commands what choosing it sends; none for the slider's own message
     * @param button whether a page has a button for it: the higher, the earlier in the row; or {@link #NO_BUTTON}
     */
    public record Label(String text, List<Command> commands, int button) {
        public Label {
            commands = List.copyOf(commands);
        }
    }

    /** One thing that choosing a name does. */
    public sealed interface Command {
        record Send(Message message) implements Command {}

        /** @param number 0..16383, as {@code value} */
        record Nrpn(int number, int value) implements Command {}

        /** What comes after this waits so much longer. */
        record Wait(long nanos) implements Command {}
    }
}
