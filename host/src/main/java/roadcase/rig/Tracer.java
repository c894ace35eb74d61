package roadcase.rig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import roadcase.midi.Kind;
import roadcase.midi.Message;
import roadcase.midi.Packed;
import roadcase.rig.PlayedControl.Claim;
import roadcase.rig.Trace.Deed;
import roadcase.rig.Trace.Line;
import roadcase.rig.Trace.Refusal;
import roadcase.rig.Trace.Refusal.Quiet;
import roadcase.rig.Trace.Refusal.Quiet.Cause;
import roadcase.rig.Trace.Seen;
import roadcase.rig.Trace.Sent;
import roadcase.rig.plan.Action;
import roadcase.rig.plan.Layer;
import roadcase.rig.plan.Reaction;
import roadcase.rig.plan.RoutePlan;
import roadcase.route.Event;
import roadcase.route.EventKind;
import roadcase.route.Wire;

/**
 * Follows messages through the lines while they play, and tells what became of each. That a line took a message is
 * never foreseen but written down as it happens; why one refused it is asked of {@link Foresight} just before.
 *
 * <p>The Conductor's thread. There is one only while somebody asks; it may allocate. Clock, active sensing and time
 * code, which come all the time, are not followed.
 */
final class Tracer {
    private final PortTable ports;
    private final Consumer<Trace> told;
    private final int mostRefused;
    private final int mostASecond;
    private long second;
    private int inThisSecond;
    private long leftOut;
    private final Foresight foresight = new Foresight();
    private Listening listening;

    // the message that is being followed; input is -1 where there is none
    private int input = -1;
    private long nanos;
    private Message message;
    private Seen value;
    private final Event in = new Event();
    private final Map<PlayedRoute, Entry> entries = new LinkedHashMap<>();
    private final List<Sent> ended = new ArrayList<>();
    private int partOf;
    private int parameter;
    private Entry current;

    /** What is known of one line, or of one of its banks. */
    private static final class Entry {
        private final PlayedRoute route;
        private Refusal refusal;
        private boolean wasAsked;
        private boolean isDelivered;
        private final List<Sent> sent = new ArrayList<>();
        private final List<Deed> did = new ArrayList<>();
        private String absent;
        private long lost;
        private boolean isFull;

        Entry(PlayedRoute route) {
            this.route = route;
        }

        boolean took() {
            return !sent.isEmpty() || !did.isEmpty();
        }

        /** Of a line that is written out for many banks the one counts that came furthest. */
        int rank() {
            if (took()) return 4;
            if (isDelivered) return 3;
            if (!(refusal instanceof Refusal.Elsewhere where)) return 2;
            return where.layer() instanceof Layer.EveryBank ? 0 : 1;
        }

        Line line() {
            boolean otherwise = wasAsked && isDelivered != (refusal == null);
            Refusal why = otherwise && !switched() ? new Refusal.Unforeseen() : took() ? null : refusal();
            return new Line(route.plan, took(), why, List.copyOf(sent), List.copyOf(did));
        }

        /** A toggle is switched, whatever the line makes of it. */
        private boolean switched() {
            return did.stream().anyMatch(d -> d instanceof Deed.Switched);
        }

        private Refusal refusal() {
            if (isDelivered && absent != null) return new Quiet(Cause.NOBODY_THERE, absent);
            if (isDelivered && isFull) return new Quiet(Cause.FULL, null);
            if (isDelivered) return new Quiet(route.outputs.length > 0 ? Cause.ALREADY : Cause.NO_TRIGGER, null);
            return refusal;
        }
    }

    /**
     * @param mostRefused of how many lines, at most, that did nothing is told
     * @param mostASecond how many messages, at most, are followed in a second
     */
    Tracer(PortTable ports, int mostRefused, int mostASecond, Consumer<Trace> told) {
        this.ports = ports;
        this.mostRefused = mostRefused;
        this.mostASecond = mostASecond;
        this.told = told;
    }

    // ---- what comes in

    void begin(Wiring wiring, int port, int packed, long now) {
        int status = packed & 0xFF;
        if (status == 0xF8 || status == 0xFE || status == 0xF1 || isTooMuch(now)) return;
        begin(wiring, port, Packed.message(packed), null, now);
        if (Packed.isChannel(packed)) in.set(packed);
    }

    /** A message of any kind that does not play. */
    void whatever(Wiring wiring, int port, Message supposed, long now) {
        begin(wiring, port, supposed, null, now);
        if (supposed.kind().isChannel()) in.set(supposed.packed());
    }

    void sysex(Wiring wiring, int port, byte[] bytes, int length, long now) {
        if (!isTooMuch(now)) begin(wiring, port, Message.of(java.util.Arrays.copyOf(bytes, length)), null, now);
    }

    /** Several CCs have become one value, which goes its own ways. */
    void joined(Wiring wiring, int port, Event whole, long now) {
        end();
        if (isTooMuch(now)) return;
        begin(wiring, port, null, Foresight.seen(whole), now);
        in.copy(whole);
    }

    private void begin(Wiring wiring, int port, Message short_, Seen whole, long now) {
        if (listening == null || listening.wiring != wiring) listening = new Listening(wiring, ports);
        input = port;
        nanos = now;
        message = short_;
        value = whole;
        entries.clear();
        ended.clear();
        current = null;
        partOf = 0;
        parameter = -1;
    }

    private boolean isTooMuch(long now) {
        if (now - second >= 1_000_000_000L || inThisSecond == 0) {
            second = now;
            inThisSecond = 0;
        }
        boolean much = inThisSecond == mostASecond;
        if (much) leftOut++;
        else inThisSecond++;
        return much;
    }

