package roadcase.mixers.simulated

import roadcase.osc.OscMessage
import roadcase.osc.OscOut

/** Who is told what changes, and who is sent what again and again. Leases last ten seconds. One thread. */
final class Listeners {
    static final long LEASE = 10_000_000_000L
    private static final long TICK = 50_000_000L
    private static final int MOST_SUBSCRIPTIONS = 64

    /** Makes the message of a subscription, at the time when it is sent. */
    interface Source {
        OscMessage message(String alias)
    }

    private static final class Subscription {
        InetSocketAddress to
        String alias
        Source source
        long every
        long at
        long until
    }

    private final int most
    private final Map<InetSocketAddress, Long> remotes = [:]
    private final List<Subscription> subscriptions = []
    /** Who asked to be told and was not heard, because there were too many. */
    private long turnedAway

    Listeners(int most) {
        this.most = most
    }

    long getTurnedAway() {
        turnedAway
    }

    int count(long now) {
        remotes.values().removeIf { Long until -> until <= now }
        remotes.size()
    }

    void remote(long now, InetSocketAddress who) {
        if (!remotes.containsKey(who) && count(now) >= most) turnedAway++
        else remotes[who] = now + LEASE
    }

    /** Everybody but who changed it. */
    void tell(long now, InetSocketAddress but, OscMessage message, OscOut out) {
        count(now)
        for (InetSocketAddress who : remotes.keySet()) if (who != but) out.send(who, message)
    }

    /** @param factor of 50 ms; outside of 1 to 99 it is 1 */
    void subscribe(long now, InetSocketAddress who, String alias, int factor, Source source) {
        subscriptions.removeIf { Subscription s -> s.to == who && s.alias == alias }
        if (subscriptions.count { Subscription s -> s.to == who } >= MOST_SUBSCRIPTIONS) return
        subscriptions << new Subscription(to: who, alias: alias, source: source,
                every: TICK * (factor >= 1 && factor <= 99 ? factor : 1), at: now, until: now + LEASE)
    }

    /** One alias, or all where it is null. What has ended is not woken. */
    void renew(long now, InetSocketAddress who, String alias) {
        for (Subscription s : subscriptions) {
            if (s.to == who && (alias == null || s.alias == alias) && s.until > now) s.until = now + LEASE
        }
    }

    void unsubscribeAll() {
        remotes.clear()
        subscriptions.clear()
    }

    void unsubscribe(InetSocketAddress who, String alias) {
        if (alias == null) remotes.remove(who)
        subscriptions.removeIf { Subscription s -> s.to == who && (alias == null || s.alias == alias) }
    }

    /** Sends what is due. @return when it is next */
    long due(long now, OscOut out) {
        subscriptions.removeIf { Subscription s -> s.until <= now }
        long next = Long.MAX_VALUE
        for (Subscription s : subscriptions) {
            if (now >= s.at) {
                OscMessage message = s.source.message(s.alias)
                if (message != null) out.send(s.to, message)
                // after a pause of the machine the beat goes on; what was missed is not made up for
                s.at = Math.max(s.at + s.every, now + s.every.intdiv(2))
            }
            next = Math.min(next, s.at)
        }
        next
    }
}
