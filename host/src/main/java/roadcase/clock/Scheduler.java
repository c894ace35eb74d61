package roadcase.clock;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * What is to be done at a time. Tasks of equal time run in the order in which they were given. One thread.
 *
 * <p>Times are nanoseconds of one clock, passed in, or any other count that grows: see {@link BeatSchedule}. A heap in arrays: scheduling allocates only while it grows, and
 * it grows to {@link #MOST} at most.
 */
public final class Scheduler {
    /** How many tasks may wait. */
    public static final int MOST = 65_536;

    /** Something to do. */
    @FunctionalInterface
    public interface Task {
        void run(long nowNanos);
    }

    private long[] times = new long[64];
    private long[] orders = new long[64];
    private Task[] tasks = new Task[64];
    private int size;
    private long given;

    /** @return false where too many wait already */
    public boolean at(long timeNanos, Task task) {
        if (size == MOST) return false;
        if (size == tasks.length) grow();
        int hole = size++;
        long order = given++;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (!before(timeNanos, order, parent)) break;
            move(parent, hole);
            hole = parent;
        }
        put(hole, timeNanos, order, task);
        return true;
    }

    private void grow() {
        int more = tasks.length * 2;
        times = Arrays.copyOf(times, more);
        orders = Arrays.copyOf(orders, more);
        tasks = Arrays.copyOf(tasks, more);
    }

    /** When something is due next, or {@link Long#MAX_VALUE}. */
    public long next() {
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    /** Runs all that is due at {@code nowNanos}, also what those tasks add for no later time. */
    public void run(long nowNanos) {
        while (size > 0 && times[0] <= nowNanos) runFirst(nowNanos);
    }

    /** Runs the first task, due or not. */
    public void runFirst(long nowNanos) {
        Task task = tasks[0];
        removeFirst();
        task.run(nowNanos);
    }

    /** Every task gets a new time; those of equal time stay in the order in which they were given. */
    public void retime(ToLongFunction<Task> newTime) {
        for (int i = 0; i < size; i++) times[i] = newTime.applyAsLong(tasks[i]);
        heapify();
    }

    /** Forgets these tasks. */
    public void removeIf(Predicate<Task> gone) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (gone.test(tasks[i])) continue;
            put(kept++, times[i], orders[i], tasks[i]);
        }
        Arrays.fill(tasks, kept, size, null);
        size = kept;
        heapify();
    }

    /** From the leaves up, as every heap is made. */
    private void heapify() {
        for (int i = size / 2 - 1; i >= 0; i--) sink(i, size, times[i], orders[i], tasks[i]);
    }

    public void forEach(Consumer<Task> visitor) {
        for (int i = 0; i < size; i++) visitor.accept(tasks[i]);
    }

    public int size() {
        return size;
    }

    /** Forgets everything. */
    public void clear() {
        Arrays.fill(tasks, 0, size, null);
        size = 0;
    }

    private void removeFirst() {
        int last = --size;
        long time = times[last];
        long order = orders[last];
        Task task = tasks[last];
        tasks[last] = null;
        if (last == 0) return;
        sink(0, size, time, order, task);
    }

    /** Puts an entry at {@code hole} or below, where nothing under it is earlier. */
    private void sink(int hole, int end, long time, long order, Task task) {
        while (true) {
            int child = 2 * hole + 1;
            if (child >= end) break;
            if (child + 1 < end && before(times[child + 1], orders[child + 1], child)) child++;
            if (before(time, order, child)) break;
            move(child, hole);
            hole = child;
        }
        put(hole, time, order, task);
    }

    private boolean before(long time, long order, int other) {
        return time != times[other] ? time < times[other] : order < orders[other];
    }

    private void move(int from, int to) {
        put(to, times[from], orders[from], tasks[from]);
    }

    private void put(int at, long time, long order, Task task) {
        times[at] = time;
        orders[at] = order;
        tasks[at] = task;
    }
}
