package roadcase.rig;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import roadcase.audio.Rack;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.PortPlan;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;
import roadcase.rig.plan.SlotPlan.ParameterPlan;
import roadcase.rig.plan.SwitchPlan;
import roadcase.rig.plan.ValuePlan;
import roadcase.surface.Travel;

/**
 * Collects what a gig says of its rack. Slots are numbered from 1, 0 means the master. One reading, one thread.
 *
 * <p>Errors: {@link roadcase.rig.plan.RigError} with the line that is being read.
 */
public final class RackDraft {
    private static final int SLOWEST_RATE = 8_000;
    private static final int FASTEST_RATE = 384_000;
    private static final int SMALLEST_BUFFER = 16;
    private static final int LARGEST_BUFFER = 8_192;

    private final RigBuilder rig;
    private final Origin origin;
    private final Map<Integer, Draft> drafts = new TreeMap<>();
    private int rate;
    private int buffer;
    private String output;
    private String session;

    private static final class Draft {
        final Origin origin;
        boolean written;
        String name;
        String instrument;
        String sound;
        double gain;
        final List<String> effects = new ArrayList<>();
        final Map<String, ParameterPlan> parameters = new LinkedHashMap<>();

        Draft(Origin origin) {
            this.origin = origin;
        }
    }

    RackDraft(RigBuilder rig) {
        this.rig = rig;
        this.origin = rig.origin();
    }

    /** @param newRate and {@code newBuffer} 0 where they are not said; {@code newOutput} null */
    public void audio(int newRate, int newBuffer, String newOutput) {
        if (newRate != 0 && (newRate < SLOWEST_RATE || newRate > FASTEST_RATE))
            throw rig.error("rate: " + newRate + "; sample rates are " + SLOWEST_RATE + " to " + FASTEST_RATE + ", such as 48000");
        if (newBuffer != 0 && (newBuffer < SMALLEST_BUFFER || newBuffer > LARGEST_BUFFER))
            throw rig.error("buffer: " + newBuffer + "; buffers are " + SMALLEST_BUFFER + " to " + LARGEST_BUFFER + " frames, such as 256");
        boolean differ = rate != 0 && newRate != 0 && rate != newRate || buffer != 0 && newBuffer != 0 && buffer != newBuffer
                || output != null && newOutput != null && !output.equals(newOutput);
        if (differ) throw rig.error("the rack's audio is set otherwise already; say it in one place");
        if (newRate != 0) rate = newRate;
        if (newBuffer != 0) buffer = newBuffer;
        if (newOutput != null) output = newOutput;
    }

    public void session(String name) {
        if (session != null && !session.equals(name)) throw rig.error("the rack's session is '" + session + "' already");
        session = name;
    }

    /** A slot with what is in it: once for each number and name. */
    public void slot(int number, String name) {
        Draft draft = touched(number);
        if (draft.written)
            throw rig.error(said(number) + " is in " + draft.origin + " already: a slot is written once");
        for (Map.Entry<Integer, Draft> other : drafts.entrySet())
            if (name != null && name.equals(other.getValue().name))
                throw rig.error("there are two slots '" + name + "': the first is number " + other.getKey() + " in "
                        + other.getValue().origin);
        Draft fresh = new Draft(rig.origin());
        fresh.written = true;
        fresh.name = name;
        fresh.parameters.putAll(draft.parameters);
        drafts.put(number, fresh);
    }

