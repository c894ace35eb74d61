package roadcase.midi;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import roadcase.engine.ThreadLibrary;
import roadcase.midi.RealPort.Direction;

/**
 * How long a message takes from one JACK client to Java in another, and how many go through without loss.
 *
 * <pre>
 *   jackd -n bench -R -P 70 -d dummy -r 48000 -p 64 &
 *   java -Djna.library.path=native/build -cp host/target/classes:JNA.jar host/src/bench/java/roadcase/midi/JackLatency.java \
 *       bench [realtime]
 * </pre>
 */
public final class JackLatency {
    private static final int ROUNDS = 4_000;
    private static final int MESSAGES = 2_000_000;

    private final NativeBackend from;
    private final NativeBackend to;
    private final int out;
    private final int in;

    private JackLatency(String server) {
        from = NativeBackend.open("jack", "bench-from", server, "");
        to = NativeBackend.open("jack", "bench-to", server, "");
        out = from.open(Direction.OUTPUT, "out", true);
        in = to.open(Direction.INPUT, "in", false);
        to.connect(in, PortNames.find("bench-from:out", Direction.INPUT, to.ports()).orElseThrow());
    }

    /** Sends one at a time, at moments spread over the period, and notes when Java has it. */
    private void latency() {
        long[] whole = new long[ROUNDS];
        long[] fromCycle = new long[ROUNDS];
        long period = TimeUnit.SECONDS.toNanos(64) / 48_000;
        Stopwatch watch = new Stopwatch();
        int lost = 0;
        for (int i = -500; i < ROUNDS; i++) {
            long pause = System.nanoTime() + 1_500_000 + (i * 7919L & 0xFFFFF);
            // Not by spinning: the kernel takes the processor away from a real-time thread that spins.
            while (System.nanoTime() < pause) to.await(pause, watch);
            watch.arrived = 0;
            long begin = System.nanoTime();
            from.send(out, 0, Packed.of(0x90, 60, 100));
            long giveUp = begin + 100_000_000L;
            while (watch.arrived == 0 && System.nanoTime() < giveUp) to.await(giveUp, watch);
            if (watch.arrived == 0) lost++;
            if (i < 0 || watch.arrived == 0) continue;
            whole[i] = watch.arrived - begin;
            // The stamp is one period before the cycle that handed the message over.
            fromCycle[i] = watch.arrived - watch.stamp - period;
        }
        System.out.println(lost + " lost in overruns");
        print("send in Java to receive in Java", whole);
        print("begin of JACK's cycle to receive in Java", fromCycle);
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf("%-42s median %7.1f us   p99 %7.1f us   most %8.1f us%n", what, nanos[nanos.length / 2] / 1e3,
                nanos[nanos.length * 99 / 100] / 1e3, nanos[nanos.length - 1] / 1e3);
    }

    private void throughput() {
        Stopwatch watch = new Stopwatch();
        watch.count = 0;
        int sent = 0;
        int refused = 0;
        long begin = System.nanoTime();
        while (watch.count < MESSAGES && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(30)) {
            for (int burst = 0; burst < 2_000 && sent < MESSAGES; burst++) {
                if (!from.send(out, 0, Packed.of(0x90, sent & 127, sent >> 7 & 127))) {
                    refused++;
                    break;
                }
                sent++;
            }
            to.await(System.nanoTime() + 2_000_000, watch);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("%,d sent, %,d received, %,d out of order: %,.0f a second (refused and sent again %,d times)%n",
                sent, watch.count, watch.wrong, watch.count / seconds, refused);
        System.out.println(to.traffic());
    }

    private static final class Stopwatch implements Backend.Receiver {
        long arrived;
        long stamp;
        int count;
        int wrong;

        @Override
        public void received(int handle, long timeNanos, int packed) {
            arrived = System.nanoTime();
            stamp = timeNanos;
            if (packed != Packed.of(0x90, count & 127, count >> 7 & 127)) wrong++;
            count++;
        }

        @Override
        public void received(int handle, long timeNanos, byte[] bytes, int length) {}

        @Override
        public void portsChanged() {}

        @Override
        public void skipped(int handle, long timeNanos) {}
    }

    public static void main(String[] args) {
        JackLatency bench = new JackLatency(args[0]);
        if (args.length > 1) {
            ThreadLibrary.load();
            System.out.println("real-time priority: " + ThreadLibrary.rc_thread_realtime(60));
        }
        bench.latency();
        bench.throughput();
        bench.from.close();
        bench.to.close();
    }
}
