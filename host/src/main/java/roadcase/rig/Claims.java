package roadcase.rig;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import roadcase.rig.plan.*;
import roadcase.rig.plan.RoutePlan.Press;

/**
 * Who owns which control and which light, where. In one place a control has one owner. An inner place hides an outer
 * one in the same file; across files only a held layer may, because nobody would see it coming.
 */
final class Claims {
    /**
     * @param what control or light
     * @param isToggle a light that goes with its control: two of them are at odds over the control already
     */
    private record Claim(String what, String device, String control, Place place, Origin origin, boolean isToggle) {}

    /** Two lines that are at odds, and over what. */
    private record Quarrel(Origin first, Origin second, boolean hides, String what, String device, Place place) {}

    private Claims() {}

    static List<Finding> check(Rig rig) {
        Map<Quarrel, Set<String>> quarrels = new LinkedHashMap<>();
        Map<String, List<Claim>> byControl = new LinkedHashMap<>();
        for (Claim claim : all(rig))
            byControl.computeIfAbsent(claim.what() + " " + claim.device() + " " + claim.control(), k -> new ArrayList<>())
                    .add(claim);
        for (List<Claim> rivals : byControl.values())
            for (int i = 0; i < rivals.size(); i++)
                for (int j = i + 1; j < rivals.size(); j++) {
                    Quarrel quarrel = quarrel(rivals.get(i), rivals.get(j));
                    if (quarrel != null)
                        quarrels.computeIfAbsent(quarrel, q -> new LinkedHashSet<>()).add(rivals.get(i).control());
                }
        return findings(rig, quarrels);
    }

    private static List<Claim> all(Rig rig) {
        List<Claim> all = new ArrayList<>();
        for (RoutePlan route : rig.routes()) {
            if (!(route.source() instanceof Source.Controls from) || looksOnly(route)) continue;
            for (String control : from.controls()) {
                all.add(new Claim("control", from.device(), control, route.place(), route.origin(), false));
                if (route.press() != Press.PLAIN && hasLight(rig, from.device(), control))
                    all.add(new Claim("light", from.device(), control, route.place(), route.origin(), true));
            }
        }
        for (LightPlan light : rig.lights())
            all.add(new Claim("light", light.device(), light.control(), light.place(), light.origin(), false));
        return all;
    }

    /** Code that only looks at a control does not own it. */
    static boolean looksOnly(RoutePlan route) {
        return route.press() == Press.PLAIN
                && route.targets().stream().allMatch(
                        t -> t instanceof Target.ToReaction r && r.reaction().on() != Reaction.On.PRESS);
    }

    private static boolean hasLight(Rig rig, String device, String control) {
        return rig.device(device).controls().stream().anyMatch(c -> c.name().equals(control) && c.hasLight());
    }

    private static Quarrel quarrel(Claim a, Claim b) {
        if (a.what().equals("light") && (a.origin().equals(b.origin()) || a.isToggle() && b.isToggle())) return null;
        if (exclusive(a.place(), b.place())) return null;
        if (a.place().equals(b.place())) return new Quarrel(a.origin(), b.origin(), false, a.what(), a.device(), a.place());
        int rankA = PlayedPlace.rank(a.place());
        int rankB = PlayedPlace.rank(b.place());
        Set<Layer> keysA = held(a.place());
        Set<Layer> keysB = held(b.place());
        if (!keysA.equals(keysB)) return null;
        boolean nested = a.place().layers().containsAll(b.place().layers())
                || b.place().layers().containsAll(a.place().layers());
        boolean differentPresets = !presets(a.place()).equals(presets(b.place())) && !nested;
        if (differentPresets && a.origin().file().equals(b.origin().file())) return null;
        if (!nested && rankA == rankB && !differentPresets)
            return new Quarrel(a.origin(), b.origin(), false, a.what(), a.device(), b.place());
        if (a.origin().file().equals(b.origin().file())) return null;
        return new Quarrel(a.origin(), b.origin(), true, a.what(), a.device(), b.place());
    }

    private static Set<Layer> held(Place place) {
        return place.layers().stream().filter(l -> l instanceof Layer.Held).collect(Collectors.toSet());
    }

    /** Presets may be on together: then the one that came on last has the control. */
    private static Set<Layer> presets(Place place) {
        return place.layers().stream().filter(l -> l instanceof Layer.Preset).collect(Collectors.toSet());
    }

    /** Whether both can never hold at once. */
    private static boolean exclusive(Place a, Place b) {
        for (Layer x : a.layers())
            for (Layer y : b.layers()) {
                if (x instanceof Layer.Bank p && y instanceof Layer.Bank q && p.group().equals(q.group())
                        && !p.bank().equals(q.bank())) return true;
                if (x instanceof Layer.Page p && y instanceof Layer.Page q && p.device().equals(q.device())
                        && !p.page().equals(q.page())) return true;
            }
        return false;
    }

    private static List<Finding> findings(Rig rig, Map<Quarrel, Set<String>> quarrels) {
        List<Finding> findings = new ArrayList<>();
        Set<String> filesTold = new LinkedHashSet<>();
        quarrels.forEach((quarrel, controls) -> {
            if (quarrel.hides()) {
                String pair = quarrel.first().file() + " " + quarrel.second().file() + " " + quarrel.device();
                if (filesTold.add(pair)) findings.add(hidden(rig, quarrel, count(quarrels, quarrel)));
            } else {
                findings.add(twice(quarrel, controls));
            }
        });
        return findings;
    }

    private static Set<String> count(Map<Quarrel, Set<String>> quarrels, Quarrel like) {
        Set<String> all = new LinkedHashSet<>();
        quarrels.forEach((q, controls) -> {
            if (q.hides() && q.device().equals(like.device()) && q.first().file().equals(like.first().file())
                    && q.second().file().equals(like.second().file())) all.addAll(controls);
        });
        return all;
    }

    private static Finding twice(Quarrel quarrel, Set<String> controls) {
        String where = quarrel.place().isTop() ? "" : " in " + quarrel.place();
        String other = quarrel.first().file().equals(quarrel.second().file())
                ? "line " + quarrel.first().line() : quarrel.first().toString();
        String thing = quarrel.what().equals("light") ? "the light of " + list(controls) : list(controls);
        return Finding.error(quarrel.second(), "two owners of " + thing + where + ": " + other
                + " has it already; use it once, or put one of the two in a bank or a layer of its own");
    }

    private static Finding hidden(Rig rig, Quarrel quarrel, Set<String> controls) {
        return Finding.error(quarrel.second(), quarrel.first().file() + " and " + quarrel.second().file() + " both want the "
                + rig.device(quarrel.device()).spec().port() + " (" + list(controls)
                + "), and one would hide the other: give each a page of its own, or take(...) those controls for one");
    }

    private static String list(Set<String> controls) {
        List<String> names = List.copyOf(controls);
        if (names.size() <= 2) return "'" + String.join("' and '", names) + "'";
        return "'" + names.get(0) + "' and " + (names.size() - 1) + " more";
    }
}
