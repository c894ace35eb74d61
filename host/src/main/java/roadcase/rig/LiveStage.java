package roadcase.rig;

import java.util.function.Consumer;
import roadcase.midi.Message;
import roadcase.rig.Cells.SwitchCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.plan.Action;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.Reaction;
import roadcase.rig.plan.Wait;
import roadcase.surface.Light;

/**
 * One rig's {@link Live}: reads published values, tells the Conductor what to do. After a reload it is retired: what
 * was begun may end, nothing new may wait.
 */
final class LiveStage implements Live {
    private final Wiring wiring;
    private final Consumer<Consumer<Stage>> teller;
    private final int generation;
    private final Outlet outlet;
    private volatile boolean retired;

    LiveStage(Wiring wiring, Consumer<Consumer<Stage>> teller, Outlet outlet, int generation) {
        this.outlet = outlet;
        this.wiring = wiring;
        this.teller = teller;
        this.generation = generation;
    }

    private void tell(Consumer<Stage> command) {
        if (!ScriptThread.isLeftBehind()) teller.accept(command);
    }

    int generation() {
        return generation;
    }

    void retire() {
        retired = true;
    }

    @Override
    public void send(String output, Message message) {
        tell(s -> s.send(output, message, this));
    }

    @Override
    public void play(int slot, int note, int velocity, long nanos) {
        tell(s -> s.play(slot, note, velocity, nanos, this));
    }

    @Override
    public double value(String name) {
        return valueCell(name).value;
    }

    /** Written at once, so that the same code reads what it wrote; the Conductor tells the others. */
    @Override
    public void setValue(String name, double value) {
        ValueCell cell = valueCell(name);
        if (ScriptThread.isLeftBehind()) return;
        cell.value = cell.within(value);
        tell(s -> s.setValue(cell, value, null));
    }

    private ValueCell valueCell(String name) {
        ValueCell cell = wiring.values.get(name);
        if (cell == null) throw new IllegalArgumentException("there is no value '" + name + "'");
        return cell;
    }

    @Override
    public double level(String meter) {
        return outlet.rack().level(meter);
    }

    @Override
    public boolean isOn(String switchName) {
        return switchCell(switchName).on;
    }

    @Override
    public void turn(String switchName, boolean on) {
        SwitchCell cell = switchCell(switchName);
        if (ScriptThread.isLeftBehind()) return;
        cell.on = on;
        tell(s -> s.turn(cell, on));
    }

    private SwitchCell switchCell(String name) {
        SwitchCell cell = wiring.switches.get(name);
        if (cell == null) throw new IllegalArgumentException("there is no switch '" + name + "'"
                + Spelling.didYouMean(name, wiring.switches.keySet()));
        return cell;
    }

    @Override
    public void goBank(String group, String bank) {
        PlayedBanks banks = wiring.banks(group);
        if (banks == null) throw new IllegalArgumentException("there are no banks '" + group + "'");
        if (banks.index(bank) < 0) throw new IllegalArgumentException("'" + group + "' has no bank '" + bank + "'");
        tell(s -> s.goBank(group, bank));
    }

    @Override
    public String bank(String group) {
        PlayedBanks banks = wiring.banks(group);
        if (banks == null) throw new IllegalArgumentException("there are no banks '" + group + "'");
        return banks.cell.active;
    }

    /** Written at once, so that the same code reads what it wrote; the Conductor switches the lines. */
    @Override
    public void selectPreset(String name) {
        PlayedPreset preset = preset(name);
        if (ScriptThread.isLeftBehind()) return;
        for (PlayedPreset other : wiring.presets) other.cell.on = other == preset;
        tell(s -> s.preset(name, Action.SwitchPreset.How.SELECT));
    }

    private PlayedPreset preset(String name) {
        PlayedPreset preset = wiring.preset(name);
        if (preset == null)
            throw new IllegalArgumentException("there is no preset '" + name + "'"
                    + Spelling.didYouMean(name, wiring.presets.stream().map(p -> p.plan.name()).toList()));
        return preset;
    }

    @Override
    public PresetStanding.SliderStanding slider(String preset, String label) {
        return Presets.standing(played(preset, label));
    }

    private PlayedPreset.PlayedSlider played(String preset, String label) {
        PlayedPreset owner = preset(preset);
        PlayedPreset.PlayedSlider slider = owner.slider(label);
        if (slider == null)
            throw new IllegalArgumentException("the preset '" + preset + "' has no slider '" + label + "'"
                    + Spelling.didYouMean(label, owner.sliders.stream().map(s -> s.plan.label()).toList()));
        return slider;
    }

    @Override
    public void moveSlider(String preset, String label, double value) {
        PlayedPreset.PlayedSlider slider = played(preset, label);
        if (ScriptThread.isLeftBehind()) return;
        slider.cell.value = slider.plan.within(value);
        tell(s -> s.slider(preset, label, value));
    }

    @Override
    public boolean isLit(String device, String control) {
        return light(device, control).lit();
    }

    @Override
    public void light(String device, String control, boolean on) {
        SwitchCell byHand = light(device, control).byHand;
        if (ScriptThread.isLeftBehind()) return;
        byHand.on = on;
        tell(s -> s.turn(byHand, on));
    }

    @Override
    public Light shows(String device, String control) {
        return Light.of(light(device, control).code());
    }

    @Override
    public void show(String device, String control, Light what) {
        PlayedLight light = light(device, control);
        String lacks = LightCheck.sentence(wiring.device(device).spec(), light.control.spec, what);
        if (lacks != null && what.hue() == Light.Hue.RGB) throw new IllegalArgumentException(lacks);
        if (ScriptThread.isLeftBehind()) return;
        tell(s -> s.light(light, device + " / " + control + PlayedLight.LOOK, what));
    }

    private PlayedLight light(String device, String control) {
        return PlayedLight.of(wiring, device, control);
    }

    @Override
    public void after(Wait wait, Runnable what) {
        if (retired) {
            tell(s -> s.endScript(generation));
            return;
        }
        // The code's class is its name: so code that fails each time is known again.
        Reaction later = new Reaction("after " + what.getClass().getName(), Reaction.On.MOMENT, h -> what.run(), origin());
        tell(s -> s.after(wait, later, this));
    }

    private static Origin origin() {
        return StackWalker.getInstance().walk(frames -> frames
                .filter(f -> f.getClassName().startsWith(RigBuilder.SCRIPT_CLASS) && f.getLineNumber() > 0)
                .findFirst()
                .map(f -> new Origin(f.getFileName(), f.getLineNumber(), 1))
                .orElse(Origin.NOWHERE));
    }

    @Override
    public void tuneLoop(String loop, double decibels) {
        if (wiring.rig.loops().stream().noneMatch(l -> l.name().equals(loop)))
            throw new IllegalArgumentException("there is no loop '" + loop + "'");
        tell(s -> {
            String no = s.loops().steps(loop, decibels);
            if (no != null) s.witness().note(s.now(), "The loop '" + loop + "' is not tuned: " + no);
        });
    }

    @Override
    public void say(String text) {
        tell(s -> s.witness().note(s.now(), text));
    }
}
