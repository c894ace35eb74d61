package roadcase.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import roadcase.cli.OnStage;

/** Two Roadcases that play to each other through network ports: there and back over this machine's loopback. */
final class NetworkBench implements Measure {
    private static final long EVERY = 1_000_000;
    /** As many on their way as no queue minds. */
    private static final int ON_THE_WAY = 256;

    @Override
    public List<Row> run(Setup setup) throws Exception {
        FeedBackend here = new FeedBackend("Keys", "Out");
        FeedBackend there = new FeedBackend();
        int nearPort = free();
        int farPort = free();
        String near = """
                network('%d')
                def keys = input('Keys')
                def out  = output('Out')
                keys.to(output('localhost:%d/There'))
                virtualInput('Back').to(out)
                """.formatted(nearPort, farPort);
        String far = """
                network('%d')
                virtualInput('There').to(output('localhost:%d/Back'))
                """.formatted(farPort, nearPort);
        try (OnStage first = new OnStage(here, setup.folder("near"), near);
                OnStage second = new OnStage(there, setup.folder("far"), far)) {
            until(first, second);
            int in = here.input("Keys");
            int out = here.output("Out");
            int[] messages = Mapping.messages();
            int count = setup.rounds(20_000, 2_000);
            pour(here, in, out, messages, count);
            Answers answers = here.answer(in, out, m -> true, count);
            new Feeder(here, in, messages, EVERY).start(count).join();
            RouteBench.settle(answers);
            Samples.Summary time = answers.samples.summary();
            long open = answers.open();
            double aSecond = pour(here, in, out, messages, 5 * count);
            return List.of(new Row("network port, there and back: two Roadcases over loopback", time, Row.NOT_MEASURED,
                    Plainly.number(aSecond) + " messages a second there and back, " + ON_THE_WAY + " of them on their way",
                    new Goals().none("lost", open)));
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void until(OnStage first, OnStage second) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!first.standing().missing().isEmpty() || !second.standing().missing().isEmpty()) {
            if (System.nanoTime() - end > 0) throw new IllegalStateException("the two did not meet: " + first.said() + second.said());
            Thread.sleep(20);
        }
    }

    /** How many a second come back, as many as come. */
    private static double pour(FeedBackend ports, int in, int out, int[] messages, int count) {
        long before = ports.sentTo(out);
        long begin = System.nanoTime();
        for (int fed = 0; fed < count || ports.sentTo(out) - before < count; ) {
            if (fed < count && fed - (ports.sentTo(out) - before) < ON_THE_WAY) ports.feed(in, messages[fed++ % messages.length]);
            else LockSupport.parkNanos(20_000);
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(60))
                throw new IllegalStateException((count - (ports.sentTo(out) - before)) + " messages did not come back");
        }
        return count / ((System.nanoTime() - begin) / 1e9);
    }
}
