package roadcase.rig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import roadcase.audio.EngineRack;
import roadcase.audio.EngineStatus;
import roadcase.audio.News;
import roadcase.audio.Rack;
import roadcase.audio.RackFault;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;

/**
 * Puts what a gig names into an engine, and waits until it is there: in virtual time nothing is late. What this machine
 * has not is told as a fault, and its place stays empty. One thread.
 *
 * <p>{@link RackKeeper} does the same for a show, which never waits.
 */
final class StudioLoader {
    /** A plugin may take 45 s to load, a scan minutes. */
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(15);
    private static final int PLACES = Rack.INSERTS + 1;

    private final EngineRack engine;
    private final Witness witness;
    private final Consumer<String> progress;
    private final UnaryOperator<String> paths;
    private final String[][] asked = new String[Rack.SLOTS + 1][PLACES];
    private final String[] sounds = new String[Rack.SLOTS + 1];
    private final Map<Integer, Place> waiting = new HashMap<>();
    private final UnknownPlugins<Place> unknown;
    private final List<Place> loaded = new ArrayList<>();
    private RackPlan plan;

    /** @param position 0 the instrument */
    record Place(int slot, int position) {}

    /** @param paths makes paths whole; names of plugins stay as they are */
    StudioLoader(EngineRack engine, Witness witness, Consumer<String> progress, UnaryOperator<String> paths) {
        this.paths = paths;
        this.engine = engine;
        this.witness = witness;
        this.progress = progress;
        this.unknown = new UnknownPlugins<>(progress);
    }

    /**
     * The places that have another plugin now.
     *
     * @param wanted null for an empty rack
     */
    List<Place> follow(RackPlan wanted) {
        plan = wanted;
        loaded.clear();
        for (int slot = 0; slot <= Rack.SLOTS; slot++)
            for (int position = 0; position < PLACES; position++) ask(new Place(slot, position));
        long until = System.nanoTime() + PATIENCE;
        while (!waiting.isEmpty() || unknown.isWaiting()) {
            if (System.nanoTime() > until)
                throw new StudioFault("the plugins are not loaded after 15 minutes; nothing was rendered");
            engine.await(System.nanoTime() + TimeUnit.SECONDS.toNanos(1)).forEach(this::hear);
        }
        for (Place place : loaded) engine.parameters(place.slot, place.position);
        for (int slot = 1; slot <= Rack.SLOTS; slot++) sound(slot);
        return List.copyOf(loaded);
    }

    private void ask(Place place) {
        SlotPlan said = slot(place.slot);
        String plugin = said == null ? null : said.plugin(place.position);
        if (Objects.equals(plugin, asked[place.slot][place.position])) return;
        asked[place.slot][place.position] = plugin;
        if (place.position == 0) sounds[place.slot] = null;
        if (plugin == null) engine.remove(place.slot, place.position);
        else load(place);
    }

    private SlotPlan slot(int number) {
        return plan == null ? null : plan.slot(number);
    }

    private void load(Place place) {
        try {
            waiting.put(engine.load(place.slot, place.position, paths.apply(asked[place.slot][place.position]), null), place);
        } catch (RackFault refused) {
            failed(place, refused.getMessage());
        }
    }

    private void failed(Place place, String why) {
        String missing = unknown.add(engine, place, why);
        if (missing != null) without(place, missing);
    }

    private void without(Place place, String why) {
        SlotPlan said = slot(place.slot);
        witness.fault(0, said == null ? Origin.NOWHERE : said.origin(), (said == null ? "a slot" : said.said())
                + RackReports.without(place.position, asked[place.slot][place.position], why));
    }

    private void hear(News news) {
        switch (news.kind()) {
            case LOADED -> {
                Place place = waiting.remove(news.number());
                if (place != null) loaded.add(place);
            }
            case FAILED -> {
                Place place = waiting.remove(news.number());
                if (place != null) failed(place, news.text());
            }
            case LEFT_OUT -> {
                waiting.values().removeIf(p -> p.slot == news.slot() && p.position == news.position());
                without(new Place(news.slot(), news.position()),
                        "it took the sound engine down " + news.number() + " times");
            }
            case SCANNING -> progress.accept("Looking for plugins: " + news.number() + " of " + (long) news.value());
            case SCANNED -> unknown.scanned().forEach(this::load);
            case ENGINE -> {
                if (EngineStatus.engine(news.number()) == EngineStatus.Engine.GAVE_UP)
                    throw new StudioFault("the sound engine dies again and again: " + news.text());
            }
            default -> { }
        }
    }

    private void sound(int number) {
        SlotPlan said = slot(number);
        boolean there = said != null && said.sound() != null;
        if (!there || said.sound().equals(sounds[number])) return;
        sounds[number] = said.sound();
        try {
            engine.sound(number, 0, paths.apply(said.sound()));
        } catch (RackFault refused) {
            witness.fault(0, said.origin(), said.said() + ": " + refused.getMessage());
        }
    }
}
