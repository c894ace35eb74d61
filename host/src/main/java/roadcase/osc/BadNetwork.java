package roadcase.osc;

import java.net.InetSocketAddress;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Stands between an end and its network and spoils it: packets get lost, take their time and overtake each other. The
 * same seed spoils the same packets. One thread, that of the end.
 */
public final class BadNetwork implements OscEnd {
    private static final int MOST = 16_384;

    /**
     * How bad it is, each way.
     *
     * @param loss how many of all packets get lost, 0 to 1
     * @param latencyNanos what every packet takes
     * @param jitterNanos up to this much more
     */
    public record Weather(double loss, long latencyNanos, long jitterNanos) {
        public static final Weather FINE = new Weather(0, 0, 0);

        public Weather {
            if (!(loss >= 0 && loss <= 1)) throw new IllegalArgumentException("a loss of " + loss + " is not 0 to 1");
            if (latencyNanos < 0 || jitterNanos < 0) throw new IllegalArgumentException("nothing arrives before it was sent");
        }
    }

    /** @param to null for what comes in */
    private record Late(long nanos, long order, InetSocketAddress from, InetSocketAddress to, OscTime at, OscMessage message) {}

    private final OscEnd end;
    private final Random random;
    private final PriorityQueue<Late> late = new PriorityQueue<>((a, b) ->
            a.nanos != b.nanos ? Long.compare(a.nanos, b.nanos) : Long.compare(a.order, b.order));
    private volatile Weather weather;
    private long order;
    private long lost;

    public BadNetwork(OscEnd end, Weather weather, long seed) {
        this.end = end;
        this.weather = weather;
        this.random = new Random(seed);
    }

    /** From now on; any thread. */
    public void weather(Weather next) {
        weather = next;
    }

    public long lost() {
        return lost;
    }

    @Override
    public void heard(long now, InetSocketAddress from, OscTime at, OscMessage message, OscOut out) {
        Weather today = weather;
        if (isLost(today)) return;
        long then = arrival(now, today);
        if (then == now) end.heard(now, from, at, message, spoilt(now, out));
        else hold(new Late(then, order++, from, null, at, message));
    }

    @Override
    public long due(long now, OscOut out) {
        OscOut spoilt = spoilt(now, out);
        long next = end.due(now, spoilt);
        while (!late.isEmpty() && late.peek().nanos <= now) {
            Late one = late.poll();
            if (one.to != null) out.send(one.to, one.message);
            else end.heard(now, one.from, one.at, one.message, spoilt);
            next = Math.min(next, end.due(now, spoilt));
        }
        return late.isEmpty() ? next : Math.min(next, late.peek().nanos);
    }

    private OscOut spoilt(long now, OscOut out) {
        return (to, message) -> {
            Weather today = weather;
            if (isLost(today)) return true;
            long then = arrival(now, today);
            return then == now ? out.send(to, message) : hold(new Late(then, order++, null, to, OscTime.NOW, message));
        };
    }

    private boolean isLost(Weather today) {
        boolean gone = today.loss > 0 && random.nextDouble() < today.loss;
        if (gone) lost++;
        return gone;
    }

    private long arrival(long now, Weather today) {
        return now + today.latencyNanos + (today.jitterNanos == 0 ? 0 : (long) (random.nextDouble() * today.jitterNanos));
    }

    private boolean hold(Late one) {
        if (late.size() == MOST) {
            lost++;
            return false;
        }
        return late.add(one);
    }
}
