package roadcase.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import roadcase.audio.EngineRack;
import roadcase.audio.News;
import roadcase.audio.Rack;
import roadcase.audio.RackFault;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;

/**
 * Has the engine load what the gig's slots name, by difference: what a slot names again plays on, also at another
 * position. A name that nobody knows may only not have been looked for yet; then the machine's plugins are scanned,
 * once. The rack's thread.
 */
final class RackPlaces {
    private static final int PLACES = Rack.INSERTS + 1;
    private static final long BETWEEN_SENTENCES = 3_000_000_000L;

    private final RackReports reports;
    private final RackStates states;
    private final UnaryOperator<String> paths;
    /** What was asked for at each place, by slot and position; null for nothing. */
    private final Asked[][] asked = new Asked[Rack.SLOTS + 1][PLACES];
    private final UnknownPlugins<Asked> unknown = new UnknownPlugins<>(this::said);
    private long saidNanos;

    /** A plugin that the gig wants, and what became of it. */
    private static final class Asked {
        final String plugin;
        final int slot;
        int position;
        /** Of the load that is under way, or was the last. */
        int number;
        String stateName;
        boolean withState;
        /** Why it would not have its state. */
        String unfit;
        boolean playing;
        boolean failed;
        String sound;

        Asked(String plugin, int slot, int position) {
            this.plugin = plugin;
            this.slot = slot;
            this.position = position;
        }
    }

    /** @param paths makes paths whole; names of plugins stay as they are */
    RackPlaces(RackReports reports, RackStates states, UnaryOperator<String> paths) {
        this.reports = reports;
        this.states = states;
        this.paths = paths;
    }

    /**
     * @param wanted null to empty every place
     * @param again whether what could not be had is tried again: it may have been installed or built since
     */
    void follow(EngineRack engine, RackPlan wanted, boolean again) {
        for (int slot = 0; slot <= Rack.SLOTS; slot++) {
            SlotPlan said = wanted == null ? null : wanted.slot(slot);
            order(engine, slot, said);
            for (int position = 0; position < PLACES; position++)
                place(engine, slot, position, said, wanted == null ? null : wanted.stateName(slot, position), again);
        }
    }

    /** Effects that stay are moved and not loaded anew. */
    private void order(EngineRack engine, int slot, SlotPlan said) {
        List<String> there = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        for (int position = 1; position < PLACES; position++) {
            there.add(asked[slot][position] == null ? null : asked[slot][position].plugin);
            wanted.add(said == null ? null : said.plugin(position));
        }
        int[] from = RackOrder.of(there, wanted);
        if (from == null) return;
        engine.order(slot, from);
        states.order(engine, slot, from);
        reports.guest().ordered(slot, from);
        Asked[] before = asked[slot].clone();
        for (int i = 0; i < from.length; i++) {
            Asked moved = before[from[i]];
            asked[slot][i + 1] = moved;
            if (moved != null) moved.position = i + 1;
        }
    }

    private void place(EngineRack engine, int slot, int position, SlotPlan said, String stateName, boolean again) {
        String plugin = said == null ? null : said.plugin(position);
        Asked there = asked[slot][position];
        if (there != null && there.plugin.equals(plugin)) {
            there.stateName = stateName;
            if (again && there.failed) again(engine, there);
            if (!there.playing) return;
            if (position == 0 && !Objects.equals(said.sound(), there.sound)) sound(engine, there, said.sound());
            states.rename(slot, position, stateName);
            return;
        }
        if (there == null && plugin == null) return;
        if (there != null) states.end(engine, slot, position);
        if (there != null) unknown.remove(there);
        unknown.lookAgain();
        asked[slot][position] = plugin == null ? null : new Asked(plugin, slot, position);
        reports.guest().left(slot, position);
        if (plugin == null) {
            engine.remove(slot, position);
            return;
        }
        asked[slot][position].stateName = stateName;
        load(engine, asked[slot][position], states.kept(stateName));
    }

    private void again(EngineRack engine, Asked one) {
        one.failed = false;
        unknown.lookAgain();
        load(engine, one, states.kept(one.stateName));
    }

    private void load(EngineRack engine, Asked one, byte[] state) {
        one.number = 0;
        one.withState = state != null;
        if (one.withState) one.unfit = null;
        try {
            one.number = engine.load(one.slot, one.position, paths.apply(one.plugin), state);
        } catch (RackFault refused) {
            failed(engine, one, refused.getMessage());
        }
    }

    /** What this news of a load is about, where it was the last one at its place. */
    private Asked asked(News news) {
        if (news.slot() < 0) return null;
        // It may have moved since.
        for (Asked one : asked[news.slot()]) if (one != null && one.number == news.number()) return one;
        return null;
    }

    /** @return the position at which a plugin is at work now, or -1 where another one was asked for since */
    int loaded(EngineRack engine, News news) {
        Asked one = asked(news);
        if (one == null) return -1;
        // The engine gives back by itself, with all that was turned, what was at work when it died.
        if (!one.playing) begins(engine, one);
        return one.position;
    }

    /** What was asked for at a place that is taken. */
    String plugin(int slot, int position) {
        return asked[slot][position].plugin;
    }

    private void begins(EngineRack engine, Asked one) {
        one.playing = true;
        states.begin(engine, one.slot, one.position, one.stateName);
        if (one.unfit != null)
            reports.fault(one.slot, ": what '" + one.plugin + "' knew from the last time does not fit it, so it begins"
                    + " anew: " + one.unfit);
        SlotPlan said = reports.slot(one.slot);
        if (one.position != 0 || said == null) return;
        if (one.withState) one.sound = said.sound();
        else sound(engine, one, said.sound());
    }

    private void sound(EngineRack engine, Asked one, String wanted) {
        one.sound = wanted;
        if (wanted == null) return;
        try {
            engine.sound(one.slot, 0, paths.apply(wanted));
            states.turned(one.slot, 0);
        } catch (RackFault refused) {
            reports.fault(one.slot, ": " + refused.getMessage());
        }
    }

    /** A load came to nothing. */
    void failed(EngineRack engine, News news) {
        Asked one = asked(news);
        if (one != null) failed(engine, one, news.text());
    }

    /** Without its state it may do. */
    private void failed(EngineRack engine, Asked one, String why) {
        if (one.withState) {
            one.unfit = why;
            load(engine, one, null);
            return;
        }
        String missing = unknown.add(engine, one, why);
        if (missing != null) without(one, missing);
    }

    private void without(Asked one, String why) {
        one.failed = true;
        reports.fault(one.slot, RackReports.without(one.position, one.plugin, why));
        reports.guest().refused(one.slot, one.position, why);
    }

    private void said(String sentence) {
        saidNanos = System.nanoTime();
        reports.say(sentence);
    }

    /** How far a scan is, now and then. */
    void scanning(News news) {
        if (System.nanoTime() - saidNanos < BETWEEN_SENTENCES) return;
        said("Looking for plugins: " + news.number() + " of " + (long) news.value() + " files, now " + news.text());
    }

    /** A scan is over. */
    void scanned(EngineRack engine, News news) {
        reports.guest().scanned();
        String useless = news.value() > 0 ? "; " + (long) news.value() + " files were of no use" : "";
        said(news.number() + " plugins are known" + useless + ".");
        for (Asked one : unknown.scanned()) load(engine, one, states.kept(one.stateName));
    }
}
