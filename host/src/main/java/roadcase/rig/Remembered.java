package roadcase.rig;

import java.util.Map;
import java.util.TreeMap;
import roadcase.rig.Cells.BankCell;
import roadcase.rig.Cells.Cell;
import roadcase.rig.Cells.KnobCell;
import roadcase.rig.Cells.SwitchCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.Memory.Entry;

/**
 * What a gig remembers, by written names: between {@link Cells} and {@link Memory}.
 *
 * <p>Immutable, any thread.
 */
public record Remembered(Map<String, Entry> entries) {
    public static final Remembered NOTHING = new Remembered(Map.of());

    public Remembered {
        entries = Map.copyOf(entries);
    }

    /** Where a knob stands is not remembered, for gear can be moved while it is off; what it was set to is. */
    static Remembered of(Cells cells) {
        Map<String, Entry> entries = new TreeMap<>();
        cells.all().forEach((key, cell) -> {
            Entry entry = entry(cell);
            if (entry != null) entries.merge(key.name(), entry, Remembered::both);
        });
        return new Remembered(entries);
    }

    private static Entry entry(Cell cell) {
        if (cell instanceof SwitchCell s) return Entry.on(s.on);
        if (cell instanceof BankCell b && !b.active.isEmpty()) return Entry.text(b.active);
        if (cell instanceof ValueCell v) return kept(v.value, v.script);
        if (cell instanceof KnobCell k && k.pickup.stored() >= 0) return Entry.value(k.pickup.stored());
        return null;
    }

    /** What nobody knows is nothing to remember; a script that says no number says 0 here, and is not asked. */
    private static Entry kept(double value, double script) {
        return Double.isNaN(value) ? null : Entry.value(value, Double.isNaN(script) ? 0 : script);
    }

    private static Entry both(Entry a, Entry b) {
        return new Entry(
                a.on() != null ? a.on() : b.on(),
                a.value() != null && (a.script() != null || b.value() == null) ? a.value() : b.value(),
                a.text() != null ? a.text() : b.text(),
                a.script() != null ? a.script() : b.script());
    }

    /** Makes the cells of what is remembered; a rig that names them finds them so. */
    void restore(Cells cells) {
        entries.forEach((name, entry) -> {
            if (entry.on() != null) cells.cell(SwitchCell.class, name, () -> new SwitchCell(false)).on = entry.on();
            if (entry.text() != null) cells.cell(BankCell.class, name, () -> new BankCell("")).active = entry.text();
            if (entry.value() == null) return;
            if (entry.script() == null) {
                int value = (int) Math.max(0, Math.min(SoftFlow.top(roadcase.route.Event.NRPN), entry.value()));
                cells.cell(KnobCell.class, name, KnobCell::new).pickup.restore(value);
            } else {
                ValueCell cell = cells.cell(ValueCell.class, name, () -> new ValueCell(entry.script()));
                cell.value = entry.value();
                cell.script = entry.script();
            }
        });
    }
}
