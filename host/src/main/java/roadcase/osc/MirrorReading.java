package roadcase.osc;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Asks everything until all is answered, a few questions at a time, and then goes on slowly for ever. What is not answered
 * in time is asked again; how long that is follows from how long answers took. One thread.
 */
final class MirrorReading {
    /** How many questions may be on their way. Desks have small buffers, and lose what is sent in bursts. */
    static final int WINDOW = 16;
    /** Between two questions once everything is known: a desk with 2,700 is read every minute. */
    private static final long SLOWLY = 20_000_000L;
    private static final long LEAST_PATIENCE = 15_000_000L;
    private static final long MOST_PATIENCE = 500_000_000L;
    private static final long FIRST_PATIENCE = 250_000_000L;
    /** After that it is set aside: the unit's firmware does not know it. It is asked again, slowly, for ever. */
    private static final int MOST_TRIES = 16;

    private final List<OscMessage> asks;
    private final long[] askedAt;
    private final int[] tries;
    private final BitSet open = new BitSet();
    private final BitSet silent = new BitSet();
    private final int[] flying = new int[WINDOW];
    private int inFlight;
    private int next;
    private int nextAside;
    private boolean asideIsNext;
    private long slowAt;
    private boolean stopped = true;
    private volatile int missing;
    private volatile int unanswered;
    /** Smoothed time of an answer and its deviation, as TCP has them (RFC 6298). */
    private double mean = -1;
    private double deviation;

    MirrorReading(List<OscMessage> asks) {
        this.asks = List.copyOf(asks);
        askedAt = new long[asks.size()];
        tries = new int[asks.size()];
        missing = asks.size();
    }

    int missing() {
        return missing;
    }

    /** How many questions were set aside, because they were asked often enough without an answer. */
    int unanswered() {
        return unanswered;
    }

    void begin() {
        stopped = false;
        inFlight = 0;
        next = 0;
        open.clear();
        silent.clear();
        unanswered = 0;
        open.set(0, asks.size());
        Arrays.fill(tries, 0);
        missing = asks.size();
        mean = -1;
    }

    void stop() {
        stopped = true;
        inFlight = 0;
    }

    boolean isAsked(int ask) {
        return place(ask) >= 0 || (open.get(ask) || silent.get(ask)) && tries[ask] > 0;
    }

    long askedAt(int ask) {
        return askedAt[ask];
    }

    void answered(long now, int ask) {
        int place = place(ask);
        if (place >= 0) flying[place] = flying[--inFlight];
        // An answer to something asked twice may be to the first: it says nothing about time (Karn).
        if (tries[ask] == 1) measure(now - askedAt[ask]);
        tries[ask] = 0;
        close(ask);
        silent.clear(ask);
        unanswered = silent.cardinality();
    }

    private void close(int ask) {
        if (!open.get(ask)) return;
        open.clear(ask);
        missing--;
    }

    private void measure(long nanos) {
        if (mean < 0) {
            mean = nanos;
            deviation = nanos / 2.0;
            return;
        }
        deviation += (Math.abs(nanos - mean) - deviation) / 4;
        mean += (nanos - mean) / 8;
    }

    private long patience(int ask) {
        if (mean < 0) return FIRST_PATIENCE;
        long patience = Math.max(LEAST_PATIENCE, (long) (mean + 4 * deviation));
        return Math.min(MOST_PATIENCE, patience << Math.min(5, Math.max(0, tries[ask] - 1)));
    }

    private int place(int ask) {
        for (int i = 0; i < inFlight; i++) if (flying[i] == ask) return i;
        return -1;
    }

    /** @return when there is something to do next */
    long due(long now, Mirror.Sender to) {
        if (stopped || asks.isEmpty()) return Long.MAX_VALUE;
        long then = again(now, to);
        if (missing > 0) {
            while (inFlight < WINDOW) {
                int ask = nextOpen();
                if (ask < 0) break;
                ask(now, ask, to);
                then = Math.min(then, now + patience(ask));
            }
            return then;
        }
        if (inFlight == WINDOW) return then;
        if (now >= slowAt) {
            slowly(now, to);
            slowAt = now + SLOWLY;
        }
        return Math.min(then, slowAt);
    }

    /** By turns the next of all and one that was set aside. */
    private void slowly(long now, Mirror.Sender to) {
        int ask = next >= asks.size() ? 0 : next;
        int aside = silent.isEmpty() || !asideIsNext ? -1 : silent.nextSetBit(Math.max(0, nextAside));
        asideIsNext = !asideIsNext;
        if (aside < 0) {
            nextAside = 0;
            next = ask + 1;
        } else {
            ask = aside;
            nextAside = aside + 1;
        }
        if (place(ask) >= 0) return;
        tries[ask] = 0;
        ask(now, ask, to);
    }

    private int nextOpen() {
        int ask = open.nextSetBit(next);
        while (ask >= 0 && place(ask) >= 0) ask = open.nextSetBit(ask + 1);
        if (ask < 0 && next > 0) {
            next = 0;
            return nextOpen();
        }
        if (ask >= 0) next = ask + 1;
        return ask;
    }

    private void ask(long now, int ask, Mirror.Sender to) {
        flying[inFlight++] = ask;
        askedAt[ask] = now;
        tries[ask]++;
        to.send(asks.get(ask));
    }

    /** Asks again what was not answered in time. @return when the next one is late */
    private long again(long now, Mirror.Sender to) {
        long then = Long.MAX_VALUE;
        for (int i = inFlight - 1; i >= 0; i--) {
            int ask = flying[i];
            if (now - askedAt[ask] >= patience(ask) && (tries[ask] >= MOST_TRIES || silent.get(ask))) {
                flying[i] = flying[--inFlight];
                close(ask);
                silent.set(ask);
                unanswered = silent.cardinality();
                continue;
            }
            if (now - askedAt[ask] >= patience(ask)) {
                askedAt[ask] = now;
                tries[ask]++;
                to.send(asks.get(ask));
            }
            then = Math.min(then, askedAt[ask] + patience(ask));
        }
        return then;
    }
}
