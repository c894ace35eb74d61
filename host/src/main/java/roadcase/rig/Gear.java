package roadcase.rig;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roadcase.midi.Backend;
import roadcase.midi.MidiFault;
import roadcase.midi.PortNames;
import roadcase.midi.RealPort;
import roadcase.midi.Traffic;
import roadcase.rig.plan.DevicePlan;
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
    private static final Pattern ORDINAL = Pattern.compile(".* #(\\d+)");

    private final Backend backend;
    private final Conductor conductor;
    private final Witness witness;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<Integer, Opened> opened = new LinkedHashMap<>();
    /** What was said of ports that could not be had, so that it is said once. */
    private final Set<String> told = new HashSet<>();
    /** Names of which it was said that their gear is missing. */
    private final Set<String> missing = new LinkedHashSet<>();
    private final Thread thread = new Thread(this::keep, "roadcase-gear");
    private Rig rig = Rig.empty("");
    private volatile boolean changed;
    private boolean serverGone;
    private long serverReturns;
    private boolean closed;

    private static final class Opened {
        final int handle;
        PortPlan plan;
        RealPort real;

        Opened(int handle, PortPlan plan) {
            this.handle = handle;
            this.plan = plan;
        }
    }

    /** One port as faces show it; {@code gear} is what it is joined to, or empty. */
    public record State(PortPlan port, String gear) {}

    public Gear(Backend backend, Conductor conductor, Witness witness) {
        this.backend = backend;
        this.conductor = conductor;
        this.witness = witness;
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
                if (known != null) {
                    known.plan = plan;
                    continue;
                }
                try {
                    int handle = backend.open(plan.direction(), plan.name(), plan.owned());
                    opened.put(number, new Opened(handle, plan));
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
                    .map(o -> new State(o.plan, o.real == null ? "" : o.real.name()))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private void keep() {
        lock.lock();
        try {
            while (!closed) {
                if (!changed) news.awaitNanos(LOOK_NANOS);
                changed = false;
                if (!closed) look();
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
        for (Opened port : opened.values()) if (port.real == null && meansGear(port.plan)) names.add(port.plan.name());
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
        Set<String> named = new HashSet<>();
        for (PortPlan plan : rig.ports()) named.add(plan.key());
        opened.forEach((number, port) -> {
            // What the rig does not name any more is about to be closed, or is kept by a driver that does not answer.
            if (!named.contains(port.plan.key())) return;
            Optional<RealPort> wanted = wanted(port.plan, there);
            boolean stillThere = port.real != null && there.contains(port.real);
            if (stillThere && wanted.isPresent() && wanted.get().equals(port.real)) return;
            if (port.real != null) {
                port.real = null;
                if (stillThere) backend.disconnect(port.handle);
                else conductor.tell(stage -> stage.vanish(number));
            }
            if (wanted.isPresent()) connect(number, port, wanted.get());
            else if (meansGear(port.plan)) conductor.tell(stage -> stage.missing(number));
        });
    }

    /** The server was gone and is back, perhaps between two looks: nothing is as we left it. */
    private void loseAll() {
        opened.forEach((number, port) -> {
            if (port.real != null) conductor.tell(stage -> stage.vanish(number));
            port.real = null;
        });
    }

    private void connect(int number, Opened port, RealPort real) {
        try {
            backend.connect(port.handle, real);
            port.real = real;
            told.remove(port.plan.key());
            conductor.tell(stage -> stage.found(number));
        } catch (MidiFault fault) {
            conductor.tell(stage -> stage.missing(number));
            if (told.add(port.plan.key()))
                witness.fault(System.nanoTime(), Origin.NOWHERE, fault.getMessage());
        }
    }

    /** A port that we make for others means no gear, unless this room binds it to some. */
    private boolean meansGear(PortPlan plan) {
        return !plan.owned() || bound(plan) != null;
    }

    private Optional<RealPort> wanted(PortPlan plan, List<RealPort> there) {
        String bound = bound(plan);
        if (bound != null) return PortNames.find(bound, plan.direction(), there);
        if (plan.owned()) return Optional.empty();
        if (plan.device() == null) return PortNames.find(plan.name(), plan.direction(), there);
        DevicePlan device = rig.device(plan.device());
        Matcher ordinal = ORDINAL.matcher(plan.name());
        int which = ordinal.matches() ? Integer.parseInt(ordinal.group(1)) : 1;
        return PortNames.findDevice(device.spec().patterns(), which, plan.direction(), there);
    }

    private String bound(PortPlan plan) {
        for (Rig.Bind bind : rig.binds())
            if (bind.name().equals(plan.name()) || bind.name().equals(plan.device())) return bind.to();
        return null;
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
