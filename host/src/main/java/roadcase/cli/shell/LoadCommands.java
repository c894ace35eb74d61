package roadcase.cli.shell;

import java.util.ArrayList;
import java.util.List;
import roadcase.rig.KnownPlugin;
import roadcase.rig.plan.Overlay.Insert;
import roadcase.rig.plan.Overlay.Place;
import roadcase.rig.plan.Overlay;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;

/**
 * {@code load}, {@code load_fx}, {@code remove_fx}, {@code overlay}, {@code edit}, {@code scan} and {@code plugins} at
 * the shell. What the gig's script names stays as the script says. One thread.
 */
final class LoadCommands {
    private final Playing playing;

    LoadCommands(Playing playing) {
        this.playing = playing;
    }

    private RackPlan rack() {
        return playing.rig().rack();
    }

    /** {@code load SLOT PLUGIN [NAME]}. */
    Reply load(List<String> given) {
        if (given.size() < 2 || given.size() > 3)
            return Reply.mistake("`load` takes a slot and a plugin, by name or path, and if you like a name for it");
        int slot = Given.slot(given.get(0), rack());
        mine(slot);
        Additions additions = playing.additions();
        String plugin = additions.meant(given.get(1));
        Overlay before = additions.overlay();
        Place there = before.slots().get(slot);
        String name = before.freeName(slot, given.size() == 3 ? given.get(2) : Overlay.shortName(plugin), named(slot));
        Reply laid = additions.change(before.slot(slot, new Place(name, plugin, there == null
                ? List.of() : there.effects())));
        if (isRefused(laid)) return laid;
        return ready(before, laid, slot, 0, plugin, "slot " + slot + " = " + name);
    }

    /** What the gig itself calls its other slots. */
    private List<String> named(int slot) {
        if (rack() == null) return List.of();
        return rack().slots().stream().filter(s -> s.number() != slot && s.name() != null).map(SlotPlan::name).toList();
    }

    /** A slot that a script names is the script's. */
    private void mine(int slot) {
        SlotPlan plan = rack() == null ? null : rack().slot(slot);
        if (slot == SlotPlan.MASTER || plan == null || plan.name() == null || playing.additions().overlay().slots()
                .containsKey(slot)) return;
        throw new Given.Wrong(said(plan) + " is what " + plan.origin() + " says: change it there");
    }

    private static String said(SlotPlan plan) {
        String said = plan.said();
        return Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }

    private static boolean isRefused(Reply reply) {
        return reply.mistake() != null || !reply.errors().isEmpty();
    }

    /** What was said of the change, then what became of the plugin; one that cannot be had changes nothing. */
    private Reply ready(Overlay before, Reply laid, int slot, int position, String plugin, String said) {
        String why = playing.additions().await(slot, position, plugin);
        if (why != null) {
            playing.additions().change(before);
            return Reply.mistake("'" + plugin + "' was not loaded: " + why);
        }
        List<String> lines = new ArrayList<>(laid.lines());
        lines.add("  " + said);
        return Reply.lines(lines);
    }

    /** {@code load_fx PLUGIN [SLOT|master] [NAME]}. */
    Reply loadEffect(List<String> given) {
        if (given.isEmpty() || given.size() > 3)
            return Reply.mistake("`load_fx` takes a plugin, by name or path, and if you like a slot or"
                    + " master, and a name for it");
        int slot = given.size() == 1 ? SlotPlan.MASTER : Given.slotOrMaster(given.get(1), rack());
        mine(slot);
        Additions additions = playing.additions();
        Overlay before = additions.overlay();
        if (slot != SlotPlan.MASTER && !before.slots().containsKey(slot))
            return Reply.mistake("Slot " + slot + " is empty: `load " + slot + " ...` an instrument first");
        String plugin = additions.meant(given.get(0));
        int position = effects(slot).size() + 1;
        if (position > SlotPlan.INSERTS) return Reply.mistake("There are " + SlotPlan.INSERTS
                + " effects already; more do not fit");
        Insert insert = new Insert(plugin, given.size() == 3 ? given.get(2) : Overlay.shortName(plugin));
        Reply laid = additions.change(before.effects(slot, all -> {
            all.add(insert);
            return all;
        }));
        if (isRefused(laid)) return laid;
        return ready(before, laid, slot, position, plugin, called(slot) + " effect " + position + " = "
                + insert.said());
    }

