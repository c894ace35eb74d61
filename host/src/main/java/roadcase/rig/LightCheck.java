package roadcase.rig;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import roadcase.midi.PortNames;
import roadcase.midi.RealPort;
import roadcase.rig.plan.ClipsPlan;
import roadcase.rig.plan.DevicePlan;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.PicturePlan;
import roadcase.rig.plan.RoutePlan;
import roadcase.rig.plan.Source;
import roadcase.surface.ControlSpec;
import roadcase.surface.DeviceSpec;
import roadcase.surface.Light;

/**
 * Whether the lights that a script wants can be shown. What every generation of a device shows otherwise is warned of;
 * what only some have is an error as soon as it is known that another one plays: by the room's {@code bind}, by the name
 * of its port or by its answer. Pure, any thread.
 */
final class LightCheck {
    private LightCheck() {}

    /** Before it is known what plays. */
    static List<Finding> of(Rig rig) {
        List<Finding> findings = new ArrayList<>();
        for (DevicePlan device : rig.devices()) {
            List<DeviceSpec> all = device.spec().generations();
            int bound = bound(rig, device);
            if (bound >= 0) {
                findings.addAll(of(rig, device, bound));
                continue;
            }
            for (int i = 0; i < all.size(); i++)
                for (Finding finding : of(rig, device, i))
                    findings.add(Finding.warning(finding.origin(), finding.sentence()));
        }
        return findings.stream().distinct().toList();
    }

    /** Which generation a port of this name is, in or out; -1 where the name does not tell. */
    static int generation(DeviceSpec spec, String port) {
        List<RealPort> named = List.of(new RealPort(port, PortNames.plain(port, List.of()), RealPort.Direction.OUTPUT));
        return generation(spec, named);
    }

    static int generation(DeviceSpec spec, List<RealPort> port) {
        List<DeviceSpec> all = spec.generations();
        for (int i = 0; i < all.size(); i++)
            if (all.get(i).port().equalsIgnoreCase(port.get(0).name())
                    || !PortNames.ofDevice(all.get(i).patterns(), port.get(0).direction(), port).isEmpty()) return i;
        return -1;
    }

    private static int bound(Rig rig, DevicePlan device) {
        String to = rig.bound(device.out());
        return to == null ? -1 : generation(device.spec(), to);
    }

    /** What this generation of a device cannot show: errors for colours that it has not got, warnings for the rest. */
    static List<Finding> of(Rig rig, DevicePlan device, int generation) {
        List<Finding> findings = new ArrayList<>();
        DeviceSpec made = device.spec().generations().get(generation);
        Set<Origin> told = new LinkedHashSet<>();
        for (RoutePlan route : rig.routes()) {
            if (route.looks().equals(RoutePlan.Looks.PLAIN) || !(route.source() instanceof Source.Controls from)
                    || !from.device().equals(device.name())) continue;
            for (String name : from.controls()) {
                ControlSpec control = made.control(name);
                if (!control.hasLight()) continue;
                for (Light light : List.of(route.looks().on(), route.looks().off())) {
                    String sentence = sentence(made, control, light);
                    if (sentence == null || !told.add(route.origin())) continue;
                    boolean hasNot = isMixed(light);
                    findings.add(hasNot ? Finding.error(route.origin(), sentence) : Finding.warning(route.origin(), sentence));
                }
            }
        }
        for (ClipsPlan clips : rig.clips()) if (clips.device().equals(device.name())) pads(clips, made, told, findings);
        for (PicturePlan picture : rig.pictures()) {
            if (!picture.device().equals(device.name())) continue;
            for (Light light : picture.lights()) {
                String sentence = sentence(made, made.control(picture.pads().get(0)), light);
                if (sentence == null || !told.add(picture.origin())) continue;
                findings.add(isMixed(light) ? Finding.error(picture.origin(), sentence)
                        : Finding.warning(picture.origin(), sentence));
            }
        }
        return findings;
    }

    private static void pads(ClipsPlan clips, DeviceSpec made, Set<Origin> told, List<Finding> findings) {
        for (ClipsPlan.Control control : clips.controls()) {
            if (control.part() != ClipsPlan.Part.PAD || !made.control(control.name()).hasLight()) continue;
            for (Light light : List.of(clips.looks().ready(), clips.looks().waiting(), clips.looks().playing())) {
                String sentence = sentence(made, made.control(control.name()), light);
                if (sentence == null || !told.add(clips.origin())) continue;
                findings.add(isMixed(light) ? Finding.error(clips.origin(), sentence) : Finding.warning(clips.origin(), sentence));
            }
        }
    }

    private static boolean isMixed(Light light) {
        return light.hue() == Light.Hue.RGB || light.hue() == Light.Hue.PALETTE;
    }

    /** What to say of a light that shows something else, or null. */
    static String sentence(DeviceSpec device, ControlSpec control, Light light) {
        String lacks = control.lamp().kind().lacks(light);
        return lacks == null ? null : "the light of '" + control.name() + "' of the " + device.model() + " has " + lacks
                + (isMixed(light) ? "; what every generation shows is GREEN, RED, YELLOW and OFF" : "");
    }
}
