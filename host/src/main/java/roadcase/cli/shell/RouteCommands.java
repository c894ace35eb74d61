package roadcase.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.Overlay;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.RoutePlan;
import roadcase.rig.plan.SlotPlan;
import roadcase.rig.plan.Source;
import roadcase.rig.plan.Target;
import roadcase.route.Step;
import roadcase.script.GigReader;

/**
 * {@code route}, {@code unroute}, {@code routing}, {@code midi_ports}, {@code midi_seq} and {@code midi_mix} at the
 * shell: which channel of the sequencer plays which slot, and where sequencer and mixer are. One thread.
 */
final class RouteCommands {
    private final Playing playing;

    RouteCommands(Playing playing) {
        this.playing = playing;
    }

    /** What the rig leads to a slot by channel. */
    private record Led(int channel, int slot, Origin origin) {
        boolean isGigs() {
            return !origin.file().equals(GigReader.OVERLAY);
        }
    }

    private List<Led> led() {
        List<Led> all = new ArrayList<>();
        for (RoutePlan route : playing.rig().routes()) {
            if (!(route.source() instanceof Source.Port)) continue;
            for (Step step : route.steps())
                if (step instanceof Step.Channels c)
                    for (int channel = c.low(); channel <= c.high(); channel++)
                        for (Target target : route.targets())
                            if (target instanceof Target.ToPort to && to.port().slot() > 0)
                                all.add(new Led(channel, to.port().slot(), route.origin()));
        }
        return all;
    }

    /** {@code route CHANNEL SLOT}. */
    Reply route(List<String> given) {
        if (given.size() != 2)
                return Reply.mistake("`route` takes a MIDI channel, 1 to 16, and a slot, 1 to 8; several"
                        + " channels as 1,2 or 1-4");
        Overlay wanted = playing.additions().overlay();
        int slot = Given.slot(given.get(1), playing.rig().rack());
        List<String> lines = new ArrayList<>();
        for (int channel : Given.channels(given.get(0))) {
            gigs(channel);
            wanted = wanted.route(channel, slot);
            lines.add(line(channel, slot));
        }
        return done(wanted, lines);
    }

    /** A channel that a script names is the script's. */
    private void gigs(int channel) {
        for (Led led : led())
            if (led.channel == channel && led.isGigs())
                throw new Given.Wrong("Channel " + channel + " is led to slot " + led.slot + " by " + led.origin
                        + ": change it there");
    }

    /** {@code unroute CHANNEL}. */
    Reply unroute(List<String> given) {
        if (given.size() != 1) return Reply.mistake("`unroute` takes a MIDI channel, 1 to 16");
        Overlay wanted = playing.additions().overlay();
        List<String> lines = new ArrayList<>();
        for (int channel : Given.channels(given.get(0))) {
            gigs(channel);
            if (!wanted.routing().containsKey(channel)) throw new Given.Wrong("Channel " + channel + " has no route");
            wanted = wanted.route(channel, 0);
            lines.add("  ch " + channel + ": no route");
        }
        return done(wanted, lines);
    }

    private Reply done(Overlay wanted, List<String> lines) {
        Reply laid = playing.additions().change(wanted);
        if (laid.mistake() != null || !laid.errors().isEmpty()) return laid;
        List<String> all = new ArrayList<>(laid.lines());
        all.addAll(lines);
        return Reply.lines(all);
    }

    private String line(int channel, int slot) {
        RackPlan rack = playing.rig().rack();
        SlotPlan plan = rack == null ? null : rack.slot(slot);
        String called = plan == null || plan.instrument() == null ? "empty" : plan.name() == null
                ? plan.instrument() : plan.name();
        return "  ch " + channel + " -> slot " + slot + " (" + called + ")";
    }

    Reply routing(List<String> given) {
        List<Led> led = led();
        TreeMap<Integer, List<String>> lines = new TreeMap<>();
        for (Led one : led)
            lines.computeIfAbsent(one.channel, c -> new ArrayList<>()).add(line(one.channel, one.slot) + (one.isGigs()
                    ? "  " + one.origin : ""));
        playing.additions().overlay().routing().forEach((channel, slot) -> {
            if (led.stream().noneMatch(l -> l.channel == channel && !l.isGigs()))
                lines.computeIfAbsent(channel, c -> new ArrayList<>()).add(line(channel, slot)
                        + "  waits for midi_seq");
        });
        if (lines.isEmpty()) return Reply.said("  No routes; `route 1 1` leads channel 1 to slot 1.");
        return Reply.lines(lines.values().stream().flatMap(List::stream).distinct().toList());
    }

    Reply ports(List<String> given) {
        List<String> inputs = playing.additions().inputs();
        return inputs.isEmpty()
                ? Reply.said("  No MIDI inputs: is the gear plugged in? `deps` tells more.") : Reply.lines(Given.numbered(inputs));
    }

    /** {@code midi_seq PORT|off}. */
    Reply sequencer(List<String> given) {
        if (given.size() != 1)
                return Reply.mistake("`midi_seq` takes a port, by the number that `midi_ports` shows or by"
                        + " name, or off");
        Overlay before = playing.additions().overlay();
        if (given.get(0).equals("off")) return done(before.sequencer(null), List.of("  sequencer: none"));
        String port = Given.oneOf(given.get(0), playing.additions().inputs(), "MIDI input", "midi_ports");
        return done(before.sequencer(port), List.of("  sequencer = " + port + waits(before)));
    }

    private static String waits(Overlay before) {
        return before.routing().isEmpty() ? "; `route 1 1` leads its channel 1 to slot 1"
                : "; channels " + before.routing().keySet().stream().map(String::valueOf)
                        .collect(Collectors.joining(", ")) + " play";
    }

    /** {@code midi_mix PORT|off}. */
    Reply mixer(List<String> given) {
        if (given.size() != 1)
                return Reply.mistake("`midi_mix` takes a port, by the number that `midi_ports` shows or by"
                        + " name, or off");
        Overlay before = playing.additions().overlay();
        if (given.get(0).equals("off")) return done(before.mixer(null), List.of("  mixer: none"));
        String port = Given.oneOf(given.get(0), playing.additions().inputs(), "MIDI input", "midi_ports");
        return done(before.mixer(port), List.of("  mixer = " + port
                + "; strip 1 mixes slot 1, strip 2 slot 2, and so on"));
    }

    /** Inputs, for whoever completes a line. */
    List<String> inputs() {
        return playing.additions().inputs();
    }
}
