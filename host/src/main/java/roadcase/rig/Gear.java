package roadcase.rig;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import roadcase.rig.plan.DevicePlan;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.PortPlan;

/**
 * Keeps the ports of a rig open and joined to their gear. A port stays open as long as any rig names it; gear that
 * goes is missed, and taken again when it returns, by name and never by number.
 *
 * <p>A thread of its own, {@code roadcase-gear}, looks when the driver says that ports changed, and every second.
 * {@link #open} and {@link #closeOthers} may take milliseconds; not for the Conductor's thread.
 */
public final class Gear implements AutoCloseable {
    private static final long LOOK_NANOS = 1_000_000_000L;
    private static final Pattern ORDINAL = Pattern.compile(".* #(\\d+)");

    private final Backend backend;
    private final Conductor conductor;
    private final Witness witness;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<Integer, Opened> opened = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Thread thread = new Thread(this::keep, "roadcase-gear");
    private Rig rig = Rig.empty("");
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

    public void start() {
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
            join();
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
                conductor.noHandle(entry.getKey());
                backend.close(entry.getValue().handle);
                return true;
            });
        } finally {
            lock.unlock();
        }
    }

    /** Ports came or went: look soon. Any thread, does not wait. */
    public void changed() {
        if (!lock.tryLock()) return; // whoever has the lock looks within a second
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
                news.awaitNanos(LOOK_NANOS);
                if (!closed) look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** What goes wrong once must not keep gear from returning later. */
    private void look() {
        try {
            join();
        } catch (RuntimeException fault) {
            if (told.add(fault.toString()))
                witness.fault(System.nanoTime(), Origin.NOWHERE, "looking for gear went wrong, please report it: " + fault);
        }
    }

    /** Joins every port to the gear that its name means now. Under the lock. */
    private void join() {
        List<RealPort> there = backend.ports();
        opened.forEach((number, port) -> {
            if (!isNamed(port.plan)) return; // of the rig that plays until the next one does: as it is
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

    private boolean isNamed(PortPlan plan) {
        for (PortPlan named : rig.ports()) if (named.key().equals(plan.key())) return true;
        return false;
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
            opened.clear();
        } finally {
            lock.unlock();
        }
    }
}