    /** How many messages were not followed because too many came. */
    long leftOut() {
        return leftOut;
    }

    /** @param selected the parameter that is selected, or -1 */
    void part(int of, int selected) {
        partOf = of;
        parameter = selected;
    }

    // ---- just before lines are asked

    /** @param before where the controller stood, or -1 */
    void asks(PlayedRoute route, Event event, int before) {
        asked(route, foresight.line(route, event, before, partOf, parameter));
    }

    void asksSystem(PlayedRoute route) {
        asked(route, foresight.system(route));
    }

    void button(PlayedControl button, Event event) {
        boolean down = Hands.isDown(event);
        for (Claim claim : button.listeners) button(button, claim, true, down, event);
        for (Claim claim : button.claims) button(button, claim, false, down, event);
    }

    /** @return whether the line is asked at all: of a button that goes up most are not */
    boolean button(PlayedControl button, Claim claim, boolean listens, boolean down, Event event) {
        if (!down && !Foresight.hearsRelease(button, claim)) return false;
        asked(claim.route, down ? foresight.press(button, claim, listens, event) : foresight.release(claim, event));
        return true;
    }

    void knob(PlayedControl knob, Event event, int before, boolean report) {
        for (Claim claim : knob.listeners) knob(knob, claim, true, event, before, report);
        for (Claim claim : knob.claims) knob(knob, claim, false, event, before, report);
    }

    void knob(PlayedControl knob, Claim claim, boolean listens, Event event, int before, boolean report) {
        asked(claim.route, foresight.turn(knob, claim, listens, event, before, report));
    }

    /** What left the line that was asked last. */
    Event left() {
        return foresight.out;
    }

    /** Whether the line that was asked last would let it through. */
    boolean lets(PlayedRoute route) {
        return entry(route).refusal == null;
    }

    private void asked(PlayedRoute route, Refusal refusal) {
        if (input < 0) return;
        Entry entry = entry(route);
        entry.refusal = refusal;
        entry.wasAsked = true;
    }

    private Entry entry(PlayedRoute route) {
        return entries.computeIfAbsent(route, Entry::new);
    }

    // ---- what happens

    /** What is sent and done from now on is this line's. @param lost how much has been lost up to now */
    void delivers(PlayedRoute route, long lost) {
        if (input < 0) return;
        current = entry(route);
        current.isDelivered = true;
        current.lost = lost;
    }

    void delivered(long lost) {
        if (current != null) current.isFull = lost > current.lost;
        current = null;
    }

    void switched(PlayedRoute route, boolean on) {
        if (input >= 0) entry(route).did.add(new Deed.Switched(on));
    }

    void sent(int out, Message what, boolean taken) {
        if (input < 0) return;
        String port = ports.port(out).name();
        if (!taken) {
            if (current != null) current.absent = port;
        } else sent().add(new Sent(port, what, false));
    }

    /** A message that would be sent. */
    void goes(int out, Message what, boolean waits) {
        sent().add(new Sent(ports.port(out).name(), what, waits));
    }

    void waits(int out, long wire, byte[] bytes) {
        if (input < 0) return;
        String port = ports.port(out).name();
        if (bytes != null) sent().add(new Sent(port, Message.of(bytes), true));
        else messages(wire).forEach(m -> sent().add(new Sent(port, m, true)));
    }

    static List<Message> messages(long wire) {
        List<Message> all = new ArrayList<>();
        for (int i = 0; i < Wire.length(wire); i++) all.add(Packed.message(Wire.message(wire, i)));
        return all;
    }

    private List<Sent> sent() {
        return current == null ? ended : current.sent;
    }

    void ran(Reaction reaction) {
        if (current != null) current.did.add(new Deed.Ran(reaction.origin()));
    }

    void acted(Action action) {
        if (current != null) current.did.add(new Deed.Acted(action));
    }

    void moved(String name, double to) {
        if (current != null) current.did.add(new Deed.Moved(name, to));
    }

    // ---- the end

    /** The message has been played. */
    void end() {
        if (input < 0) return;
        told.accept(trace());
        input = -1;
        current = null;
    }

    private Trace trace() {
        Map<RoutePlan, Entry> best = new IdentityHashMap<>();
        for (Entry entry : entries.values())
            best.merge(entry.route.plan, entry, (a, b) -> b.rank() > a.rank() ? b : a);
        List<Line> lines = new ArrayList<>();
        int refused = 0;
        int more = 0;
        for (Listening.Line line : listening.of(input)) {
            Entry entry = best.remove(line.plan);
            if (entry == null && !isJudged(line)) continue;
            boolean took = entry != null && entry.took();
            if (!took && ++refused > mostRefused) more++; // before its reason is looked for
            else lines.add(entry == null ? new Line(line.plan, false, refusal(line), List.of(), List.of()) : entry.line());
        }
        for (Entry entry : best.values()) lines.add(entry.line());
        lines.sort(Comparator.comparingInt(l -> listening.order(l.plan())));
        return new Trace(nanos, ports.port(input).name(), message, value, List.copyOf(lines), List.copyOf(ended), more);
    }

    private boolean isJudged(Listening.Line line) {
        return value == null && !message.kind().isChannel() || line.judges(in);
    }

    private Refusal refusal(Listening.Line line) {
        Kind kind = value == null ? message.kind() : null;
        return kind != null && !kind.isChannel() ? Listening.refusal(line, kind) : listening.refusal(line, in, partOf, parameter);
    }
}
