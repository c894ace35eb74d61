package roadcase.rig;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import roadcase.audio.EngineRack;
import roadcase.audio.News;
import roadcase.audio.Rack;
import roadcase.audio.RackFault;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;

/**
 * Has the engine load what the gig's slots name, by difference: what stays where it is plays on. A name that nobody
 * knows may only not have been looked for yet; then the machine's plugins are scanned, once. The rack's thread.
 */
final class RackPlaces {
    private static final int PLACES = Rack.INSERTS + 1;

    private final RackReports reports;
    /** What was asked for at each place, by slot and position. */
    private final String[][] asked = new String[Rack.SLOTS + 1][PLACES];
    private final int[][] numbers = new int[Rack.SLOTS + 1][PLACES];
    private final String[] sounds = new String[Rack.SLOTS + 1];
    /** Places whose plugin nobody knew: tried again after a scan. */
    private final Queue<int[]> unknown = new ArrayDeque<>();
    private boolean scanned;

    RackPlaces(RackReports reports) {
        this.reports = reports;
    }

    /** @param wanted null to empty every place */
    void follow(EngineRack engine, RackPlan wanted) {
        for (int slot = 0; slot <= Rack.SLOTS; slot++)
            for (int position = 0; position < PLACES; position++) place(engine, wanted, slot, position);
    }

    private void place(EngineRack engine, RackPlan wanted, int slot, int position) {
        SlotPlan said = wanted == null ? null : wanted.slot(slot);
        String plugin = said == null ? null : said.plugin(position);
        if (!Objects.equals(plugin, asked[slot][position])) {
            asked[slot][position] = plugin;
            unknown.removeIf(place -> place[0] == slot && place[1] == position);
            if (position == 0) sounds[slot] = null;
            if (unknown.isEmpty()) scanned = false; // what was installed since the last look counts
            if (plugin == null) engine.remove(slot, position);
            else load(engine, slot, position);
        } else if (position == 0 && plugin != null && !Objects.equals(said.sound(), sounds[slot])) sound(engine, slot);
    }

    private void load(EngineRack engine, int slot, int position) {
        numbers[slot][position] = 0;
        try {
            numbers[slot][position] = engine.load(slot, position, asked[slot][position]);
        } catch (RackFault refused) {
            failed(engine, slot, position, refused.getMessage());
        }
    }

    /** Whether this news is of what was asked for last at its place. */
    boolean isAsked(News news) {
        return news.slot() >= 0 && news.position() >= 0 && numbers[news.slot()][news.position()] == news.number()
                && asked[news.slot()][news.position()] != null;
    }

    /** A load came to nothing; not known may mean not looked for yet. */
    void failed(EngineRack engine, int slot, int position, String why) {
        if (scanned) {
            without(slot, position, why);
            return;
        }
        try {
            if (unknown.isEmpty()) {
                engine.scan(false);
                reports.say("Looking for plugins …");
            }
            unknown.add(new int[] {slot, position});
        } catch (RackFault refused) {
            scanned = true;
            without(slot, position, refused.getMessage());
        }
    }

    private void without(int slot, int position, String why) {
        String lacks = position == 0 ? " stays silent, without '" : " goes without '";
        reports.fault(slot, lacks + asked[slot][position] + "': " + why);
    }

    /** The sound that the gig names for the instrument of a slot, if it does. */
    void sound(EngineRack engine, int slot) {
        SlotPlan said = reports.slot(slot);
        if (said == null) return;
        sounds[slot] = said.sound();
        if (said.sound() == null) return;
        try {
            engine.sound(slot, 0, said.sound());
        } catch (RackFault refused) {
            reports.fault(slot, ": " + refused.getMessage());
        }
    }

    /** A scan is over. */
    void scanned(EngineRack engine, News news) {
        scanned = true;
        String useless = news.value() > 0 ? "; " + (long) news.value() + " files were of no use" : "";
        reports.say(news.number() + " plugins are known" + useless + ".");
        for (int[] place = unknown.poll(); place != null; place = unknown.poll()) load(engine, place[0], place[1]);
    }
}