    private static String called(int slot) {
        return slot == SlotPlan.MASTER ? "master" : "slot " + slot;
    }

    private List<String> effects(int slot) {
        SlotPlan plan = rack() == null ? null : rack().slot(slot);
        return plan == null ? List.of() : plan.effects();
    }

    /** {@code remove_fx SLOT|master NUMBER}. */
    Reply removeEffect(List<String> given) {
        if (given.size() != 2)
                return Reply.mistake("`remove_fx` takes a slot or master, and the number of an effect, from 1");
        int slot = Given.slotOrMaster(given.get(0), rack());
        mine(slot);
        List<String> effects = effects(slot);
        if (effects.isEmpty()) return Reply.mistake(called(slot) + " has no effects");
        int position = Given.number(given.get(1), 1, effects.size()).orElse(0);
        if (position == 0)
            return Reply.mistake("'" + given.get(1) + "' is no effect of " + called(slot) + "; it has 1 to "
                    + effects.size() + ": "
                    + String.join(", ", effects));
        Additions additions = playing.additions();
        Overlay before = additions.overlay();
        int added = slot == SlotPlan.MASTER ? before.master().size() : before.slots().get(slot).effects().size();
        int at = position - 1 - (effects.size() - added);
        if (at < 0) return Reply.mistake("'" + effects.get(position - 1)
                + "' is in the gig's own master: take it out there");
        Reply laid = additions.change(before.effects(slot, all -> {
            all.remove(at);
            return all;
        }));
        return isRefused(laid) ? laid : Reply.said("  " + called(slot) + ": '" + effects.get(position - 1)
                + "' is gone");
    }

    /** {@code unload SLOT}. */
    Reply unload(List<String> given) {
        if (given.size() != 1) return Reply.mistake("`unload` takes a slot");
        int slot = Given.slot(given.get(0), rack());
        mine(slot);
        Overlay before = playing.additions().overlay();
        if (!before.slots().containsKey(slot)) return Reply.mistake("Slot " + slot + " is empty");
        Reply laid = playing.additions().change(before.slot(slot, null));
        return isRefused(laid) ? laid : Reply.said("  slot " + slot + " is empty");
    }

    Reply overlay(List<String> given) {
        String lines = playing.additions().lines();
        return lines.isBlank() ? Reply.said("Nothing was added at the prompt.") : Reply.lines(lines.stripTrailing()
                .lines().toList());
    }

    /** {@code edit SLOT|master [NUMBER]}. */
    Reply edit(List<String> given) {
        if (given.isEmpty() || given.size() > 2)
            return Reply.mistake("`edit` takes a slot, and if you like the number of an effect; or master"
                    + " and an effect");
        int slot = Given.slotOrMaster(given.get(0), rack());
        int position = given.size() == 1 ? (slot == SlotPlan.MASTER ? 1 : 0) : Given.number(given.get(1), 1,
                SlotPlan.INSERTS).orElse(-1);
        SlotPlan plan = rack() == null ? null : rack().slot(slot);
        if (position < 0 || plan == null || plan.plugin(position) == null)
            return Reply.mistake("There is no plugin in " + called(slot) + (given.size() == 2 ? " at '" + given.get(1)
                    + "'" : ""));
        return playing.additions().window(slot, position);
    }

    Reply scan(List<String> given) {
        return playing.additions().scan();
    }

    /** {@code plugins [PART]}. */
    Reply plugins(List<String> given) {
        List<KnownPlugin> found = playing.additions().plugins(String.join(" ", given));
        List<String> lines = new ArrayList<>();
        for (KnownPlugin p : found)
            lines.add("  " + p.name() + "  (" + String.join(", ", List.of(p.maker(), p.format(), p.kind()).stream()
                    .filter(t -> !t.isBlank()).toList())
                    + ")" + (p.verdict().equals("fine") ? "" : ": " + p.verdict()));
        if (found.size() <= 1 && given.isEmpty() || found.isEmpty())
            lines.add(given.isEmpty()
                    ? "  No others are known yet: `scan` looks for them." : "  No plugin is called like"
                            + " that; `scan` looks again.");
        return Reply.lines(lines);
    }
}
