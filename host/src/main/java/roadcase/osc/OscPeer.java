package roadcase.osc;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jctools.queues.MpscArrayQueue;

/**
 * One UDP socket, in and out, with a thread of its own on which its {@link OscEnd} lives. Gear answers to where it was
 * asked from, so there is one socket for both ways.
 *
 * <p>Threads: {@link #send}, {@link #tell} and all that reads may be called by any thread and never wait. While nothing
 * comes, goes or is due, the thread sleeps.
 */
public final class OscPeer implements OscOut, AutoCloseable {
    /** How many messages may wait for their way out, and how many tasks for the thread. */
    public static final int MOST_WAITING = 8_192;
    private static final int MOST_AT_ONCE = 256;
    /** A desk that is read answers in bursts. */
    private static final int SOCKET_BUFFER = 1 << 20;
    private static final long CLOSE_MILLIS = 2_000;
    /** After a fault of the network, before the next try. */
    private static final long PAUSE_MILLIS = 50;

    private record Outgoing(InetSocketAddress to, OscMessage message) {}

    private final OscEnd end;
    private final Consumer<String> say;
    private final OscCodec codec = new OscCodec();
    private final Selector selector;
    private final DatagramChannel channel;
    private final SelectionKey key;
    private final InetSocketAddress address;
    private final MpscArrayQueue<Outgoing> outgoing = new MpscArrayQueue<>(MOST_WAITING);
    private final MpscArrayQueue<Runnable> tasks = new MpscArrayQueue<>(MOST_WAITING);
    private final byte[] incoming = new byte[OscCodec.MAX_PACKET + 1];
    private final ByteBuffer incomingBuffer = ByteBuffer.wrap(incoming);
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private final Thread thread;
    private volatile boolean closing;
    /** What the system has had no room for yet. */
    private Outgoing stuck;

    /**
     * Opens the socket and starts.
     *
     * @param bind where to listen; port 0 takes a free one
     * @param say hears sentences about what went wrong, on this peer's thread
     * @throws OscFault where the port is taken or the address is none of this machine
     */
    public OscPeer(InetSocketAddress bind, OscEnd end, Consumer<String> say) {
        this.end = end;
        this.say = say;
        DatagramChannel opened = null;
        try {
            opened = DatagramChannel.open();
            opened.configureBlocking(false);
            opened.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
            opened.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER);
            opened.bind(bind);
            selector = Selector.open();
            key = opened.register(selector, SelectionKey.OP_READ);
            address = (InetSocketAddress) opened.getLocalAddress();
        } catch (IOException | RuntimeException fault) {
            shut(opened);
            throw new OscFault(sentence(bind, fault), fault);
        }
        channel = opened;
        thread = new Thread(this::run, "roadcase-osc-" + address.getPort());
        thread.setDaemon(true);
        thread.start();
    }

    private static String sentence(InetSocketAddress bind, Exception fault) {
        String where = bind.getHostString() + ", UDP port " + bind.getPort();
        if (bind.isUnresolved()) return "OSC cannot listen at " + where + ": nobody knows this name";
        if (fault instanceof BindException || fault instanceof SocketException)
            return "OSC cannot listen at " + where + ": " + fault.getMessage()
                    + ". Another program may have that port, or the address is none of this machine";
        return "OSC cannot listen at " + where + ": " + fault.getMessage();
    }

    /** Where it listens, with the port that it got. */
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public boolean send(InetSocketAddress to, OscMessage message) {
        if (closing || !outgoing.offer(new Outgoing(to, message))) {
            dropped.incrementAndGet();
            return false;
        }
        if (Thread.currentThread() != thread) selector.wakeup();
        return true;
    }

    /** Does something on this peer's thread, between two messages. @return false where too much waits already */
    public boolean tell(Runnable task) {
        boolean taken = !closing && tasks.offer(task);
        selector.wakeup();
        return taken;
    }

    public OscTraffic traffic() {
        return new OscTraffic(received.get(), sent.get(), refusals().all(), dropped.get(), failed.get(), faults.get());
    }

    public RefusalCounts refusals() {
        return codec.refusals();
    }

    private void run() {
        try {
            long next = Long.MIN_VALUE;
            while (!closing) {
                await(next);
                listen();
                for (Runnable task; (task = tasks.poll()) != null; ) guarded(task);
                next = due();
                flush();
            }
            flush();
        } catch (ClosedChannelException | java.nio.channels.ClosedSelectorException gone) {
            if (!closing) say.accept("OSC at port " + address.getPort() + " was closed by the system.");
        } catch (IOException fault) {
            say.accept("OSC at port " + address.getPort() + " has ended: " + fault.getMessage() + ".");
        } finally {
            shut(channel);
            shut(selector);
        }
    }

    private void await(long next) throws IOException {
        if (!outgoing.isEmpty() && stuck == null || !tasks.isEmpty()) {
            selector.selectNow();
            return;
        }
        long left = next == Long.MAX_VALUE ? Long.MAX_VALUE : next - System.nanoTime();
        if (next == Long.MIN_VALUE || left <= 0) selector.selectNow();
        else selector.select(left == Long.MAX_VALUE ? 0 : TimeUnit.NANOSECONDS.toMillis(left + 999_999));
        selector.selectedKeys().clear();
    }

    private void listen() throws IOException {
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            InetSocketAddress from;
            try {
                incomingBuffer.clear();
                from = (InetSocketAddress) channel.receive(incomingBuffer);
            } catch (ClosedChannelException gone) {
                throw gone;
            } catch (IOException refused) {
                // Some systems tell here that nobody listens where we sent to.
                failed.incrementAndGet();
                selector.select(PAUSE_MILLIS);
                return;
            }
            if (from == null) return;
            long now = System.nanoTime();
            codec.decode(incoming, incomingBuffer.position(), (at, message) -> {
                received.incrementAndGet();
                guarded(() -> end.heard(now, from, at, message, this));
            });
        }
    }

    private long due() {
        long[] next = {Long.MAX_VALUE};
        guarded(() -> next[0] = end.due(System.nanoTime(), this));
        return next[0];
    }

    private void guarded(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException fault) {
            faults.incrementAndGet();
            say.accept("A fault of Roadcase at OSC port " + address.getPort() + ", please report it: " + fault + " at "
                    + (fault.getStackTrace().length > 0 ? fault.getStackTrace()[0] : "an unknown place"));
        }
    }

    private void flush() throws IOException {
        for (int i = 0; i < MOST_WAITING; i++) {
            Outgoing next = stuck != null ? stuck : outgoing.poll();
            if (next == null) break;
            stuck = null;
            ByteBuffer bytes = codec.encode(next.message);
            if (bytes == null || next.to.isUnresolved()) {
                dropped.incrementAndGet();
                continue;
            }
            try {
                if (channel.send(bytes, next.to) == 0) {
                    stuck = next;
                    break;
                }
                sent.incrementAndGet();
            } catch (ClosedChannelException gone) {
                throw gone;
            } catch (IOException | RuntimeException noWay) {
                failed.incrementAndGet();
            }
        }
        key.interestOps(stuck == null ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    /** Sends what waits, as far as the system takes it at once, and ends. */
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        if (Thread.currentThread() == thread) return;
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void shut(AutoCloseable what) {
        try {
            if (what != null) what.close();
        } catch (Exception e) {
            say.accept("OSC could not be closed: " + e.getMessage() + ".");
        }
    }
}
