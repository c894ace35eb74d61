package roadcase.rig;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import roadcase.rig.Memory.Entry;
import roadcase.rig.MemoryText.Content;
import roadcase.rig.MemoryText.Kept;

/** The names that a gig has, merged over those it once had; bounded. One thread at a time. */
final class MemoryLines {
    static final int MOST = 100_000;
    static final int LONGEST_NAME = 1_000;
    static final int LONGEST_TEXT = 100_000;

    private final SortedMap<String, Kept> lines;
    private final Map<String, JsonNode> beside;
    private final Consumer<String> warn;

    MemoryLines(Content read, Consumer<String> warn) {
        lines = new TreeMap<>(read.entries());
        beside = read.beside();
        this.warn = warn;
    }

    Content snapshot() {
        return new Content(new TreeMap<>(lines), beside);
    }

    Map<String, Entry> entries() {
        Map<String, Entry> entries = new HashMap<>();
        lines.forEach((name, kept) -> {
            if (kept.entry() != null) entries.put(name, kept.entry());
        });
        return Map.copyOf(entries);
    }

    Set<String> vanished() {
        Set<String> names = new LinkedHashSet<>();
        lines.forEach((name, kept) -> {
            if (kept.gone() != null) names.add(name);
        });
        return names;
    }

    boolean forget(String name) {
        return lines.remove(name) != null;
    }

    /** @param live what the gig has now; every other name vanished, now or earlier */
    void merge(Map<String, Entry> live, Instant now) {
        lines.replaceAll((name, kept) -> live.containsKey(name) || kept.gone() != null
                ? kept : new Kept(kept.entry(), now, kept.read()));
        live.forEach((name, entry) -> {
            Kept before = lines.get(name);
            String why = unwritable(name, entry);
            if (why != null) warn.accept(why + " is not remembered; what it had before is kept.");
            Entry kept = why == null ? entry : before == null ? null : before.entry();
            if (kept != null || before != null)
                lines.put(name, new Kept(kept, null, before == null ? null : before.read()));
        });
        if (lines.size() > MOST) dropTooMany();
    }

    /** What JSON cannot hold, or no reader would take back. */
    private static String unwritable(String name, Entry entry) {
        if (name.length() > LONGEST_NAME)
            return "What begins with '" + name.substring(0, 40) + "' has too long a name and";
        if (entry.value() != null && !Double.isFinite(entry.value())
                || entry.script() != null && !Double.isFinite(entry.script()))
            return "'" + name + "' holds no finite number now; that";
        if (entry.text() != null && entry.text().length() > LONGEST_TEXT)
            return "The text of '" + name + "' is longer than 100,000 letters; it";
        return null;
    }

    /** The longest vanished first; what the gig still has comes last. */
    private void dropTooMany() {
        List<Map.Entry<String, Kept>> all = new ArrayList<>(lines.entrySet());
        all.sort(Comparator.comparing(line -> line.getValue().gone(), Comparator.nullsLast(Comparator.naturalOrder())));
        List<String> dropped = all.subList(0, all.size() - MOST).stream().map(Map.Entry::getKey).toList();
        dropped.forEach(lines::remove);
        warn.accept("More than 100,000 names are remembered. The longest vanished are forgotten, '" + dropped.get(0)
                + "' first.");
    }
}
