package roadcase.rig;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import roadcase.audio.Rack;
import roadcase.rig.Session.Plugged;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.Overlay;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;

/**
 * Has the plugins of a rack stand as they did in a session, and says how they stand, to be kept.
 *
 * <p>{@link RackDesk} tells it what comes and goes. Any thread but the Conductor's; it may take seconds. Errors: {@link
 * RackRefusal} with a sentence.
 */
public final class SessionKeeper {
    private static final int PLACES = Rack.INSERTS + 1;
    private static final int MOST_NAMED = 5;
    private static final double SAME = 1e-6;

    private final RackDesk desk;
    private final RackKeeper keeper;
    private final Witness witness;
    // Under the lock of the desk:
    /** How the plugin of a place is to stand once it is there; afterwards what was kept of it last. */
    private final Plugged[][] kept = new Plugged[Rack.SLOTS + 1][PLACES];
    private final boolean[][] waits = new boolean[Rack.SLOTS + 1][PLACES];

    SessionKeeper(RackDesk desk, RackKeeper keeper, Witness witness) {
        this.desk = desk;
        this.keeper = keeper;
        this.witness = witness;
    }

    /** Effects were moved: what was at {@code from[i]} is at {@code i + 1} now. Under the lock of the desk. */
    void ordered(int slot, int[] from) {
        Plugged[] oldKept = kept[slot].clone();
        boolean[] oldWaits = waits[slot].clone();
        for (int i = 0; i < from.length; i++) {
            kept[slot][i + 1] = oldKept[from[i]];
            waits[slot][i + 1] = oldWaits[from[i]];
        }
    }

    /** From now on the plugins of this rig are to stand as they did in the session. */
    public void expect(Session session, Rig rig) {
        List<int[]> now = new ArrayList<>();
        synchronized (desk) {
            forPlaces(rig, (slot, position, plugin) -> {
                Plugged was = was(session, slot, position);
                if (was == null || !was.path().equals(plugin)) return;
                kept[slot.number()][position] = was;
                waits[slot.number()][position] = true;
                if (desk.isThere(slot.number(), position, plugin)) now.add(new int[] {slot.number(), position});
            });
        }
        for (int[] place : now) {
            try {
                settle(place[0], place[1], desk.turnables(place[0], place[1]));
            } catch (RackRefusal fault) {
                witness.fault(System.nanoTime(), Origin.NOWHERE, fault.getMessage());
            }
        }
    }

    private static Plugged was(Session session, SlotPlan slot, int position) {
        if (slot.isMaster()) return session.plugged(0, position);
        Session.Slot same = session.of(slot);
        if (same == null) return null;
        if (position == 0) return same.instrument();
        return position <= same.effects().size() ? same.effects().get(position - 1) : null;
    }

    private interface ForPlace {
        void at(SlotPlan slot, int position, String plugin);
    }

    private static void forPlaces(Rig rig, ForPlace what) {
        if (rig.rack() == null) return;
        for (SlotPlan slot : rig.rack().slots())
            for (int position = 0; position < PLACES; position++)
                if (slot.plugin(position) != null) what.at(slot, position, slot.plugin(position));
    }

    /** A plugin is in its place; once, it is made to stand as it did. */
    void settle(int slot, int position, List<Turnable> all) {
        Plugged wanted;
        synchronized (desk) {
            wanted = kept[slot][position];
            if (!waits[slot][position] || wanted == null || !desk.isThere(slot, position, wanted.path())) return;
            waits[slot][position] = false;
            // What it knew is its own affair again once it has it.
            kept[slot][position] = new Plugged(wanted.path(), wanted.name(), wanted.parameters(), null,
                    wanted.written(), wanted.beside());
        }
        if (wanted.state() == null) settle(slot, position, wanted, all);
        else keeper.give(slot, position, wanted.state(), () -> settleAfter(slot, position, wanted));
    }

    private void settleAfter(int slot, int position, Plugged wanted) {
        try {
            settle(slot, position, wanted, desk.turnables(slot, position));
        } catch (RackRefusal gone) {
            witness.note(System.nanoTime(), "'" + wanted.path() + "' has its state, but not what was turned since: "
                    + gone.getMessage());
        }
    }

    private void settle(int slot, int position, Plugged wanted, List<Turnable> all) {
        List<RackDesk.Turn> turns = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        wanted.parameters().forEach((name, value) -> {
            int index = RackDesk.find(all, name);
            boolean fits = value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 1;
            if (index < 0) strange.add(name);
            else if (!fits) strange.add(name + " = " + value);
            else if (Math.abs(all.get(index).value() - value.asDouble()) > SAME)
                turns.add(new RackDesk.Turn(index, all.get(index).name(), value.asDouble()));
        });
        desk.turn(slot, position, turns);
        if (!strange.isEmpty())
            witness.note(System.nanoTime(), "'" + wanted.path()
                    + "' has no such parameter, or not from 0 to 1, so it stands by"
                    + " itself there: " + String.join(", ", strange.subList(0, Math.min(MOST_NAMED, strange.size())))
                    + (strange.size() > MOST_NAMED ? " and " + (strange.size() - MOST_NAMED) + " more" : ""));
    }

