package roadcase.rig;

import java.util.List;
import java.util.Map;
import roadcase.rig.Cells.BankCell;
import roadcase.rig.Cells.KnobCell;
import roadcase.rig.Cells.SwitchCell;
import roadcase.rig.Cells.ValueCell;

/**
 * A rig prepared for playing: tables instead of lists, cells instead of names. Made by {@link Wirer} on a background
 * thread; from the swap on the Conductor's.
 */
final class Wiring {
    /** The written name under which it is kept which preset is shown. */
    static final String SHOWN = "preset shown";

    final Rig rig;
    final LiveLink link;
    /** By port number; null where no route listens. */
    final PlayedInput[] inputs;
    final List<PlayedPlace> places;
    final List<PlayedBanks> banks;
    final List<PlayedClips> clips;
    final List<PlayedPages> pages;
    final List<PlayedPreset> presets;
    /** Which preset is shown; null where there are none. */
    final BankCell shown;
    final List<PlayedDevice> devices;
    final Map<String, Integer> outputs;
    final Map<String, ValueCell> values;
    final Map<String, SwitchCell> switches;
    /** Knobs that move a value: where another hand moves it, they must let go. */
    final Map<ValueCell, List<Bound>> valueKnobs;
    /** Lines of ports that take hold softly. */
    final List<PlayedRoute> soft;
    /** Lines of ports whose code hears keys. */
    final List<PlayedRoute> hearing;
    /** Lines whose triggers remember whether they have fired. */
    final List<PlayedRoute> triggers;
    /** Lines that listen to a value. */
    final Map<ValueCell, List<PlayedRoute>> valueListeners;
    /** Port numbers of all inputs and outputs of this rig. */
    final boolean[] present;
    /** Port numbers of the slots by their own, from 1; empty where the rig has no rack. */
    final int[] slots;

    Wiring(Rig rig, LiveLink link, PlayedInput[] inputs, List<PlayedPlace> places, List<PlayedBanks> banks, List<PlayedClips> clips,
            List<PlayedPages> pages, List<PlayedPreset> presets, BankCell shown, List<PlayedDevice> devices, Map<String, Integer> outputs, Map<String, ValueCell> values,
            Map<String, SwitchCell> switches, Map<ValueCell, List<PlayedRoute>> valueListeners,
            Map<ValueCell, List<Bound>> valueKnobs, List<PlayedRoute> soft, List<PlayedRoute> hearing,
            List<PlayedRoute> triggers, boolean[] present, int[] slots) {
        this.rig = rig;
        this.link = link;
        this.inputs = inputs;
        this.places = places;
        this.banks = banks;
        this.clips = clips;
        this.pages = pages;
        this.presets = presets;
        this.shown = shown;
        this.devices = devices;
        this.outputs = outputs;
        this.values = values;
        this.switches = switches;
        this.valueListeners = valueListeners;
        this.valueKnobs = valueKnobs;
        this.soft = soft;
        this.hearing = hearing;
        this.triggers = triggers;
        this.present = present;
        this.slots = slots;
    }

    /** A knob's line that moves a value, and which of the line's values it is. */
    record Bound(PlayedControl control, int input, int kind, int channel, int number, PlayedRoute route, KnobCell knob,
            int index) {
        /** The value is this now; where it was not this knob that made it so, it lets go. */
        void valueIs(double value, SoftFlow.Positions positions) {
            if (knob.said == value || Double.isNaN(value)) return;
            knob.said = value;
            double low = route.valueLow[index];
            double high = route.valueHigh[index];
            if (low == high) return;
            int top = SoftFlow.top(kind);
            int raw = (int) Math.round(top * route.travels[index].part(value, low, high));
            int position = control != null ? control.cell.position : positions.last(input, kind, channel, number);
            knob.pickup.movedElsewhere(Math.max(0, Math.min(top, raw)), position);
        }
    }

    /** By index, for an iterator would be garbage at every bank change. */
    PlayedBanks banks(String group) {
        for (int i = 0; i < banks.size(); i++) if (banks.get(i).plan.name().equals(group)) return banks.get(i);
        return null;
    }

    /** The pages of a device, or null where it has none. */
    PlayedPages pages(String device) {
        for (int i = 0; i < pages.size(); i++) if (pages.get(i).plan.device().equals(device)) return pages.get(i);
        return null;
    }

    PlayedPreset preset(String name) {
        for (int i = 0; i < presets.size(); i++) if (presets.get(i).plan.name().equals(name)) return presets.get(i);
        return null;
    }

    /** The written name of a value. */
    String name(ValueCell cell) {
        for (Map.Entry<String, ValueCell> each : values.entrySet()) if (each.getValue() == cell) return each.getKey();
        throw new IllegalStateException("a value that nobody named");
    }

    PlayedDevice device(String name) {
        for (PlayedDevice d : devices) if (d.plan.name().equals(name)) return d;
        return null;
    }

    /** Looks anew which places hold and who has which control. */
    void refresh() {
        for (int i = 0; i < places.size(); i++) places.get(i).refresh();
        for (int i = 0; i < devices.size(); i++)
            for (PlayedControl control : devices.get(i).controls) control.choose();
    }
}
