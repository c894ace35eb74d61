package roadcase.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import roadcase.rig.plan.ClockPlan;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.RigError;
import roadcase.surface.Pickup;

/**
 * Everything that outlives a reload, by its written name. Rigs come and go, cells stay: the same name is the same
 * cell.
 *
 * <p>Cells are made by the thread that prepares a rig, changed by the Conductor and read by anyone; their fields are
 * volatile where others read them.
 */
final class Cells {
    /** One thing that has a state. */
    sealed interface Cell permits SwitchCell, KnobCell, BankCell, ValueCell, ControlCell, Trigger, Picture {}

    /** On or off: a toggle, a switch, a light lit by hand. */
    static final class SwitchCell implements Cell {
        volatile boolean on;

        SwitchCell(boolean start) {
            on = start;
        }
    }

    /** A knob's stored value in one meaning. */
    static final class KnobCell implements Cell {
        final Pickup pickup = new Pickup();
        /** What its value was when it last moved it, or was told of it: a value that differs was moved elsewhere. */
        double said = Double.NaN;
    }

    /** Which bank is active. */
    static final class BankCell implements Cell {
        volatile String active;

        BankCell(String start) {
            active = start;
        }
    }

    /** A number, with the number that the script had when it was stored. */
    static final class ValueCell implements Cell {
        volatile double value;
        volatile double script;
        volatile double low = Double.NEGATIVE_INFINITY;
        volatile double high = Double.POSITIVE_INFINITY;

        ValueCell(double start) {
            value = start;
            script = start;
        }

        double within(double wanted) {
            return Math.max(low, Math.min(high, wanted));
        }
    }

    /** Where a control of a device stands; not remembered over evenings, for gear can be moved while it is off. */
    static final class ControlCell implements Cell {
        volatile int position = -1;
        volatile boolean pressed;
        /** Counts presses of all controls: the latest held key has the say. */
        long order;
    }

    private final List<String> clocks = new ArrayList<>(List.of(ClockPlan.INTERNAL));
    /** Whether clocks play: that outlives a reload, and no evening. */
    private final Map<String, SwitchCell> playing = new ConcurrentHashMap<>();
    private final Map<Key, Cell> byKey = new ConcurrentHashMap<>();
    private final AtomicLong revision = new AtomicLong();

    /** A cell is known by what it is and by its written name: a bank and a value may share a name. */
    record Key(Class<? extends Cell> type, String name) {}

    /** The cell of this name, made now if there is none. */
    <C extends Cell> C cell(Class<C> type, String name, Supplier<C> make) {
        return type.cast(byKey.computeIfAbsent(new Key(type, name), k -> make.get()));
    }

    /**
     * The number of the clock of this name, the same in every rig; 0 is our own. Any thread.
     *
     * @throws RigError where a show has named too many
     */
    synchronized int clock(String name) {
        int number = clocks.indexOf(name);
        if (number >= 0) return number;
        if (clocks.size() == Delay.MOST_CLOCKS)
            throw new RigError(Origin.NOWHERE, "this show has named " + Delay.MOST_CLOCKS + " different clocks; more are too many:"
                    + " quit and start again");
        clocks.add(name);
        return clocks.size() - 1;
    }

    /** The cell of this name, or null. */
    <C extends Cell> C known(Class<C> type, String name) {
        return type.cast(byKey.get(new Key(type, name)));
    }

    /** Whether the clock of this name plays; not remembered. */
    SwitchCell playing(String clock) {
        return playing.computeIfAbsent(clock, c -> new SwitchCell(false));
    }

    Map<Key, Cell> all() {
        return byKey;
    }

    /** The next rig that names this starts fresh. */
    void forget(String name) {
        byKey.keySet().removeIf(key -> key.name().equals(name));
        changed();
    }

    /** Something that is remembered changed. */
    void changed() {
        revision.incrementAndGet();
    }

    long revision() {
        return revision.get();
    }
}
