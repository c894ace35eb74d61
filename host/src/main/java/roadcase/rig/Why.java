package roadcase.rig;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import roadcase.midi.Message;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.plan.DevicePlan;

/**
 * Who asks why: follows messages while they play, keeps the last ones, and says what would become of one that nobody
 * plays. While nobody asks, nothing is followed.
 *
 * <p>The Conductor's thread.
 */
public final class Why {
    /** How many messages are kept. */
    public static final int KEPT = 50;
    /** Of how many lines that refused a message is told, at most. */
    static final int MOST_REFUSED = 200;
    /** On stage the music goes first. */
    static final int MOST_A_SECOND = 200;

    private final Stage stage;
    private final Player player;
    private final Deque<Trace> last = new ArrayDeque<>();
    private Consumer<Trace> follower;
    private boolean watches;

    Why(Stage stage, Player player) {
        this.stage = stage;
        this.player = player;
    }

    /** Tells of each message from now on, however many and however long it takes: for rehearsals. */
    public void follow(Consumer<Trace> told) {
        follower = told;
        begin();
    }

    /** Keeps the last {@value #KEPT} messages from now on. */
    public void watch() {
        watches = true;
        begin();
    }

    /** Ends {@link #watch}; what was kept is forgotten. */
    public void rest() {
        watches = false;
        last.clear();
        begin();
    }

    private void begin() {
        if (follower != null) stage.follow(new Tracer(stage.ports, Integer.MAX_VALUE, Integer.MAX_VALUE, this::keep));
        else stage.follow(watches ? new Tracer(stage.ports, MOST_REFUSED, MOST_A_SECOND, this::keep) : null);
    }

    private void keep(Trace trace) {
        if (follower != null) follower.accept(trace);
        if (!watches) return;
        if (last.size() == KEPT) last.removeFirst();
        last.addLast(trace);
    }

    /**
     * What was kept.
     *
     * @param last the newest last
     * @param leftOut how many messages came too fast to be followed
     */
    public record Watched(List<Trace> last, long leftOut) {}

    /** What was kept, or empty where nobody watches. */
    public Optional<Watched> watched() {
        return watches ? Optional.of(new Watched(List.copyOf(last), stage.tracer.leftOut())) : Optional.empty();
    }

    /**
     * What would become of a message that came in now. Nothing is played, and what is held is not weighed: a key that
     * goes up ends what it began, whatever the lines say.
     *
     * @return null where there is no such input
     */
    public Trace would(String port, Message message) {
        int input = input(port);
        return input < 0 ? null : new Supposed(stage, player).trace(input, message);
    }

    private int input(String port) {
        for (DevicePlan device : stage.rig().devices())
            if (device.name().equals(port)) return stage.ports.number(device.in());
        int input = stage.ports.find(Direction.INPUT, port);
        return input >= 0 && stage.wiring().present[input] ? input : -1;
    }
}
