package roadcase.cli.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code devices}, {@code audio_start}, {@code audio_stop}, {@code save}, {@code restore}, {@code deps} and what {@code
 * status} tells of the rack. One thread.
 */
final class SessionCommands {
    private final Playing playing;
    private final RackCommands rack;
    private final RouteCommands routes;

    SessionCommands(Playing playing, RackCommands rack, RouteCommands routes) {
        this.playing = playing;
        this.rack = rack;
        this.routes = routes;
    }

    private List<String> deviceNames() {
        return playing.additions().devices().stream().map(d -> (d.get(0) + " " + d.get(1)).strip()).toList();
    }

    Reply devices(List<String> given) {
        List<String> all = deviceNames();
        return all.isEmpty() ? Reply.said("  No sound devices; `deps` tells more.") : Reply.lines(Given.numbered(all));
    }

    /** {@code audio_start [DEVICE]}. */
    Reply start(List<String> given) {
        if (given.isEmpty()) return playing.additions().audio("", "");
        String meant = Given.oneOf(String.join(" ", given), deviceNames(), "sound device", "devices");
        List<String> device = playing.additions().devices().get(deviceNames().indexOf(meant));
        return playing.additions().audio(device.get(0), device.get(1));
    }

    Reply stop(List<String> given) {
        Reply reply = playing.additions().audio("none", "");
        return reply.mistake() != null ? reply : Reply.said("Nothing is heard until `audio_start`.");
    }

    Reply save(List<String> given) {
        return playing.additions().save(given.isEmpty() ? null : String.join(" ", given));
    }

    Reply restore(List<String> given) {
        return playing.additions().restore(given.isEmpty() ? null : String.join(" ", given));
    }

    Reply parts(List<String> given) {
        return Reply.lines(playing.additions().parts());
    }

    /** All there is to tell. */
    Reply status(List<String> given) {
        List<String> lines = new ArrayList<>(playing.status().lines());
        if (playing.rig().rack() != null) {
            rack.slots(List.of()).lines().stream().filter(l -> !l.endsWith(": empty")).forEach(lines::add);
            if (!routes.routing(List.of()).lines().get(0).startsWith("  No ")) {
                lines.add("routing");
                lines.addAll(routes.routing(List.of()).lines());
            }
            if (!playing.additions().kept().isEmpty()) lines.add(playing.additions().kept());
        }
        return Reply.lines(lines);
    }
}
