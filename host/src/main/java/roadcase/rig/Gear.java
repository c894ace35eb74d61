package roadcase.rig;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import roadcase.midi.Backend;
import roadcase.midi.MidiFault;
import roadcase.midi.PortBusy;
import roadcase.midi.RealPort;
import roadcase.midi.RealPort.Direction;
import roadcase.midi.Traffic;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.PortPlan;

/**
 * Keeps the ports of a rig open and joined to their gear. A port stays open as long as any rig names it; gear that
 * goes is missed, and taken again when it returns, by name and never by number. Both are said, and so is a driver that
 * is gone or does not answer; the next look tries again.
 *
 * <p>A thread of its own, {@code roadcase-gear}, looks when the driver says that ports changed, and every second.
 * {@link #open} and {@link #closeOthers} may take milliseconds; not for the Conductor's thread.
 */
public final class Gear implements AutoCloseable {
    private static final long LOOK_NANOS = 1_000_000_000L;
    /** No key of a port. */
    private static final String NO_ANSWER = "";
    /** The longest period of a driver that we wait for. */
    private static final long PERIOD_NANOS = 25_000_000L;

    private final Backend backend;
    private final Conductor conductor;
    private final Witness witness;
    private final Function<String, List<String>> whoHolds;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<Integer, Opened> opened = new LinkedHashMap<>();
    /** What was said of ports that could not be had, so that it is said once. */
    private final Set<String> told = new HashSet<>();
    /** Names of which it was said that their gear is missing. */
    private final Set<String> missing = new LinkedHashSet<>();
    private final GearSeats seats = new GearSeats();
    private final Set<Integer> strangers = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::keep, "roadcase-gear");
    private Rig rig = Rig.empty("");
    private volatile boolean changed;
    private boolean serverGone;
    private long serverReturns;
    private boolean closed;

    private static final class Opened {
        final int handle;
        /** The name that the driver was given. */
        final String as;
        PortPlan plan;
        RealPort real;

        Opened(int handle, String as, PortPlan plan) {
            this.handle = handle;
            this.as = as;
            this.plan = plan;
        }
    }

    /**
     * One port as faces show it.
     *
     * @param gear what it is joined to as people call it, or empty
     * @param real the same as the system calls it: it tells two of a kind apart
     * @param as the name that the driver knows it by: its own, or the address of a port on another machine
     */
    public record State(PortPlan port, String gear, String real, String as) {}

    public Gear(Backend backend, Conductor conductor, Witness witness) {
        this(backend, conductor, witness, device -> List.of());
    }

    /** @param whoHolds names of the programs that have a device file open, for what is said of a busy port */
    public Gear(Backend backend, Conductor conductor, Witness witness, Function<String, List<String>> whoHolds) {
        this.whoHolds = whoHolds;
        this.backend = backend;
        this.conductor = conductor;
        this.witness = witness;
        conductor.onStranger(this::stranger);
        thread.setDaemon(true);
    }

    /** Looks from now on. What is missing already is for the face to show. */
    public void start() {
        lock.lock();
        try {
            missing.addAll(without());
        } finally {
            lock.unlock();
        }
        thread.start();
    }

    /**
     * Opens what this rig names and nobody has opened yet, and joins it to its gear. Before the rig plays.
     *
     * @return a sentence for each port that could not be made
     */
    public List<String> open(Rig next) {
        List<String> faults = new ArrayList<>();
        lock.lock();
        try {
            rig = next;
            for (PortPlan plan : next.ports()) {
                int number = conductor.ports().number(plan);
                Opened known = opened.get(number);
                String as = GearSeats.opensAs(next, plan);
                if (known != null && (known.as.equals(as) || !moves(number, known))) {
                    known.plan = plan;
                    continue;
                }
                try {
                    int handle = backend.open(plan.direction(), as, plan.owned());
                    opened.put(number, new Opened(handle, as, plan));
                    conductor.handle(number, handle);
                } catch (MidiFault fault) {
                    faults.add(fault.getMessage());
                }
            }
            look();
        } finally {
            lock.unlock();
        }
        return faults;
    }

    /** Closes what this rig does not name. After it plays. */
    public void closeOthers(Rig playing) {
        lock.lock();
        try {
            Set<String> keep = new HashSet<>();
            for (PortPlan plan : playing.ports()) keep.add(plan.key());
            opened.entrySet().removeIf(entry -> {
                if (keep.contains(entry.getValue().plan.key())) return false;
                return shut(entry.getKey(), entry.getValue());
            });
            missing.retainAll(without());
        } finally {
            lock.unlock();
        }
    }

    /** A port that is bound to another machine now, or no longer, is another port. @return whether it could be closed */
    private boolean moves(int number, Opened port) {
        if (port.real != null)
            conductor.ask(stage -> {
                stage.comings.leave(number);
                return null;
            });
        return shut(number, port);
    }

    /** @return false where the driver does not answer: the next reload tries again */
    private boolean shut(int number, Opened port) {
        try {
            backend.close(port.handle);
        } catch (MidiFault fault) {
            say(fault.getMessage());
            return false;
        }
        conductor.noHandle(number);
        return true;
    }

    /** Ports came or went: look soon. Any thread, does not wait. */
    public void changed() {
        changed = true;
        if (!lock.tryLock()) return; // whoever has the lock looks again before waiting
        try {
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    public List<State> states() {
        lock.lock();
        try {
            return opened.values().stream()
                    .map(o -> new State(o.plan, o.real == null ? "" : o.real.name(),
                            o.real == null ? "" : o.real.id(), o.as))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /**
     * A device said at its input who it is, and it is not what our device is. Any thread, does not wait.
     *
     * @param port the number of the input
     */
    public void stranger(int port) {
        strangers.add(port);
        changed();
    }

    private void keep() {
        lock.lock();
        try {
            while (!closed) {
                if (!changed) news.awaitNanos(LOOK_NANOS);
                boolean heard = changed;
                changed = false;
                if (closed) return;
                try {
                    look();
                    // Gear that went and came back between two looks is dark, and nothing else tells.
                    if (heard) conductor.tell(stage -> stage.comings.repaintSoon());
                } catch (OutOfMemoryError wantOfMemory) {
                    changed = heard; // looked at again when a script has given it back
                    news.awaitNanos(LOOK_NANOS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Under the lock. A driver that does not answer now may answer a second later. */
    private void look() {
        try {
            join();
            told.remove(NO_ANSWER);
        } catch (MidiFault fault) {
            if (told.add(NO_ANSWER)) witness.fault(System.nanoTime(), Origin.NOWHERE, fault.getMessage());
        } catch (RuntimeException fault) {
            // What goes wrong once must not keep gear from returning later.
            if (told.add(fault.toString()))
                witness.fault(System.nanoTime(), Origin.NOWHERE, "looking for gear went wrong, please report it: " + fault);
        }
        if (thread.isAlive()) tellWhatChanged();
    }

    private void tellWhatChanged() {
        boolean gone = !backend.traffic().alive();
        Set<String> without = without();
        if (gone != serverGone) {
            serverGone = gone;
            say(gone
                    ? "The server of '" + backend.name() + "' is gone; the show waits for it."
                    : "The server of '" + backend.name() + "' is back, and our ports with it; other programs connect theirs"
                            + " themselves.");
        }
        // While there is no server, nothing more need be said of each port.
        if (gone) return;
        for (String name : without) if (missing.add(name)) say("'" + name + "' is missing; it is taken as soon as it is there.");
        missing.removeIf(name -> {
            if (without.contains(name)) return false;
            say("'" + name + "' is there and taken.");
            return true;
        });
    }

    /** Names of ports that are not joined to the gear they mean. */
    private Set<String> without() {
        Set<String> names = new LinkedHashSet<>();
        for (Opened port : opened.values()) if (port.real == null && seats.meansGear(rig, port.plan)) names.add(port.plan.name());
        return names;
    }

    private void say(String sentence) {
        witness.note(System.nanoTime(), sentence);
    }

    /** Joins every port to the gear that its name means now. */
    private void join() {
        // Asked for first: a server that returns after this is dealt with by the next look.
        Traffic traffic = backend.traffic();
        List<RealPort> there = backend.ports();
        if (traffic.reconnects() != serverReturns) loseAll();
        serverReturns = traffic.reconnects();
        seats.strangersAre(rig, heardOf());
        Map<String, RealPort> wanted = seats.find(rig, there);
        // All leave before anybody sits down: two units may change places.
        opened.forEach((number, port) -> {
            if (!isNamed(port.plan)) return; // of the rig that plays until the next one does: as it is
            RealPort meant = wanted.get(GearSeats.key(rig, port.plan));
            if (port.real == null || port.real.equals(meant)) return;
            if (there.contains(port.real)) leave(number, port);
            else conductor.tell(stage -> stage.comings.vanish(number));
            port.real = null;
        });
        opened.forEach((number, port) -> {
            if (!isNamed(port.plan)) return;
            RealPort meant = wanted.get(GearSeats.key(rig, port.plan));
            if (meant != null && !meant.equals(port.real)) connect(number, port, meant);
            else if (meant == null && seats.meansGear(rig, port.plan)) conductor.tell(stage -> stage.comings.missing(number));
            if (port.real != null) seats.sits(rig, port.plan, port.real);
            else seats.left(rig, port.plan);
        });
    }

    /** Which of our inputs are joined to a stranger. */
    private Map<PortPlan, RealPort> heardOf() {
        Map<PortPlan, RealPort> heard = new LinkedHashMap<>();
        for (Integer number : strangers) {
            strangers.remove(number);
            Opened port = opened.get(number);
            if (port != null && port.real != null) heard.put(port.plan, port.real);
        }
        return heard;
    }

    /** Lets go of gear that is still there, for other gear; what is held there is ended first. */
    private void leave(int number, Opened port) {
        conductor.ask(stage -> {
            stage.comings.leave(number);
            return null;
        });
        // The offs go out with the driver's next period; a connection that ends before takes them along.
        if (port.plan.direction() == Direction.OUTPUT) LockSupport.parkNanos(PERIOD_NANOS);
        backend.disconnect(port.handle);
    }

    /** The server was gone and is back, perhaps between two looks: nothing is as we left it. */
    private void loseAll() {
        opened.forEach((number, port) -> {
            if (port.real != null) conductor.tell(stage -> stage.comings.vanish(number));
            port.real = null;
        });
    }

    private void connect(int number, Opened port, RealPort real) {
        try {
            backend.connect(port.handle, real);
            port.real = real;
            told.remove(port.plan.key());
            int generation = seats.generation(rig, port.plan, real);
            conductor.tell(stage -> {
                stage.identities.joined(number, generation);
                stage.comings.found(number);
            });
        } catch (MidiFault fault) {
            conductor.tell(stage -> stage.comings.missing(number));
            if (told.add(port.plan.key()))
                witness.fault(System.nanoTime(), Origin.NOWHERE, fault.getMessage() + heldBy(fault));
        }
    }

    private String heldBy(MidiFault fault) {
        if (!(fault instanceof PortBusy busy) || busy.device().isEmpty()) return "";
        List<String> holders = whoHolds.apply(busy.device());
        return holders.isEmpty() ? "" : "; it is held by " + String.join(" and ", holders);
    }

    private boolean isNamed(PortPlan plan) {
        for (PortPlan named : rig.ports()) if (named.key().equals(plan.key())) return true;
        return false;
    }

    /** Closes all ports. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            news.signal();
            opened.values().forEach(port -> backend.close(port.handle));
        } catch (MidiFault fault) {
            // Each further port would wait as long; the driver's own end takes them along.
            say(fault.getMessage());
        } finally {
            opened.clear();
            lock.unlock();
        }
    }
}
