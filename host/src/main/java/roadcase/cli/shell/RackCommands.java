package roadcase.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import roadcase.rig.Live;
import roadcase.rig.RackStanding;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;

/**
 * {@code slots}, {@code gain}, {@code mute}, {@code solo}, {@code master} and {@code note} at the shell: what LinkVST's
 * commands of these names do, with its linear levels from 0.0 to 1.0; levels in dB are understood too. One thread.
 */
final class RackCommands {
    private static final int SLOTS = 8;
    private static final int USUAL_VELOCITY = 100;
    private static final int USUAL_MILLIS = 500;
    private static final int LONGEST_MILLIS = 60_000;
    private static final double SILENCE = -90;
    private static final double LOUDEST = 10;
    private static final String NO_RACK = "This gig has no rack: say def rack = device(Rack) in it";

    private final Playing playing;

    RackCommands(Playing playing) {
        this.playing = playing;
    }

    Reply slots(List<String> given) {
        RackPlan rack = playing.rig().rack();
        if (rack == null) return Reply.mistake(NO_RACK);
        RackStanding sound = playing.rack();
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= SLOTS; number++) lines.add(line(rack.slot(number), number, sound));
        if (rack.slot(0) != null) lines.add(line(rack.slot(0), 0, sound));
        if (sound != null) lines.add(sound.line());
        return Reply.lines(lines);
    }

    private String line(SlotPlan slot, int number, RackStanding sound) {
        String label = number == 0 ? "master" : "slot " + number;
        boolean nothing = slot == null || number > 0 && slot.name() == null && slot.instrument() == null;
        if (nothing) return label + ": empty";
        Live live = playing.live();
        List<String> parts = new ArrayList<>();
        if (slot.instrument() != null) parts.add(slot.instrument());
        parts.addAll(slot.effects());
        parts.add(decibels(live.value(SlotPlan.gainName(number))));
        if (live.isOn(SlotPlan.muteName(number))) parts.add("MUTE");
        if (number > 0 && live.isOn(SlotPlan.soloName(number))) parts.add("SOLO");
        if (sound != null) parts.add("peak " + decibels(sound.peaks()[number]));
        return label + (slot.name() == null ? "" : " " + slot.name()) + ": " + String.join(", ", parts);
    }

    private static String decibels(double level) {
        return level <= SILENCE ? "-oo dB" : String.format(Locale.ROOT, "%.1f dB", level);
    }

    Reply gain(List<String> given) {
        if (given.size() != 2) return Reply.mistake("`gain` takes a slot and a level, 0.0 to 1.0 or such as -6dB");
        SlotPlan slot = slot(given.get(0));
        return slot == null ? unknown(given.get(0)) : level(slot, given.get(1));
    }

    Reply master(List<String> given) {
        RackPlan rack = playing.rig().rack();
        if (rack == null) return Reply.mistake(NO_RACK);
        SlotPlan master = rack.slot(0);
        if (given.size() > 1) return Reply.mistake("`master` takes a level, 0.0 to 1.0 or such as -6dB");
        return given.isEmpty() ? Reply.said(line(master, 0, playing.rack())) : level(master, given.get(0));
    }

    private Reply level(SlotPlan slot, String wanted) {
        OptionalDouble level = level(wanted);
        if (level.isEmpty()) return Reply.mistake("'" + wanted + "' is no level; say 0.0 to 1.0, or -90dB to 10dB");
        playing.live().setValue(SlotPlan.gainName(slot.number()), level.getAsDouble());
        return Reply.said(slot.said() + ": " + decibels(level.getAsDouble()));
    }

    /** A factor as LinkVST has it, or decibels. */
    private static OptionalDouble level(String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        try {
            boolean inDecibels = lower.endsWith("db");
            double number = Double.parseDouble(inDecibels ? lower.substring(0, lower.length() - 2).strip() : lower);
            double level = inDecibels ? number : Math.max(SILENCE, 20 * Math.log10(number));
            boolean is = inDecibels ? number >= SILENCE && number <= LOUDEST : number >= 0 && number <= 1;
            return is ? OptionalDouble.of(level) : OptionalDouble.empty();
        } catch (NumberFormatException none) {
            return OptionalDouble.empty();
        }
    }

    Reply mute(List<String> given) {
        return toggle(given, "mute");
    }

    Reply solo(List<String> given) {
        return toggle(given, "solo");
    }

    private Reply toggle(List<String> given, String what) {
        if (given.size() != 1) return Reply.mistake("`" + what + "` takes a slot, by its number or name");
        SlotPlan slot = slot(given.get(0));
        if (slot == null) return unknown(given.get(0));
        String name = what.equals("mute") ? SlotPlan.muteName(slot.number()) : SlotPlan.soloName(slot.number());
        boolean on = !playing.live().isOn(name);
        playing.live().turn(name, on);
        return Reply.said(slot.said() + ": " + (on ? what.toUpperCase(Locale.ROOT) : "un" + what + (what.endsWith("e")
                ? "d" : "ed")));
    }

    /** {@code note SLOT NOTE [VELOCITY] [MS]}. */
    Reply note(List<String> given) {
        if (given.size() < 2 || given.size() > 4)
            return Reply.mistake("`note` takes a slot and a note, and if you like velocity and milliseconds");
        SlotPlan slot = slot(given.get(0));
        if (slot == null) return unknown(given.get(0));
        OptionalInt note = Given.number(given.get(1), 0, 127);
        OptionalInt velocity = given.size() < 3 ? OptionalInt.of(USUAL_VELOCITY) : Given.number(given.get(2), 1, 127);
        OptionalInt millis = given.size() < 4 ? OptionalInt.of(USUAL_MILLIS) : Given.number(given.get(3), 1,
                LONGEST_MILLIS);
        if (note.isEmpty() || velocity.isEmpty() || millis.isEmpty())
            return Reply.mistake("Notes are 0 to 127, velocities 1 to 127, lengths 1 to " + LONGEST_MILLIS
                    + " milliseconds");
        playing.live().play(slot.number(), note.getAsInt(), velocity.getAsInt(), millis.getAsInt() * 1_000_000L);
        return Reply.said();
    }

    /** By number or name; null where the gig names none. */
    private SlotPlan slot(String called) {
        RackPlan rack = playing.rig().rack();
        if (rack == null) return null;
        for (SlotPlan slot : rack.slots())
            if (!slot.isMaster() && (called.equals(slot.name()) || called.equals(String.valueOf(slot.number()))))
                    return slot;
        return null;
    }

    private Reply unknown(String called) {
        RackPlan rack = playing.rig().rack();
        if (rack == null) return Reply.mistake(NO_RACK);
        int number = Given.slot(called, rack);
        return Reply.mistake("Slot " + number + " is empty: `load " + number + " ...` an instrument first");
    }

    /** Slots as they may be called. */
    Stream<String> names() {
        RackPlan rack = playing.rig().rack();
        if (rack == null) return Stream.empty();
        return rack.slots().stream().filter(s -> !s.isMaster())
                .map(s -> s.name() == null ? String.valueOf(s.number()) : s.name());
    }
}
