package roadcase.osc;

import java.util.concurrent.atomic.AtomicLongArray;

/** How many packets were refused, by reason. Any thread. */
public final class RefusalCounts {
    private final AtomicLongArray counts = new AtomicLongArray(Refusal.values().length);

    void add(Refusal why) {
        counts.incrementAndGet(why.ordinal());
    }

    public long of(Refusal why) {
        return counts.get(why.ordinal());
    }

    public long all() {
        long sum = 0;
        for (int i = 0; i < counts.length(); i++) sum += counts.get(i);
        return sum;
    }
}
