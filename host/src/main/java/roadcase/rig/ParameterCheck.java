package roadcase.rig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import roadcase.midi.Kind;
import roadcase.rig.plan.BanksPlan;
import roadcase.rig.plan.Layer;
import roadcase.rig.plan.RoutePlan;
import roadcase.rig.plan.Source;
import roadcase.rig.plan.Target;
import roadcase.route.EventKind;
import roadcase.route.Step;

/**
 * Looks for lines that take apart what belongs together: half of a 14-bit CC, and the channels of an MPE keyboard, where
 * each note has a channel of its own and its bend, its pressure and its CC 74 go with it.
 *
 * <p>Source of the rules for MPE: M1-100, MIDI Polyphonic Expression.
 */
final class ParameterCheck {
    private static final int HALVES = 32;

    /** Which CCs a line asks for by number, and how. */
    private record Asked(RoutePlan route, int low, int high, int channelLow, int channelHigh, boolean whole) {
        boolean meets(Asked other) {
            return channelLow <= other.channelHigh && other.channelLow <= channelHigh
                    && (route.place().equals(other.route.place()) || route.place().isTop() || other.route.place().isTop());
        }
    }

    private final Rig rig;
    private final List<Finding> findings = new ArrayList<>();

    private ParameterCheck(Rig rig) {
        this.rig = rig;
    }

    static List<Finding> check(Rig rig) {
        ParameterCheck check = new ParameterCheck(rig);
        check.halves();
        check.expression();
        return check.findings;
    }

    private void halves() {
        Map<String, List<Asked>> byPort = new HashMap<>();
        for (RoutePlan route : rig.routes()) {
            if (!(route.source() instanceof Source.Port from)) continue;
            List<Asked> known = byPort.computeIfAbsent(from.port().name(), k -> new ArrayList<>());
            for (Asked now : asked(route)) {
                for (Asked before : known) overlap(from.port().name(), before, now);
                known.add(now);
            }
        }
    }

    private static List<Asked> asked(RoutePlan route) {
        List<Asked> all = new ArrayList<>();
        int low = 1;
        int high = 16;
        boolean cc = false;
        boolean joins = false;
        for (Step step : route.steps()) {
            if (step instanceof Step.Becomes || step instanceof Step.Filter || step instanceof Step.ToChannel) break;
            if (step instanceof Step.Channels s) {
                low = s.low();
                high = s.high();
            } else if (step instanceof Step.Pairs) joins = true;
            else if (step instanceof Step.Kinds s) cc = s.kinds().equals(Set.of(Kind.CC));
            else if (step instanceof Step.Parameters s && s.kind() == EventKind.CC14)
                all.add(new Asked(route, s.low(), s.high(), low, high, true));
            else if (step instanceof Step.Numbers s && cc && !joins)
                all.add(new Asked(route, s.low(), s.high(), low, high, false));
        }
        return all;
    }

    private void overlap(String port, Asked before, Asked now) {
        if (before.whole == now.whole || !before.meets(now)) return;
        Asked whole = before.whole ? before : now;
        Asked part = before.whole ? now : before;
        for (int number = whole.low; number <= whole.high; number++)
            for (int half : new int[] {number, number + HALVES}) {
                if (half < part.low || half > part.high) continue;
                findings.add(Finding.error(now.route.origin(), "of '" + port + "' CC " + half + " alone is taken in line "
                        + part.route.origin().line() + ", and as one half of cc14(" + number + ") in line "
                        + whole.route.origin().line() + ": say .cc14(" + number + ").becomes(cc(" + half + ")) there"));
                return;
            }
    }

    // ---- MPE

    private void expression() {
        Map<String, Set<String>> players = new HashMap<>();
        for (RoutePlan route : rig.routes()) {
            if (!(route.source() instanceof Source.Port from) || mpe(route) == null) continue;
            String port = from.port().name();
            tears(rig, route, (what, instead) -> findings.add(Finding.warning(route.origin(), "'" + port + "' plays MPE, and "
                    + what + ": " + instead)));
            for (Target target : route.targets())
                if (target instanceof Target.ToPort to) {
                    Set<String> known = players.computeIfAbsent(to.port().name(), k -> new HashSet<>());
                    if (known.add(port) && known.size() == 2)
                        findings.add(Finding.warning(route.origin(), "two MPE keyboards on '" + to.port().name()
                                + "' would take each other's channels: give each an output of its own"));
                }
        }
    }

    static Step.Mpe mpe(RoutePlan route) {
        for (Step step : route.steps()) if (step instanceof Step.Mpe mpe) return mpe;
        return null;
    }

    /** Tells what a line does that leaves a note without its expression. */
    static void tears(Rig rig, RoutePlan route, BiConsumer<String, String> told) {
        Step.Mpe mpe = mpe(route);
        for (Step step : route.steps()) {
            if (step instanceof Step.ToChannel || step instanceof Step.Filter f && f.channel().stream().anyMatch(r -> !r.changesNothing()))
                told.accept("this puts notes of several channels on one, so that a bend bends them all",
                        "leave the channels as they are, or take MPE off at the keyboard");
            else if (step instanceof Step.Channels s && (mpe == null || mpe.cuts(s.low(), s.high())))
                told.accept("this takes some of its channels, so that some notes are missing", "leave onChannel out");
            else if (step instanceof Step.Velocities || step instanceof Step.Kinds k && !k.kinds().contains(Kind.PITCH_BEND)
                    && k.kinds().contains(Kind.NOTE_ON))
                told.accept("this lets notes pass without their bends and pressure", "say zone('All', 0..127) instead");
        }
        if (hasBankWithChannel(rig, route))
            told.accept("this puts notes of several channels on that of a bank", "say the line outside of the banks");
    }

    private static boolean hasBankWithChannel(Rig rig, RoutePlan route) {
        for (Layer layer : route.place().layers())
            for (BanksPlan group : rig.banks())
                for (BanksPlan.BankPlan bank : group.banks()) {
                    boolean meant = layer instanceof Layer.Bank b && b.group().equals(group.name()) && b.bank().equals(bank.name())
                            || layer instanceof Layer.EveryBank e && e.group().equals(group.name());
                    if (meant && bank.channel() > 0) return true;
                }
        return false;
    }
}
