package roadcase.rig;

import java.util.List;
import roadcase.rig.Cells.ControlCell;
import roadcase.rig.plan.Layer;
import roadcase.rig.plan.Place;

/**
 * A place of a script while it plays: whether what is written there holds now. {@link #refresh} is called when a page, a
 * bank or a held key changed, never per message.
 */
final class PlayedPlace {
    /** A layer that holds or not. */
    sealed interface Condition {
        record InBank(PlayedBanks banks, int index) implements Condition {}

        record Holding(ControlCell key) implements Condition {}

        record OnPage(PlayedPages pages, int index) implements Condition {}

        record On(PlayedPreset preset) implements Condition {}
    }

    final Place plan;
    /** 4 held layer, 3 bank, 2 every bank, 1 page or preset, 0 top: what is further in has the say. */
    final int rank;
    final int depth;
    boolean active;
    /** When the last key of its held layers went down; where it has none, when the last of its presets came on. */
    long order;

    private final List<Condition> conditions;

    PlayedPlace(Place plan, List<Condition> conditions) {
        this.plan = plan;
        this.conditions = conditions;
        this.rank = rank(plan);
        this.depth = plan.layers().size();
    }

    static int rank(Place place) {
        int rank = 0;
        for (Layer layer : place.layers()) {
            int own = layer instanceof Layer.Held ? 4
                    : layer instanceof Layer.Bank ? 3 : layer instanceof Layer.EveryBank ? 2 : 1;
            rank = Math.max(rank, own);
        }
        return rank;
    }

    void refresh() {
        boolean holds = true;
        long latest = 0;
        long cameOn = 0;
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            if (condition instanceof Condition.InBank in) holds &= in.banks().active == in.index();
            else if (condition instanceof Condition.OnPage on) holds &= on.pages().active == on.index();
            else if (condition instanceof Condition.Holding held) {
                holds &= held.key().pressed;
                latest = Math.max(latest, held.key().order);
            } else if (condition instanceof Condition.On on) {
                holds &= on.preset().plays;
                cameOn = Math.max(cameOn, on.preset().order);
            }
        }
        active = holds;
        order = latest > 0 ? latest : cameOn;
    }

    /** The outermost layer that does not hold now, or null. For whoever asks why. */
    Layer missing() {
        int at = 0;
        for (Layer layer : plan.layers()) {
            if (!holds(conditions.get(at++))) return layer;
        }
        return null;
    }

    /** The active bank of the group, or the page of the device, that a layer is about, or null. */
    String now(Layer layer) {
        if (layer instanceof Layer.Page page)
            for (Condition condition : conditions)
                if (condition instanceof Condition.OnPage on && on.pages().plan.device().equals(page.device()))
                    return on.pages().cell.active;
        String group = layer instanceof Layer.Bank b ? b.group() : layer instanceof Layer.EveryBank e ? e.group() : null;
        for (Condition condition : conditions)
            if (condition instanceof Condition.InBank in && in.banks().plan.name().equals(group)) return in.banks().cell.active;
        return null;
    }

    private static boolean holds(Condition condition) {
        if (condition instanceof Condition.InBank in) return in.banks().active == in.index();
        if (condition instanceof Condition.OnPage on) return on.pages().active == on.index();
        if (condition instanceof Condition.Holding held) return held.key().pressed;
        return condition instanceof Condition.On on && on.preset().plays;
    }

    /** Whether this place has the say before another, both being active. */
    boolean before(PlayedPlace other) {
        if (rank != other.rank) return rank > other.rank;
        if (order != other.order) return order > other.order;
        return depth > other.depth;
    }
}
