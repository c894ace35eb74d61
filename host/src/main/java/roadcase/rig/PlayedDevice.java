package roadcase.rig;

import java.util.Arrays;
import roadcase.rig.plan.DevicePlan;
import roadcase.surface.ControlSpec;
import roadcase.surface.PositionReports;

/** A device while it plays: its controls by address, and its lights. */
final class PlayedDevice {
    private static final int NONE = -1;

    final DevicePlan plan;
    final int in;
    final int out;
    final PlayedControl[] controls;
    final PlayedLight[] lights;
    final PositionReports reports;
    private final short[] byNote = new short[16 * 128];
    private final short[] byController = new short[16 * 128];

    PlayedDevice(DevicePlan plan, int in, int out, PlayedControl[] controls, PlayedLight[] lights,
            PositionReports reports) {
        this.plan = plan;
        this.in = in;
        this.out = out;
        this.controls = controls;
        this.lights = lights;
        this.reports = reports;
        Arrays.fill(byNote, (short) NONE);
        Arrays.fill(byController, (short) NONE);
        for (PlayedControl control : controls) {
            ControlSpec spec = control.spec;
            short[] table = spec.type() == ControlSpec.Type.BUTTON ? byNote : byController;
            table[(spec.channel() - 1) * 128 + spec.number()] = (short) control.index;
        }
    }

    /** The button with this address, or null. */
    PlayedControl button(int channel, int note) {
        int i = byNote[(channel - 1) * 128 + note];
        return i == NONE ? null : controls[i];
    }

    /** The knob or fader with this address, or null. */
    PlayedControl knob(int channel, int number) {
        int i = byController[(channel - 1) * 128 + number];
        return i == NONE ? null : controls[i];
    }

    PlayedControl control(String name) {
        for (PlayedControl control : controls) if (control.spec.name().equals(name)) return control;
        return null;
    }
}
