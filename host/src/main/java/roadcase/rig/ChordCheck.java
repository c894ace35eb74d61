package roadcase.rig;

import java.util.ArrayList;
import java.util.List;
import roadcase.rig.plan.*;
import roadcase.surface.DeviceSpec;
import roadcase.surface.Manners.Chord;

/** Warns of lines for buttons that change a unit's own mode when they are pressed together. */
final class ChordCheck {
    private ChordCheck() {}

    static List<Finding> check(Rig rig) {
        List<Finding> findings = new ArrayList<>();
        for (RoutePlan route : rig.routes()) {
            if (!(route.source() instanceof Source.Controls from)) continue;
            for (DeviceSpec made : rig.device(from.device()).spec().generations())
                for (Chord chord : made.manners().chords()) {
                    if (!from.controls().contains(chord.pressed())
                            || !route.place().layers().contains(new Layer.Held(from.device(), chord.held()))) continue;
                    findings.add(Finding.warning(route.origin(), "on the " + made.model() + " '" + chord.held() + "' with '"
                            + chord.pressed() + "' changes the mode of the unit itself: use another button while '"
                            + chord.held() + "' is held"));
                }
        }
        return findings;
    }
}
