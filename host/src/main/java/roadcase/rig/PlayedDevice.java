package roadcase.rig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roadcase.midi.Kind;
import roadcase.midi.Message;
import roadcase.rig.plan.DevicePlan;
import roadcase.surface.ControlSpec;
import roadcase.surface.DeviceSpec;
import roadcase.surface.PositionReports;

/** A device while it plays: its controls by address, its lights, and which generation of it is there. */
final class PlayedDevice {
    private static final int NONE = -1;

    final DevicePlan plan;
    final int in;
    final int out;
    final PlayedControl[] controls;
    final PlayedLight[] lights;
    final PositionReports reports;
    /** Which generation it is, from 0. */
    int generation;
    /** The name that its ports go by. */
    String called;
    /** Whether it was greeted since it came. */
    boolean greeted;
    /** Nothing is sent before. */
    long quietUntil;
    /** What moves by itself is not painted before. */
    long nextFrame;
    /** No SysEx is sent before. */
    long nextSysex;
    private final List<DeviceSpec> generations;
    private final List<ControlSpec[]> controlsOf = new ArrayList<>();
    private final List<byte[][]> greetings = new ArrayList<>();
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
        this.called = plan.out().name();
        this.generations = plan.spec().generations();
        for (int i = 0; i < generations.size(); i++) {
            controlsOf.add(plan.controls(i).toArray(ControlSpec[]::new));
            greetings.add(bytes(generations.get(i).manners().greeting()));
        }
        address();
    }

    private static byte[][] bytes(List<String> hex) {
        return hex.stream().map(text -> Message.parse(text).bytes()).toArray(byte[][]::new);
    }

    /** It turned out to be this generation. Makes no objects. */
    void become(int other) {
        if (other == generation) return;
        generation = other;
        ControlSpec[] specs = controlsOf.get(other);
        for (int i = 0; i < controls.length; i++) controls[i].spec = specs[i];
        for (PlayedLight light : lights) light.become(light.control.spec.lamp());
        greeted = false;
        address();
    }

    /** What is known of the generation that it is. */
    DeviceSpec spec() {
        return generations.get(generation);
    }

    byte[][] greeting() {
        return greetings.get(generation);
    }

    byte[][] farewell() {
        return bytes(spec().manners().farewell());
    }

    /** After a reload. */
    void takeOver(PlayedDevice before) {
        if (generation != before.generation) return;
        greeted = before.greeted;
        quietUntil = before.quietUntil;
        nextFrame = before.nextFrame;
        nextSysex = before.nextSysex;
        for (PlayedLight light : lights)
            for (PlayedLight old : before.lights) if (old.spec.equals(light.spec)) light.takeOver(old);
    }

    private void address() {
        Arrays.fill(byNote, (short) NONE);
        Arrays.fill(byController, (short) NONE);
        for (PlayedControl control : controls) {
            ControlSpec spec = control.spec;
            short[] table = spec.message() == Kind.CC ? byController : byNote;
            table[(spec.channel() - 1) * 128 + spec.number()] = (short) control.index;
        }
    }

    /** The button with this note, or null. */
    PlayedControl button(int channel, int note) {
        int i = byNote[(channel - 1) * 128 + note];
        return i == NONE ? null : controls[i];
    }

    /** What sends this CC: a knob, a fader or a button; or null. */
    PlayedControl sender(int channel, int number) {
        int i = byController[(channel - 1) * 128 + number];
        return i == NONE ? null : controls[i];
    }

    /** The knob or fader with this address, or null. */
    PlayedControl knob(int channel, int number) {
        PlayedControl sender = sender(channel, number);
        return sender == null || sender.spec.type() != ControlSpec.Type.ABSOLUTE ? null : sender;
    }

    PlayedControl control(String name) {
        for (PlayedControl control : controls) if (control.spec.name().equals(name)) return control;
        return null;
    }
}
