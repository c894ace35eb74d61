package roadcase.cli.shell;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import roadcase.rig.Spelling;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;

/** What players type behind a command, understood or refused in a sentence. Any thread. */
final class Given {
    static final int CHANNELS = 16;

    private Given() {}

    /** What was typed cannot be meant; the message is a sentence. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** A slot, by number or by the name that the rig gives it. */
    static int slot(String typed, RackPlan rack) {
        if (rack != null)
            for (SlotPlan slot : rack.slots()) if (!slot.isMaster() && typed.equals(slot.name())) return slot.number();
        if (typed.matches("-?\\d{1,9}")) {
            int number = Integer.parseInt(typed);
            if (number >= 1 && number <= SlotPlan.SLOTS) return number;
            throw new Wrong("There is no slot '" + typed + "'; slots are 1 to " + SlotPlan.SLOTS);
        }
        throw new Wrong("There is no slot '" + typed + "'" + (rack == null ? "" : Spelling.didYouMean(typed,
                rack.slots().stream().map(SlotPlan::name).filter(n -> n != null).toList())));
    }

    /** A slot, or 0 for {@code master}. */
    static int slotOrMaster(String typed, RackPlan rack) {
        return typed.equalsIgnoreCase("master") ? SlotPlan.MASTER : slot(typed, rack);
    }

    /** {@code 1}, {@code 1,3}, {@code 1-4}. */
    static SortedSet<Integer> channels(String typed) {
        SortedSet<Integer> channels = new TreeSet<>();
        for (String part : typed.split(",", -1)) {
            String[] ends = part.split("-", 2);
            int low = channel(ends[0]);
            int high = ends.length == 1 ? low : channel(ends[1]);
            if (high < low) throw new Wrong("'" + part + "' goes backwards: say " + high + "-" + low);
            for (int channel = low; channel <= high; channel++) channels.add(channel);
        }
        return channels;
    }

    private static int channel(String typed) {
        OptionalInt channel = number(typed, 1, CHANNELS);
        if (channel.isEmpty()) throw new Wrong("'" + typed + "' is no channel; channels are 1 to " + CHANNELS);
        return channel.getAsInt();
    }

    static OptionalInt number(String text, int low, int high) {
        try {
            int number = Integer.parseInt(text.strip());
            return number >= low && number <= high ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NumberFormatException none) {
            return OptionalInt.empty();
        }
    }

    /** One of a list that was shown with numbers from 0, by its number, its name or a part of it. */
    static String oneOf(String typed, List<String> all, String what, String lists) {
        if (typed.matches("\\d{1,9}")) {
            int index = Integer.parseInt(typed);
            if (index < all.size()) return all.get(index);
            throw new Wrong(all.isEmpty() ? "There is no " + what + " now" : "There is no " + what + " " + typed
                    + "; `" + lists
                    + "` shows 0 to " + (all.size() - 1));
        }
        for (String one : all) if (one.equals(typed)) return one;
        List<String> like = all.stream().filter(one -> one.toLowerCase(java.util.Locale.ROOT)
                .contains(typed.toLowerCase(java.util.Locale.ROOT))).toList();
        if (like.size() == 1) return like.get(0);
        throw new Wrong(like.isEmpty() ? "There is no " + what + " '" + typed + "'" + Spelling.didYouMean(typed, all)
                + "; `" + lists + "` shows what there is"
                : "'" + typed + "' may be " + String.join(" or ", like) + ": say which");
    }

    /** Lines with numbers from 0, as they are typed. */
    static List<String> numbered(List<String> all) {
        return java.util.stream.IntStream.range(0, all.size()).mapToObj(i -> "  [" + i + "] " + all.get(i)).toList();
    }
}
