package roadcase.midi.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import roadcase.midi.Message;
import roadcase.midi.RealPort.Direction;
import roadcase.sockets.SocketFault;

/**
 * A port of ours whose other end is on another machine: an output that sends there, or an input that hears what an
 * input there hears. It is connected as long as it is open, and tried again, at least once a second, while it is not.
 *
 * <p>A thread of its own does all that may take time; {@link #put} belongs to the Conductor and never waits.
 */
final class RemotePort {
    private static final int MOST_WAITING = 4_096;
    private static final long FIRST_RETRY = TimeUnit.MILLISECONDS.toNanos(100);
    /** Below a second, as gear that is back is taken within one. */
    private static final long LAST_RETRY = TimeUnit.MILLISECONDS.toNanos(800);
    private static final long BEAT = TimeUnit.SECONDS.toNanos(1);
    private static final long BEAT_DEADLINE = TimeUnit.SECONDS.toNanos(2);
    private static final long STUCK = TimeUnit.SECONDS.toNanos(3);
    private static final long TELL_DROPPED = TimeUnit.SECONDS.toNanos(5);
    private static final long FLUSH = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long NO_ROOM = TimeUnit.MILLISECONDS.toNanos(1);

    private final Direction direction;
    private final NetworkAddress address;
    private final Inbox.Inflow inflow;
    private final int handle;
    private final Runnable changed;
    private final Consumer<String> say;
    private final Outflow outflow = new Outflow(MOST_WAITING);
    private final Sounding sounding = new Sounding();
    private final Thread thread;
    private volatile boolean present;
    private volatile boolean closing;
    private volatile boolean reopen;
    private volatile String state = "nobody has answered yet";
    private volatile long roundTripNanos = -1;
    /** Under the lock of the inflow. */
    private boolean deaf = true;
    private long toldDropped;
    private long toldAt = System.nanoTime() - TELL_DROPPED;
    private long refusedBefore;
    private volatile long refused;
    /** What the port is called by there, while it plays. */
    private int number;

