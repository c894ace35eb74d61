package roadcase.midi.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import roadcase.sockets.Doorman;
import roadcase.sockets.SocketFault;
import roadcase.sockets.SocketServer;

/**
 * Where others reach this gig's ports. Listens as long as it is open; where the address is taken, it says so once and
 * takes it as soon as it is free.
 *
 * <p>A thread of its own starts the server, sends what peers hear, and lets those go that do not answer or read.
 */
final class Door implements Doorman, AutoCloseable {
    /** How many peers may be connected. */
    static final int MOST_PEERS = 16;

    private static final long TRY_AGAIN = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long PING = TimeUnit.SECONDS.toNanos(1);
    private static final long SILENT = TimeUnit.SECONDS.toNanos(4);
    private static final long STUCK = TimeUnit.SECONDS.toNanos(3);
    private static final long NO_ROOM = TimeUnit.MILLISECONDS.toNanos(1);

    private final ListenAddress address;
    private final Offers offers;
    private final Ears ears;
    private final Inbox inbox;
    private final Consumer<String> say;
    private final Complaints complaints;
    private final Methods methods = new Methods();
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final boolean[] taken = new boolean[MOST_PEERS];
    private final Thread thread = new Thread(this::keep, "roadcase-network-door");
    private SocketServer server;
    private volatile String state = "opening";
    private volatile int port = -1;
    private volatile boolean closing;

    Door(ListenAddress address, Offers offers, Ears ears, Inbox inbox, Consumer<String> say) {
        this.address = address;
        this.offers = offers;
        this.ears = ears;
        this.inbox = inbox;
        this.say = say;
        this.complaints = new Complaints(say);
        thread.setDaemon(true);
        ears.pump(thread);
        thread.start();
    }

    ListenAddress address() {
        return address;
    }

    /** The port that it listens at; -1 while it does not. */
    int port() {
        return port;
    }

    String state() {
        return state + (sessions.isEmpty() ? "" : ", " + sessions.size() + " connected")
                + (complaints.count() == 0 ? "" : ", " + complaints.count() + " messages refused")
                + (dropped() == 0 ? "" : ", " + dropped() + " dropped");
    }

    private long dropped() {
        return inbox.dropped() + sessions.stream().mapToLong(Session::dropped).sum();
    }

    long refused() {
        return complaints.count();
    }

    Offers offers() {
        return offers;
    }

    Ears ears() {
        return ears;
    }

    Methods methods() {
        return methods;
    }

    Complaints complaints() {
        return complaints;
    }

    /** There is something to send, or somebody to look after. */
    void look() {
        LockSupport.unpark(thread);
    }

    // ---- who comes and goes, on the server's threads

    @Override
    public Guest welcome(String from) {
        synchronized (taken) {
            for (int who = 0; who < MOST_PEERS; who++) {
                if (taken[who] || closing) continue;
                taken[who] = true;
                Session session = new Session(who, from, this, inbox);
                sessions.add(session);
                return session;
            }
        }
        return null;
    }

    @Override
    public void turnedAway(String from, String why) {
        complaints.about(from, why);
    }

    void left(Session session) {
        sessions.remove(session);
        synchronized (taken) {
            taken[session.who()] = false;
        }
    }

    // ---- the door's thread

    private void keep() {
        boolean told = false;
        while (!closing && server == null) {
            try {
                listen();
            } catch (SocketFault fault) {
                state = fault.getMessage();
                if (!told) say.accept(cannot(fault));
                told = true;
                LockSupport.parkNanos(this, TRY_AGAIN);
            }
        }
        while (!closing) turn(System.nanoTime());
        if (server != null) server.close();
    }

    private void listen() {
        InetAddress at;
        try {
            at = InetAddress.getByName(address.host());
        } catch (UnknownHostException nobody) {
            state = "nobody knows the address " + address.host();
            say.accept("Nobody knows the address " + address.host() + ", so others do not reach this gig's ports; say --network with"
                    + " an address of this machine.");
            closing = true;
            return;
        }
        server = SocketServer.listen(at, address.port(), Json.LONGEST_TEXT, this);
        port = server.port();
        String place = address.host() + ":" + port;
        state = "open at " + place;
        say.accept(at.isLoopbackAddress()
                ? "Programs on this machine reach this gig's ports at " + place + "."
                : "Everybody on this network reaches this gig's ports at " + place + ", without a password.");
    }

    private String cannot(SocketFault fault) {
        if (!fault.isBusy())
            return "Others do not reach this gig's ports at " + address + ": " + fault.getMessage() + ". The gig plays without that.";
        return "Others do not reach this gig's ports at " + address + ": " + fault.getMessage() + ". End that program (a MIDI Router"
                + " or another Roadcase has 12345), or choose another port: --network " + elsewhere()
                + ". The gig plays without that, and takes the port as soon as it is free.";
    }

    private String elsewhere() {
        int other = address.port() == 65_535 ? address.port() - 1 : address.port() + 1;
        return address.host().equals(ListenAddress.LOOPBACK) ? String.valueOf(other) : address.host() + ":" + other;
    }

    private void turn(long now) {
        long next = LOOK;
        for (Session session : sessions) {
            if (session.wire() == null) continue;
            session.pump(now);
            long due = session.nextNanos(now);
            next = Math.min(next, due == 0 ? NO_ROOM : due);
            care(session, now);
        }
        LockSupport.parkNanos(this, next);
    }

    private void care(Session session, long now) {
        long quiet = session.wire().quietNanos(now);
        if (session.wire().stuckNanos(now) > STUCK) session.wire().close("it does not read");
        else if (quiet > SILENT) session.wire().close("it does not answer");
        else if (quiet > PING) session.wire().ping();
    }

    /** Lets everybody go; what they hold is ended. */
    @Override
    public void close() {
        closing = true;
        look();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