    /** The number of the slot that is called so. */
    public int find(String name) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<Integer, Draft> slot : drafts.entrySet()) {
            if (name.equals(slot.getValue().name)) return slot.getKey();
            if (slot.getValue().name != null) names.add(slot.getValue().name);
        }
        throw rig.error("there is no slot '" + name + "' above this line" + Spelling.didYouMean(name, names));
    }

    public int checked(int number) {
        if (number < 1 || number > Rack.SLOTS) throw rig.error("slot " + number + "; slots are 1 to " + Rack.SLOTS);
        touched(number);
        return number;
    }

    /** The script names the master. */
    public void master() {
        touched(Rack.MASTER);
    }

    /** Where a script writes what is in this slot; null where none does. */
    Origin written(int number) {
        Draft draft = drafts.get(number);
        return draft == null || !draft.written ? null : draft.origin;
    }

    /** What slots are called. */
    List<String> names() {
        return drafts.values().stream().map(d -> d.name).filter(Objects::nonNull).toList();
    }

    private Draft touched(int number) {
        return drafts.computeIfAbsent(number, n -> new Draft(rig.origin()));
    }

    private String said(int number) {
        return number == Rack.MASTER ? "the master" : "slot " + number;
    }

    public void instrument(int number, String plugin) {
        Draft draft = touched(number);
        if (draft.instrument != null)
            throw rig.error(said(number) + " has '" + draft.instrument + "' already; a slot has one instrument");
        draft.instrument = plugin;
    }

    public void sound(int number, String name) {
        Draft draft = touched(number);
        if (draft.instrument == null) throw rig.error("a sound belongs to an instrument: say instrument 'Diva' above it");
        draft.sound = name;
    }

    /** @return its position, from 1 */
    public int effect(int number, String plugin) {
        Draft draft = touched(number);
        if (draft.effects.size() == Rack.INSERTS)
            throw rig.error(said(number) + " has " + Rack.INSERTS + " effects already; more do not fit");
        draft.effects.add(plugin);
        return draft.effects.size();
    }

    /** The position of an effect that is there. */
    public int findEffect(int number, String plugin) {
        List<String> effects = touched(number).effects;
        int at = effects.indexOf(plugin);
        if (at < 0) throw rig.error(said(number) + " has no effect '" + plugin + "'" + Spelling.didYouMean(plugin, effects));
        return at + 1;
    }

    public void gain(int number, double decibels) {
        if (decibels > Rack.LOUDEST)
            throw rig.error("gain(" + whole(decibels) + ".dB); a slot goes up to " + whole(Rack.LOUDEST) + ".dB");
        touched(number).gain = Math.max(Rack.SILENCE, decibels);
    }

    private static String whole(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    /** The written name of a parameter's value. */
    public String parameter(int number, int position, String which) {
        Draft draft = touched(number);
        String name = SlotPlan.parameterName(number, position, which);
        draft.parameters.putIfAbsent(name, new ParameterPlan(position, which, rig.origin()));
        return name;
    }

    public PortPlan port(int number) {
        return PortPlan.ofSlot(number, touched(number).name, rig.origin());
    }

    RackPlan finish(Map<String, ValuePlan> values, List<SwitchPlan> switches) {
        master();
        List<SlotPlan> slots = new ArrayList<>();
        Map<String, String> kept = new LinkedHashMap<>();
        drafts.forEach((number, d) -> {
            SlotPlan slot = new SlotPlan(number, d.name, d.instrument, d.sound, d.effects, d.gain,
                    List.copyOf(d.parameters.values()), d.origin);
            slots.add(slot);
            value(values, kept, slot, SlotPlan.gainName(number), "gain",
                    new ValuePlan(SlotPlan.gainName(number), d.gain, Rack.SILENCE, Rack.LOUDEST, Travel.FADER, d.origin));
            toggle(switches, kept, slot, SlotPlan.muteName(number), "mute");
            if (!slot.isMaster()) toggle(switches, kept, slot, SlotPlan.soloName(number), "solo");
            d.parameters.forEach((name, parameter) -> value(values, kept, slot, name,
                    Objects.requireNonNullElse(slot.keptAs(parameter.position()), "empty") + " / " + parameter.which(),
                    new ValuePlan(name, Double.NaN, 0, 1, parameter.origin())));
        });
        return new RackPlan(rate, buffer, output, session, slots, kept, origin);
    }

    private void value(Map<String, ValuePlan> values, Map<String, String> kept, SlotPlan slot, String name, String what,
            ValuePlan plan) {
        if (values.putIfAbsent(name, plan) != null)
            throw rig.error("'" + name + "' is a value of the rack: give yours another name");
        kept.put(name, keptAs(slot, what));
    }

    private void toggle(List<SwitchPlan> switches, Map<String, String> kept, SlotPlan slot, String name, String what) {
        switches.add(new SwitchPlan(name, false, slot.origin()));
        kept.put(name, keptAs(slot, what));
    }

    private String keptAs(SlotPlan slot, String what) {
        return RackPlan.keptAs(session, slot, what);
    }
}
