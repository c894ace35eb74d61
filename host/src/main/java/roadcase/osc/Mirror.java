package roadcase.osc;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * How a unit elsewhere stands, as far as it is known here: read when it appears, kept by what it tells, healed by reading
 * on slowly for ever, for told changes get lost as everything does. Sets are confirmed by asking back.
 *
 * <p>Threads: lives on its peer's thread; {@link #value}, {@link #state}, {@link #missing} and what else only reads may be
 * called by any thread. Bounds: one slot for each value and each question of the {@link Protocol}, at most
 * {@link MirrorReading#WINDOW} questions on their way.
 */
public final class Mirror implements OscEnd, Protocol.Says {
    /** What is known of the unit. */
    public enum State {
        /** It does not answer. */
        ABSENT,
        /** Something answers that the protocol does not know. */
        STRANGER,
        /** It is there, and not all values are known. */
        READING,
        /** All values are known. */
        COMPLETE
    }

    /** Why a value is what it is now. */
    public enum Cause {
        /** It was asked for, and not known before. */
        READ,
        /** The unit told it: somebody moved it. */
        TOLD,
        /** We set it, and the unit says so. */
        SET,
        /** It was found to differ, and nobody had told. */
        HEALED
    }

    /** Hears what changes, on the mirror's thread. */
    public interface Listener {
        void state(long nowNanos, State state, String sentence);

        void changed(long nowNanos, int number, Object value, Cause cause);

        /** A value that was set did not come to stand. {@code now} is what stands, or null where it is not known. */
        void notSet(long nowNanos, int number, Object wanted, Object now);

        /** What says nothing about values: meters. */
        void other(long nowNanos, OscMessage message);
    }

    static final long SECOND = 1_000_000_000L;
    private static final long PROBE = SECOND;
    private static final long QUIET = 2 * SECOND;
    private static final long GONE = 5 * SECOND;
    private static final int NOTHING = -1;
    /** An answer to something that was answered before, or is not asked any more. */
    private static final int LATE = -2;

    private final InetSocketAddress unit;
    private final Protocol protocol;
    private final Listener listener;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> addresses;
    private final AtomicReferenceArray<Object> values;
    /** When the unit last told a value of its own accord, or we set it: older answers do not count. */
    private final long[] freshAt;
    private final MirrorReading reading;
    private final MirrorSets sets;
    private final List<Lease> leases = new ArrayList<>();
    private volatile State state = State.ABSENT;
    private volatile long missed;
    private volatile long strangers;
    private long heardAt = Long.MIN_VALUE / 2;
    private long probeAt = Long.MIN_VALUE;
    private long renewAt;
    /** What the message that is read right now answers, and when that was asked. */
    private long now;
    private int answering = NOTHING;
    private long askedAt;

    private static final class Lease {
        final OscMessage message;
        final long every;
        long at;

        Lease(OscMessage message, long every, long at) {
            this.message = message;
            this.every = every;
            this.at = at;
        }
    }

    public Mirror(InetSocketAddress unit, Protocol protocol, Listener listener) {
        this.unit = unit;
        this.protocol = protocol;
        this.listener = listener;
        addresses = List.copyOf(protocol.addresses());
        for (int i = 0; i < addresses.size(); i++) numbers.put(addresses.get(i), i);
        values = new AtomicReferenceArray<>(addresses.size());
        freshAt = new long[addresses.size()];
        java.util.Arrays.fill(freshAt, Long.MIN_VALUE);
        reading = new MirrorReading(protocol.asks());
        sets = new MirrorSets(this);
    }

    /** How many values there are; their numbers count from 0. */
    public int size() {
        return addresses.size();
    }

    /** The number of a value, or −1. Any thread. */
    public int number(String address) {
        return numbers.getOrDefault(address, -1);
    }

    public String address(int number) {
        return addresses.get(number);
    }

    /** How a value stands, or null where that is not known. Any thread. */
    public Object value(int number) {
        return values.get(number);
    }

    public State state() {
        return state;
    }

    /** How many questions are not yet answered. Any thread. */
    public int missing() {
        return reading.missing();
    }

    /** How many questions the unit never answers: firmware that does not know them, or much bad luck. Any thread. */
    public int unanswered() {
        return reading.unanswered();
    }

    /** How many changes were found that nobody had told. Many of them, and somebody else has our place. Any thread. */
    public long missed() {
        return missed;
    }

    /** How many messages came from elsewhere; they are ignored. Any thread. */
    public long strangers() {
        return strangers;
    }

    Protocol protocol() {
        return protocol;
    }

    Listener listener() {
        return listener;
    }

    /**
     * Sets a value: at once where the line is free, else the latest of what is wanted, as soon as it is.
     *
     * @return false where the unit is not there
     * @throws IllegalArgumentException with a sentence, where there is no such value or it cannot be that
     */
    public boolean set(long nowNanos, String address, Object value, OscOut out) {
        int number = number(address);
        if (number < 0) throw new IllegalArgumentException("the " + protocol.name() + " has no '" + address + "'");
        String fault = protocol.fault(address, value);
        if (fault != null) throw new IllegalArgumentException(fault);
        if (state != State.READING && state != State.COMPLETE) return false;
        sets.want(nowNanos, number, protocol.grid(address, value));
        sets.due(nowNanos, to(out));
        return true;
    }

    /** Says something now and again and again, while the unit is there: a subscription to meters. */
    public void lease(long nowNanos, OscMessage message, long everyNanos) {
        leases.add(new Lease(message, everyNanos, nowNanos));
    }

    /** Says it no more. */
    public void endLease(OscMessage message) {
        leases.removeIf(lease -> lease.message.equals(message));
    }

    /** Reads everything again, as after the unit has loaded a scene. */
    public void readAgain() {
        reading.begin();
        if (state == State.COMPLETE) enter(State.READING, protocol.name() + ": reading everything again");
    }

    @Override
    public void heard(long nowNanos, InetSocketAddress from, OscTime at, OscMessage message, OscOut out) {
        if (!from.equals(unit)) {
            strangers++;
            return;
        }
        now = nowNanos;
        if (protocol.answersProbe(message)) {
            String stranger = protocol.stranger(message);
            if (stranger != null) {
                if (state != State.STRANGER) enter(State.STRANGER, stranger);
                return;
            }
            heardAt = nowNanos;
            if (state == State.ABSENT || state == State.STRANGER) appear();
            return;
        }
        if (state == State.ABSENT || state == State.STRANGER) return;
        heardAt = nowNanos;
        answering = NOTHING;
        boolean said = protocol.read(message, this);
        if (!said) listener.other(nowNanos, message);
        complete();
    }

    private void complete() {
        if (state != State.READING || reading.missing() > 0) return;
        String known = protocol.name() + ": all " + addresses.size() + " values are known";
        int silent = reading.unanswered();
        enter(State.COMPLETE, silent == 0 ? known : known + " but what " + silent + " questions asked for: it does not answer those");
    }

    private void appear() {
        renewAt = now;
        for (Lease lease : leases) lease.at = now;
        reading.begin();
        enter(State.READING, "the " + protocol.name() + " at " + unit.getHostString() + " is there, reading it");
    }

    @Override
    public void answers(int ask, boolean only) {
        if (!reading.isAsked(ask)) {
            answering = only ? LATE : NOTHING;
            return;
        }
        answering = ask;
        askedAt = reading.askedAt(ask);
        reading.answered(now, ask);
    }

    @Override
    public void value(String address, Object value) {
        Integer known = numbers.get(address);
        if (known == null || answering == LATE) return;
        int number = known;
        boolean asked = answering >= 0;
        if (asked && askedAt <= freshAt[number]) return;
        if (!asked) freshAt[number] = now;
        Object before = values.get(number);
        boolean same = before != null && protocol.same(address, before, value);
        MirrorSets.Verdict verdict = asked ? MirrorSets.Verdict.NOTHING : sets.heard(now, number, value);
        if (same && verdict != MirrorSets.Verdict.CONFIRMED) {
            if (!before.equals(value)) values.set(number, value);
            return;
        }
        values.set(number, value);
        listener.changed(now, number, value, verdict == MirrorSets.Verdict.CONFIRMED ? Cause.SET
                : !asked ? Cause.TOLD : before == null ? Cause.READ : healed());
    }

    private Cause healed() {
        missed++;
        return Cause.HEALED;
    }

    /** A set has just been sent: answers to older questions say nothing about it. */
    void fresh(long nowNanos, int number) {
        freshAt[number] = nowNanos;
    }

    @Override
    public long due(long nowNanos, OscOut out) {
        now = nowNanos;
        Sender to = to(out);
        long next = probe(nowNanos, to);
        if (state != State.READING && state != State.COMPLETE) return next;
        if (nowNanos >= renewAt) {
            for (OscMessage message : protocol.renewals()) to.send(message);
            renewAt = nowNanos + protocol.renewNanos();
        }
        next = Math.min(next, renewAt);
        for (Lease lease : leases) {
            if (nowNanos >= lease.at) {
                to.send(lease.message);
                lease.at = nowNanos + lease.every;
            }
            next = Math.min(next, lease.at);
        }
        next = Math.min(next, sets.due(nowNanos, to));
        next = Math.min(next, reading.due(nowNanos, to));
        complete();
        return next;
    }

    private long probe(long nowNanos, Sender to) {
        boolean there = state == State.READING || state == State.COMPLETE;
        if (there && nowNanos - heardAt >= GONE) {
            reading.stop();
            sets.stop(nowNanos);
            enter(State.ABSENT, "the " + protocol.name() + " at " + unit.getHostString() + " does not answer any more");
            there = false;
        }
        long from = there ? heardAt + QUIET : Long.MIN_VALUE;
        if (nowNanos >= from && nowNanos >= probeAt) {
            to.send(protocol.probe());
            probeAt = nowNanos + PROBE;
        }
        return Math.max(from, probeAt);
    }

    private void enter(State next, String sentence) {
        state = next;
        listener.state(now, next, sentence);
    }

    /** The way to the unit. */
    interface Sender {
        boolean send(OscMessage message);
    }

    private Sender to(OscOut out) {
        return message -> out.send(unit, message);
    }
}
