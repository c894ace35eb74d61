package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.DevicePlan
import roadcase.rig.plan.PortPlan
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Spoken
import roadcase.surface.ControlSpec
import roadcase.surface.DeviceSpec

/**
 * A unit of known gear in a gig. What a kind of gear has is data in a file of its own: a class that extends this one,
 * with a {@link DeviceSpec} and a property for each row and button.
 *
 * <p>The same type and alias is the same unit in every file.
 */
@Spoken('a device')
abstract class Device implements Unit, Gear {
    protected final RigBuilder rig
    private final DevicePlan plan

    protected Device(RigBuilder rig, DeviceSpec spec, String alias) {
        this.rig = rig
        this.plan = rig.device(spec, alias)
    }

    @NotAWord
    @Override
    String name() {
        plan.name()
    }

    @NotAWord
    @Override
    List<PortPlan> ports() {
        [plan.in(), plan.out()]
    }

    @Builds
    @Word(says = 'device.follows(clock)',
            meaning = 'Sends MIDI clock, start and stop to this unit; no other clock reaches it.', livesIn = 'script',
            example = "device(MidiMix, 'Second').follows(link)")
    void follows(Clock clock) {
        rig.follow(plan.out(), clock.name())
    }

    protected Button button(String control) {
        new Button(rig, name(), plan.spec().control(control).name())
    }

    protected Knob knob(String control) {
        new Knob(rig, name(), plan.spec().control(control).name())
    }

    protected Fader fader(String control) {
        new Fader(rig, name(), plan.spec().control(control).name())
    }

    /** The row of buttons that a script calls {@code word}: the row of that name in the data. */
    protected Buttons buttons(String word) {
        List<Button> all = []
        for (ControlSpec c : inRow(word)) all << button(c.name())
        new Buttons(rig, name(), word, all)
    }

    protected Faders faders(String word) {
        List<Fader> all = []
        for (ControlSpec c : inRow(word)) all << fader(c.name())
        new Faders(rig, name(), word, all)
    }

    /** What a script calls {@code word}: the knobs of these rows, one row after the other. */
    protected Knobs knobs(String word, String... rows) {
        List<Knob> all = []
        for (String row : rows) for (ControlSpec c : inRow(row)) all << knob(c.name())
        new Knobs(rig, name(), word, all)
    }

    /** The pads that a script calls {@code word}, row by row from the top. */
    protected Grid grid(String word, int columns) {
        List<Button> all = []
        for (ControlSpec c : inRow(word)) all << button(c.name())
        new Grid(rig, name(), word, columns, all)
    }

    /** Says that a control of this unit was programmed to send another number; its light stays where it was. */
    protected void sends(String control, int number) {
        Programmed.sends(rig, name(), control, number)
    }

    private List<ControlSpec> inRow(String row) {
        List<ControlSpec> found = []
        for (ControlSpec c : plan.spec().controls()) if (c.row() == row) found << c
        found.sort { ControlSpec c -> c.index() }
    }

    @Override
    boolean equals(Object other) {
        other instanceof Device && ((Device) other).name() == name()
    }

    @Override
    int hashCode() {
        name().hashCode()
    }

    @Override
    String toString() {
        name()
    }
}
