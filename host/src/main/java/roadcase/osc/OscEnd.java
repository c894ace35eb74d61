package roadcase.osc;

import java.net.InetSocketAddress;

/**
 * Who speaks OSC: a mirror, a simulated unit, a port of a gig. It lives on one thread, is told the time, and never waits.
 * What carries it is an {@link OscPeer}, or a {@link VirtualNet} in virtual time.
 */
public interface OscEnd {
    /**
     * A message came in.
     *
     * @param nowNanos when it came
     * @param at when it is to be done, where a bundle says so
     */
    void heard(long nowNanos, InetSocketAddress from, OscTime at, OscMessage message, OscOut out);

    /**
     * Does what is due.
     *
     * @return when to be called next, or {@link Long#MAX_VALUE}; after every message it is called anyway
     */
    long due(long nowNanos, OscOut out);
}
