package roadcase.rig;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.Overlay;
import roadcase.rig.plan.RoutePlan;
import roadcase.rig.plan.Source;
import roadcase.rig.plan.Target;
import roadcase.route.Step;

/**
 * An overlay as far as the gig leaves it room: what the script names itself is the script's.
 *
 * @param overlay what is left
 * @param dropped a sentence for each entry that had to go
 */
public record OverlayFit(Overlay overlay, List<String> dropped) {
    public static final OverlayFit NOTHING = new OverlayFit(Overlay.NOTHING, List.of());

    public OverlayFit {
        dropped = List.copyOf(dropped);
    }

    /** @param gig as its own scripts have built it; the thread that reads it */
    public static OverlayFit of(Overlay wanted, RigBuilder gig) {
        Overlay fits = wanted;
        List<String> dropped = new ArrayList<>();
        Set<String> names = new HashSet<>();
        RackDraft rack = gig.rackOrNone();
        if (rack != null) names.addAll(rack.names());
        for (Map.Entry<Integer, Overlay.Place> slot : wanted.slots().entrySet()) {
            int number = slot.getKey();
            Origin named = rack == null ? null : rack.written(number);
            Overlay.Place place = slot.getValue();
            if (named != null) {
                fits = fits.slot(number, null);
                dropped.add("'" + place.name() + "', loaded into slot " + number + " at the prompt, is dropped: "
                        + named
                        + " names that slot");
                continue;
            }
            String free = fits.freeName(number, place.name(), names);
            if (!free.equals(place.name())) fits = fits.slot(number, new Overlay.Place(free, place.instrument(),
                    place.effects()));
        }
        for (int channel : wanted.routing().keySet()) {
            Origin named = routed(gig, channel);
            if (named == null) continue;
            fits = fits.route(channel, 0);
            dropped.add("The route of channel " + channel + " made at the prompt is dropped: " + named
                    + " names that channel");
        }
        return new OverlayFit(fits, dropped);
    }

    /** Where the gig itself leads this channel to a slot; null where it does not. */
    private static Origin routed(RigBuilder gig, int channel) {
        for (RoutePlan route : gig.routes()) {
            boolean toSlot = route.source() instanceof Source.Port
                    && route.targets().stream().anyMatch(t -> t instanceof Target.ToPort to && to.port().slot() > 0);
            if (!toSlot) continue;
            for (Step step : route.steps())
                if (step instanceof Step.Channels c && c.low() <= channel && channel <= c.high()) return route.origin();
        }
        return null;
    }
}