    /** @param changed told, on any thread, that the port came or went */
    RemotePort(int handle, Direction direction, NetworkAddress address, Inbox inbox, Runnable changed, Consumer<String> say) {
        this.handle = handle;
        this.direction = direction;
        this.address = address;
        this.inflow = inbox.ofPort(handle);
        this.changed = changed;
        this.say = say;
        this.thread = new Thread(this::live, "roadcase-network " + address);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    Direction direction() {
        return direction;
    }

    NetworkAddress address() {
        return address;
    }

    /** Whether messages pass. Any thread. */
    boolean isPresent() {
        return present;
    }

    /** How it is, in words. Any thread. */
    String state() {
        return state + (roundTripNanos < 0 ? "" : String.format(Locale.ROOT, ", %.1f ms there and back", roundTripNanos / 1e6))
                + (outflow.dropped() == 0 ? "" : ", " + outflow.dropped() + " messages dropped")
                + (refused == 0 ? "" : ", " + refused + " refused");
    }

    long dropped() {
        return outflow.dropped();
    }

    /** @return false where it cannot be taken: nobody is there, or too much waits */
    boolean put(long timeNanos, int packed, byte[] whole) {
        if (!present || direction != Direction.OUTPUT) return false;
        boolean taken = outflow.put(timeNanos, packed, whole);
        LockSupport.unpark(thread);
        return taken;
    }

    /** Lets what waits leave, ends what sounds there, and goes. Returns at once. */
    void close() {
        closing = true;
        LockSupport.unpark(thread);
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Waits until it is gone. */
    void join(long millis) throws InterruptedException {
        thread.join(Math.max(1, millis));
    }

    private void live() {
        long retry = FIRST_RETRY;
        while (!closing) {
            try {
                RemoteTalk talk = RemoteTalk.begin(address, "roadcase-" + Long.toHexString(System.nanoTime()), new Heard());
                if (converse(talk)) retry = FIRST_RETRY;
            } catch (SocketFault | Json.Refused none) {
                state = none.getMessage();
            } catch (RuntimeException fault) {
                // Whatever it was must not keep the port from returning.
                state = "a fault of Roadcase, please report it: " + fault;
            }
            absent();
            if (!closing) LockSupport.parkNanos(this, retry);
            retry = Math.min(2 * retry, LAST_RETRY);
        }
    }

    private void hear(RemoteTalk talk, int port) throws Json.Refused {
        deaf(false);
        talk.openInput(port);
    }

    private void absent() {
        roundTripNanos = -1;
        if (!present) return;
        present = false;
        deaf(true);
        changed.run();
    }

    /** What still comes over a wire that was given up must not begin anything any more. */
    private void deaf(boolean is) {
        if (direction == Direction.OUTPUT) return;
        synchronized (inflow) {
            deaf = is;
            if (is) inflow.lost();
        }
    }

    /** @return whether messages passed */
    private boolean converse(RemoteTalk talk) throws Json.Refused {
        boolean passed = false;
        refusedBefore = refused;
        try {
            while (!closing && talk.gone() == null) {
                String object = direction == Direction.OUTPUT ? WebChannel.OUT : WebChannel.IN;
                RemoteTalk.Found port = talk.find(object, address.name());
                if (port.number() < 0) {
                    state = "there is no " + (direction == Direction.OUTPUT ? "output" : "input") + " '" + address.name() + "'";
                    LockSupport.parkNanos(this, LAST_RETRY);
                    continue;
                }
                reopen = false;
                if (direction == Direction.OUTPUT) talk.openOutput(port.number());
                else hear(talk, port.number());
                passed = true;
                play(talk, port);
                absent();
            }
            if (talk.gone() != null) state = talk.gone();
            return passed;
        } finally {
            if (closing) leave(talk);
            talk.wire().close("the port was closed");
        }
    }

    /** Until the port or the wire is gone. */
    private void play(RemoteTalk talk, RemoteTalk.Found port) throws Json.Refused {
        outflow.clear();
        number = port.number();
        endWhatSounds(talk);
        state = "joined to a " + (talk.isRoadcase() ? "Roadcase" : "MIDI Router");
        present = true;
        changed.run();
        long beatBegan = System.nanoTime() - BEAT;
        CompletableFuture<Integer> beat = null;
        while (!closing && talk.gone() == null) {
            long now = System.nanoTime();
            if (reopen && !openAgain(talk, port)) return;
            if (beat == null && now - beatBegan >= BEAT) {
                beatBegan = now;
                beat = beat(talk, port, now);
            } else if (beat != null && beat.isDone()) {
                if (beat.isCompletedExceptionally() || beat.join() != port.number()) return;
                beat = null;
            } else if (beat != null && now - beatBegan > BEAT_DEADLINE) {
                throw new Json.Refused("it does not answer any more");
            }
            if (talk.wire().stuckNanos(now) > STUCK) throw new Json.Refused("it takes nothing any more");
            outflow.drain(now, talk.wire().room() / 2, (packed, bytes) -> send(talk, packed, bytes));
            if (outflow.recovers()) endWhatSounds(talk);
            refused = refusedBefore + talk.refused();
            tellDropped(now);
            rest(talk, beatBegan, beat != null);
        }
    }

    /** A MIDI Router closes all ports when its configuration changes, as its presets do. @return whether it is there */
    private boolean openAgain(RemoteTalk talk, RemoteTalk.Found port) throws Json.Refused {
        reopen = false;
        if (talk.find(port.object(), address.name()).number() != port.number()) return false;
        if (direction == Direction.OUTPUT) return true; // opened again by the next message
        deaf(true);
        deaf(false);
        talk.openInput(port.number());
        return true;
    }

    private CompletableFuture<Integer> beat(RemoteTalk talk, RemoteTalk.Found port, long began) {
        return talk.look(port).whenComplete((there, fault) -> {
            if (fault == null) roundTripNanos = System.nanoTime() - began;
            LockSupport.unpark(thread);
        });
    }

    private void rest(RemoteTalk talk, long beatBegan, boolean beating) {
        long now = System.nanoTime();
        long nanos = Math.min(beatBegan + (beating ? BEAT_DEADLINE : BEAT) - now, outflow.nextNanos(now));
        if (nanos > 0) LockSupport.parkNanos(this, nanos);
        else if (talk.wire().room() < 2) LockSupport.parkNanos(this, NO_ROOM); // woken when there is room
    }

    private void send(RemoteTalk talk, int packed, byte[] bytes) {
        if (talk.message(number, packed, bytes) && bytes == null) sounding.heard(packed);
    }

    private void endWhatSounds(RemoteTalk talk) {
        if (sounding.isSilent()) return;
        List<Integer> offs = new ArrayList<>();
        sounding.end(offs::add);
        for (int off : offs) {
            // What could not be said now is said when the wire is back.
            if (!surely(talk, off)) sounding.again(off);
        }
    }

    private boolean surely(RemoteTalk talk, int packed) {
        for (long end = System.nanoTime() + FLUSH; System.nanoTime() - end < 0 && talk.wire().isOpen();
                LockSupport.parkNanos(this, NO_ROOM))
            if (talk.message(number, packed, null)) return true;
        return false;
    }

    /** What was sent before we close leaves; then what sounds there is ended. */
    private void leave(RemoteTalk talk) {
        if (!present) return;
        long end = System.nanoTime() + FLUSH;
        while (!outflow.isEmpty() && talk.wire().isOpen() && System.nanoTime() - end < 0) {
            outflow.drain(System.nanoTime(), talk.wire().room(), (packed, bytes) -> send(talk, packed, bytes));
            if (!outflow.isEmpty()) LockSupport.parkNanos(this, NO_ROOM);
        }
        endWhatSounds(talk);
        while (talk.wire().stuckNanos(System.nanoTime()) > 0 && talk.wire().isOpen() && System.nanoTime() - end < 0)
            LockSupport.parkNanos(this, NO_ROOM);
    }

    private void tellDropped(long now) {
        long dropped = outflow.dropped();
        if (dropped == toldDropped || now - toldAt < TELL_DROPPED) return;
        say.accept((dropped - toldDropped) + " messages to '" + address + "' were dropped: more came than it takes.");
        toldDropped = dropped;
        toldAt = now;
    }

    private final class Heard implements RemoteTalk.News {
        @Override
        public void message(Message message) {
            synchronized (inflow) {
                if (deaf) return;
                if (message.isShort()) inflow.message(handle, message.packed(), null);
                else inflow.message(handle, 0, message.bytes());
            }
        }

        @Override
        public void configured() {
            reopen = true;
            LockSupport.unpark(thread);
        }

        @Override
        public void look() {
            LockSupport.unpark(thread);
        }
    }
}