    /**
     * How everything stands now.
     *
     * @param before what was kept last: what could not be loaded is kept as it was
     * @param overlay what lies over the gig
     */
    public Session session(Session before, Rig rig, Live live, Overlay overlay, double bpm, RackStanding sound) {
        RackPlan rack = rig.rack();
        if (rack == null) return before;
        List<Session.Slot> slots = new ArrayList<>(Collections.nCopies(Rack.SLOTS, null));
        for (int number = 1; number <= Rack.SLOTS; number++) {
            Session.Slot was = before.slot(number);
            if (was != null && was.instrument() == null) slots.set(number - 1, was);
        }
        List<Plugged> master = List.of();
        for (SlotPlan plan : rack.slots()) {
            List<Plugged> effects = new ArrayList<>();
            int ofScript = plan.isMaster() ? plan.effects().size() - overlay.master().size() : 0;
            for (int i = 0; i < plan.effects().size(); i++)
                effects.add(plugged(plan, i + 1, label(before, overlay, plan, i), i < ofScript));
            if (plan.isMaster()) {
                master = effects;
                continue;
            }
            if (plan.instrument() == null) continue;
            Session.Slot was = before.of(plan);
            slots.set(plan.number() - 1, new Session.Slot(plugged(plan, 0, plan.name(), false),
                    Session.factor(live.value(SlotPlan.gainName(plan.number()))),
                    overlay.slots().containsKey(plan.number()) ? null : plan.gain(),
                    live.isOn(SlotPlan.muteName(plan.number())), live.isOn(SlotPlan.soloName(plan.number())), effects,
                    was == null ? Map.of() : was.beside()));
        }
        boolean runs = sound != null && sound.engine() != null;
        return new Session(bpm, runs ? sound.engine().rate() : before.rate(), runs ? sound.engine()
                .block() : before.block(),
                Session.factor(live.value(SlotPlan.gainName(0))), live.isOn(SlotPlan.muteName(0)), overlay.routing(),
                        slots, elsewhere(before, rack), master,
                before.beside());
    }

    /** What other gigs keep here. */
    private static List<Session.Slot> elsewhere(Session before, RackPlan rack) {
        List<Session.Slot> own = rack.slots().stream().map(before::of).toList();
        return Stream.concat(before.slots().stream(), before.elsewhere().stream())
                .filter(s -> s != null && s.instrument() != null && s.written() != null)
                .filter(s -> own.stream().noneMatch(o -> o == s)).limit(Session.MOST_ELSEWHERE).toList();
    }

    /** The same session with what the plugins know, for another machine. A plugin may drop out for a moment. */
    public Session whole(Session session) {
        List<Session.Slot> slots = new ArrayList<>();
        for (int number = 1; number <= Rack.SLOTS; number++) {
            Session.Slot slot = session.slot(number);
            int at = number;
            slots.add(slot == null || slot.instrument() == null ? slot : new Session.Slot(knowing(slot.instrument(),
                    at, 0), slot.gain(),
                    slot.written(), slot.muted(), slot.solo(), knowing(slot.effects(), at), slot.beside()));
        }
        return new Session(session.bpm(), session.rate(), session.block(), session.masterGain(), session.masterMuted(),
                session.routing(), slots, session.elsewhere(), knowing(session.master(), Rack.MASTER),
                        session.beside());
    }

    private List<Plugged> knowing(List<Plugged> effects, int slot) {
        List<Plugged> all = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) all.add(knowing(effects.get(i), slot, i + 1));
        return all;
    }

    private Plugged knowing(Plugged p, int slot, int position) {
        if (!desk.isThere(slot, position, p.path())) return p;
        byte[] state = desk.ask(k -> k.state(slot, position));
        return state.length == 0 ? p : new Plugged(p.path(), p.name(), p.parameters(), state, p.written(), p.beside());
    }

    /** What the player calls an effect, as far as it was known. */
    private static String label(Session before, Overlay overlay, SlotPlan plan, int index) {
        Overlay.Place place = overlay.slots().get(plan.number());
        List<Overlay.Insert> added = plan.isMaster() ? overlay.master() : place == null ? List.of() : place.effects();
        int behind = index - (plan.effects().size() - added.size());
        if (behind >= 0 && behind < added.size() && added.get(behind).plugin().equals(plan.effects().get(index)))
            return added.get(behind).label();
        Plugged was = was(before, plan, index + 1);
        return was != null && was.path().equals(plan.effects().get(index)) ? was.name() : null;
    }

    private Plugged plugged(SlotPlan plan, int position, String name, boolean written) {
        String plugin = plan.plugin(position);
        Plugged known;
        boolean now;
        synchronized (desk) {
            known = kept[plan.number()][position];
            now = desk.isThere(plan.number(), position, plugin) && !waits[plan.number()][position];
        }
        boolean same = known != null && known.path().equals(plugin);
        Map<String, JsonNode> parameters = same ? known.parameters() : Map.of();
        if (now) parameters = asTheyStand(plan.number(), position, parameters);
        Plugged fresh = new Plugged(plugin, name, parameters, same ? known.state() : null, written, same
                ? known.beside() : Map.of());
        synchronized (desk) {
            if (now) kept[plan.number()][position] = fresh;
        }
        return fresh;
    }

    private Map<String, JsonNode> asTheyStand(int slot, int position, Map<String, JsonNode> otherwise) {
        try {
            List<Turnable> all = desk.turnables(slot, position);
            Map<String, JsonNode> parameters = new LinkedHashMap<>();
            for (int i = 0; i < all.size(); i++) {
                String name = parameters.containsKey(all.get(i).name()) ? "#" + (i + 1) : all.get(i).name();
                parameters.put(name, SessionText.number(all.get(i).value()));
            }
            // What a plugin did not take is kept all the same.
            otherwise.forEach((name, value) -> {
                if (RackDesk.find(all, name) < 0) parameters.put(name, value);
            });
            return parameters;
        } catch (RackRefusal busy) {
            return otherwise; // it is asked again at the next change
        }
    }
}
