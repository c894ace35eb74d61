package roadcase.rig.plan;

import java.util.List;
import roadcase.audio.Rack;

/**
 * What a script says of a slot, or of the master.
 *
 * @param number 1 to 8; 0 for the master
 * @param name what the script calls it, or null
 * @param instrument name or path of a plugin, or null for none
 * @param sound of the instrument, or null for its own start
 * @param effects in the order of the sound
 * @param gain what it starts at, in dB
 * @param parameters those that the script moves or reads
 */
public record SlotPlan(
        int number, String name, String instrument, String sound, List<String> effects, double gain,
        List<ParameterPlan> parameters, Origin origin) {
    public static final int SLOTS = Rack.SLOTS;
    /** The number that means the sum of all slots. */
    public static final int MASTER = Rack.MASTER;
    /** Effects that fit into a slot, or into the master. */
    public static final int INSERTS = Rack.INSERTS;

    public SlotPlan {
        effects = List.copyOf(effects);
        parameters = List.copyOf(parameters);
    }

    /** @param position 0 the instrument, 1 and up an effect; {@code which} its name, or its number from 1 */
    public record ParameterPlan(int position, String which, Origin origin) {}

    /** The plugin of a place, or null. */
    public String plugin(int position) {
        if (position == 0) return instrument;
        return position <= effects.size() ? effects.get(position - 1) : null;
    }

    /** What is remembered of a place goes by this: its plugin, the second of the same name as {@code Delay 2}. */
    public String keptAs(int position) {
        String plugin = plugin(position);
        if (plugin == null || position == 0) return plugin;
        long nth = effects.subList(0, position).stream().filter(plugin::equals).count();
        return nth > 1 ? plugin + " " + nth : plugin;
    }

    public boolean isMaster() {
        return number == 0;
    }

    /** As a sentence calls it. */
    public String said() {
        return isMaster() ? "the master" : "slot " + number + (name == null ? "" : " '" + name + "'");
    }

    // ---- written names of what can be moved

    private static String base(int number) {
        return number == 0 ? "master" : "slot " + number;
    }

    public static String meterName(int number) {
        return base(number);
    }

    public static String gainName(int number) {
        return base(number) + " / gain";
    }

    public static String muteName(int number) {
        return base(number) + " / mute";
    }

    public static String soloName(int number) {
        return base(number) + " / solo";
    }

    public static String parameterName(int number, int position, String which) {
        return base(number) + (position == 0 ? "" : " / effect " + position) + " / parameter " + which;
    }
}
