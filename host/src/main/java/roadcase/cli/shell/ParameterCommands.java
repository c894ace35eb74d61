package roadcase.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import roadcase.rig.RackDesk;
import roadcase.rig.Spelling;
import roadcase.rig.Turnable;
import roadcase.rig.plan.SlotPlan;

/** {@code params} and {@code set} at the shell: what can be turned on plugins. One thread. */
final class ParameterCommands {
    private final Playing playing;

    ParameterCommands(Playing playing) {
        this.playing = playing;
    }

    /** A plugin that was meant. */
    private record There(int slot, int position, String plugin) {}

    private There there(String typed, String effect) {
        int slot = Given.slotOrMaster(typed, playing.rig().rack());
        SlotPlan plan = playing.rig().rack() == null ? null : playing.rig().rack().slot(slot);
        String called = slot == SlotPlan.MASTER ? "The master" : "Slot " + slot;
        int most = plan == null ? 0 : plan.effects().size();
        if (effect == null && slot == SlotPlan.MASTER) throw new Given.Wrong(most == 0 ? "The master has no effects"
                : "The master has no instrument: say which effect, 1 to " + most);
        int position = effect == null ? 0 : Given.number(effect, 1, most).orElse(-1);
        if (position < 0)
            throw new Given.Wrong("'" + effect + "' is no effect of " + called.toLowerCase(Locale.ROOT) + (most == 0
                    ? ", which has none" : "; it has 1 to " + most));
        if (plan == null || plan.plugin(position) == null) throw new Given.Wrong(called + " is empty");
        return new There(slot, position, plan.plugin(position));
    }

    private List<Turnable> parameters(There there) {
        List<Turnable> all = playing.additions().parameters(there.slot, there.position);
        if (all.isEmpty()) throw new Given.Wrong("'" + there.plugin + "' has nothing to turn, or is not there");
        return all;
    }

    /** {@code params SLOT|master [EFFECT]}. */
    Reply params(List<String> given) {
        if (given.isEmpty() || given.size() > 2)
                return Reply.mistake("`params` takes a slot, or master, and the number of an effect");
        There there = there(given.get(0), given.size() == 2 ? given.get(1) : null);
        List<Turnable> all = parameters(there);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Turnable p = all.get(i);
            lines.add("  " + (i + 1) + "  " + p.name() + " = " + number(p.value()) + "  (range 0.000 .. 1.000)"
                    + shown(p));
        }
        return Reply.lines(lines);
    }

    private static String shown(Turnable p) {
        return p.shown().isBlank() ? "" : "  " + p.shown() + (p.unit().isBlank() || p.shown().endsWith(p.unit())
                ? "" : " " + p.unit());
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceFirst("0{1,2}$", "");
    }

    /** {@code set SLOT [EFFECT] NAME VALUE}, {@code set master EFFECT NAME VALUE}. */
    Reply set(List<String> given) {
        if (given.size() < 3 || given.size() > 4)
            return Reply.mistake("`set` takes a slot, the name or number of a parameter and a value; or"
                    + " slot or master, effect, parameter and value");
        boolean inEffect = given.size() == 4;
        There there = there(given.get(0), inEffect ? given.get(1) : null);
        String name = given.get(inEffect ? 2 : 1);
        String typed = given.get(inEffect ? 3 : 2);
        List<Turnable> all = parameters(there);
        int index = RackDesk.find(all, name);
        if (index < 0)
            return Reply.mistake("'" + there.plugin + "' has no parameter '" + name + "'"
                    + Spelling.didYouMean(name, all.stream().map(Turnable::name).toList()));
        double value;
        try {
            value = Double.parseDouble(typed);
        } catch (NumberFormatException none) {
            return Reply.mistake("'" + typed + "' is no number; values are 0.0 to 1.0");
        }
        Turnable p = all.get(index);
        if (!(value >= 0 && value <= 1))
            return Reply.mistake(typed + " is out of range; values are 0.0 to 1.0" + (p.shown().isBlank() ? ""
                    : " (" + number(p.value()) + " is '" + (p.shown() + " " + p.unit()).strip() + "')"));
        Turnable now = playing.additions().turn(there.slot, there.position, index, p, value);
        return Reply.said("  " + now.name() + " = " + number(now.value()) + shown(now));
    }

    /** Names of what can be turned, for whoever completes a line. */
    List<String> names(List<String> before) {
        try {
            boolean master = before.get(1).equalsIgnoreCase("master");
            if (before.size() != (master ? 3 : 2)) return List.of();
            There there = there(before.get(1), master ? before.get(2) : null);
            return playing.additions().parameters(there.slot, there.position).stream().map(Turnable::name).toList();
        } catch (RuntimeException nothingToComplete) {
            return List.of();
        }
    }
}
