package roadcase.rig;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import roadcase.rig.plan.*;

/** Refuses pages that nobody can get to, and those that nobody can leave again. */
final class PageCheck {
    private final Rig rig;
    private final PagesPlan pages;
    private final int count;
    /** For each page the pages that something leads to from there. */
    private final BitSet[] ways;
    private boolean led;
    /** A line that would lead away from a page if a button had not another meaning there. */
    private RoutePlan hidden;

    private PageCheck(Rig rig, PagesPlan pages) {
        this.rig = rig;
        this.pages = pages;
        this.count = pages.pages().size();
        this.ways = new BitSet[count];
        for (int i = 0; i < count; i++) ways[i] = new BitSet(count);
    }

    static List<Finding> check(Rig rig) {
        List<Finding> findings = new ArrayList<>();
        for (PagesPlan pages : rig.pages()) {
            Finding finding = new PageCheck(rig, pages).check();
            if (finding != null) findings.add(finding);
        }
        return findings;
    }

    private Finding check() {
        for (RoutePlan route : rig.routes())
            for (Target target : route.targets())
                if (target instanceof Target.ToAction to) lead(route, to.action());
        int never = reached(0).nextClearBit(0);
        if (never < count) return nobody(never);
        for (int page = 1; page < count; page++) if (!reached(page).get(0)) return noWayBack(page);
        return null;
    }

    private void lead(RoutePlan route, Action action) {
        boolean steps = action instanceof Action.StepPage s && s.device().equals(pages.device());
        boolean goes = action instanceof Action.GoPage g && g.device().equals(pages.device());
        if (!steps && !goes) return;
        led = true;
        for (int from = 0; from < count; from++) {
            if (!playsOn(route, from)) continue;
            if (action instanceof Action.StepPage s) step(from, s.by());
            else if (action instanceof Action.GoPage g && g.page() < count) ways[from].set(g.page());
        }
    }

    private void step(int from, int by) {
        int to = pages.wraps() ? Math.floorMod(from + by, count) : Math.max(0, Math.min(count - 1, from + by));
        ways[from].set(to);
    }

    private boolean playsOn(RoutePlan route, int page) {
        Layer.Page here = layer(page);
        for (Layer layer : route.place().layers())
            if (layer instanceof Layer.Page p && p.device().equals(here.device()) && !p.equals(here)) return false;
        if (!(route.source() instanceof Source.Controls from)) return true;
        for (String control : from.controls()) {
            if (!isHidden(route, from.device(), control, here)) return true;
            hidden = route;
        }
        return false;
    }

    /** Whether the control has another meaning wherever the line would play on this page. */
    private boolean isHidden(RoutePlan route, String device, String control, Layer.Page page) {
        for (RoutePlan other : rig.routes()) {
            if (other == route || !(other.source() instanceof Source.Controls from) || !from.device().equals(device)
                    || !from.controls().contains(control) || Claims.looksOnly(other)) continue;
            if (!other.place().layers().contains(page) || !alwaysBeside(other.place(), route.place(), page)) continue;
            int rank = PlayedPlace.rank(other.place());
            int own = PlayedPlace.rank(route.place());
            if (rank > own || rank == own && other.place().layers().size() > route.place().layers().size()) return true;
        }
        return false;
    }

    private static boolean alwaysBeside(Place inner, Place outer, Layer.Page page) {
        for (Layer layer : inner.layers())
            if (!layer.equals(page) && !(layer instanceof Layer.EveryBank) && !outer.layers().contains(layer)) return false;
        return true;
    }

    private Layer.Page layer(int page) {
        return new Layer.Page(pages.device(), pages.pages().get(page).name());
    }

    private BitSet reached(int from) {
        BitSet seen = new BitSet(count);
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        seen.set(from);
        while (!open.isEmpty()) {
            BitSet next = ways[open.pop()];
            for (int to = next.nextSetBit(0); to >= 0; to = next.nextSetBit(to + 1)) {
                if (seen.get(to)) continue;
                seen.set(to);
                open.push(to);
            }
        }
        return seen;
    }

    private Finding nobody(int page) {
        String how = !led ? "say above how to change pages, by choose and a row of buttons, or by previous and next"
                : hidden != null ? otherMeaning()
                        : "no button, key or pedal leads there; choose needs a row with a button for each page";
        return Finding.error(pages.pages().get(page).origin(),
                "nobody can reach the page '" + pages.pages().get(page).name() + "': " + how);
    }

    private Finding noWayBack(int page) {
        String how = hidden != null ? otherMeaning() : "add previous, or wraps()";
        return Finding.error(pages.pages().get(page).origin(), "from the page '" + pages.pages().get(page).name()
                + "' nobody can get back to '" + pages.pages().get(0).name() + "': " + how);
    }

    private String otherMeaning() {
        return "a page has another meaning for what line " + hidden.origin().line()
                + " changes pages by; change pages while a key is held, such as choose row, holding: key";
    }
}
