package roadcase.rig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import roadcase.audio.Rack;
import roadcase.rig.Cells.SwitchCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;
import roadcase.rig.plan.SlotPlan.ParameterPlan;

/**
 * Tells the rack how its levels and parameters stand: by difference, at the end of a turn, so that of many moves the
 * last one counts. What is not taken is said again at the next turn.
 *
 * <p>The Conductor's thread. Nothing is allocated while playing.
 */
final class RackVoice {
    private final Outlet outlet;
    private final Level[] levels = new Level[Rack.SLOTS + 1];
    private final Map<String, Dial> dials = new HashMap<>();
    private Dial[] played = {};
    private boolean stale;

    /** One slot's, or the master's: how it should stand, and how the rack was told that it stands. */
    private static final class Level {
        ValueCell gain;
        SwitchCell mute;
        SwitchCell solo;
        double saidGain;
        boolean saidMute;
        boolean saidSolo;

        void forgotten() {
            saidGain = 0;
            saidMute = false;
            saidSolo = false;
        }
    }

    /** A parameter. */
    private static final class Dial {
        final int slot;
        final ParameterPlan plan;
        final ValueCell cell;
        double said = Double.NaN;

        Dial(int slot, ParameterPlan plan, ValueCell cell) {
            this.slot = slot;
            this.plan = plan;
            this.cell = cell;
        }
    }

    RackVoice(Outlet outlet) {
        this.outlet = outlet;
        for (int i = 0; i < levels.length; i++) levels[i] = new Level();
    }

    /** Another rig plays. A slot that it does not name goes back to 0 dB, and is heard. */
    void follow(Wiring next) {
        stale = true;
        for (Level level : levels) {
            level.gain = null;
            level.mute = null;
            level.solo = null;
        }
        Map<String, Dial> before = new HashMap<>(dials);
        dials.clear();
        RackPlan rack = next.rig.rack();
        if (rack != null) for (SlotPlan slot : rack.slots()) follow(next, slot, before);
        played = dials.values().toArray(Dial[]::new);
    }

    private void follow(Wiring next, SlotPlan slot, Map<String, Dial> before) {
        Level level = levels[slot.number()];
        level.gain = next.values.get(SlotPlan.gainName(slot.number()));
        level.mute = next.switches.get(SlotPlan.muteName(slot.number()));
        level.solo = next.switches.get(SlotPlan.soloName(slot.number()));
        for (ParameterPlan parameter : slot.parameters()) {
            String written = SlotPlan.parameterName(slot.number(), parameter.position(), parameter.which());
            String key = slot.plugin(parameter.position()) + " in " + written;
            Dial dial = new Dial(slot.number(), parameter, next.values.get(written));
            Dial known = before.get(key);
            if (known != null) dial.said = known.said;
            dials.put(key, dial);
        }
    }

    /** Something moved. */
    void stale() {
        stale = true;
    }

    /** The rack is a new one, which stands as racks do at first. */
    void fresh() {
        for (Level level : levels) level.forgotten();
        for (Dial dial : played) dial.said = Double.NaN;
        stale = true;
    }

    /** A plugin was loaded and stands as it does by itself. */
    void loaded(int slot, int position) {
        for (Dial dial : played) if (dial.slot == slot && dial.plan.position() == position) dial.said = Double.NaN;
        stale = true;
    }

    /** Cells of parameters that somebody moved on the plugin itself; they stand there already. */
    List<ValueCell> moved(int slot, int position, List<String> names, double value) {
        List<ValueCell> cells = new ArrayList<>();
        for (Dial dial : played) {
            if (dial.slot != slot || dial.plan.position() != position || !names.contains(dial.plan.which())) continue;
            dial.said = value;
            cells.add(dial.cell);
        }
        return cells;
    }

    /** Cells of what a script calls so, by number or name. */
    List<ValueCell> cells(int slot, int position, String number, String name) {
        List<ValueCell> cells = new ArrayList<>();
        for (Dial dial : played)
            if (dial.slot == slot && dial.plan.position() == position
                    && (dial.plan.which().equals(number) || dial.plan.which().equals(name))) cells.add(dial.cell);
        return cells;
    }

    /** Tells what is not said yet. */
    void settle(long now) {
        if (!stale) return;
        stale = false;
        Rack rack = outlet.rack();
        if (rack == Rack.NOBODY) return;
        for (int slot = 0; slot < levels.length; slot++) level(rack, slot, levels[slot], now);
        for (Dial dial : played) {
            double value = dial.cell.value;
            if (Double.isNaN(value) || value == dial.said) continue;
            // What is not known yet is said when the plugin is loaded.
            if (rack.parameter(dial.slot, dial.plan.position(), now, dial.plan.which(), value)) dial.said = value;
        }
    }

    private void level(Rack rack, int slot, Level level, long now) {
        double gain = level.gain == null ? 0 : level.gain.value;
        boolean mute = level.mute != null && level.mute.on;
        boolean solo = level.solo != null && level.solo.on;
        if (gain != level.saidGain && taken(rack.gain(slot, now, gain))) level.saidGain = gain;
        if (mute != level.saidMute && taken(rack.mute(slot, now, mute))) level.saidMute = mute;
        if (solo != level.saidSolo && taken(rack.solo(slot, now, solo))) level.saidSolo = solo;
    }

    private boolean taken(boolean is) {
        if (!is) stale = true;
        return is;
    }
}
