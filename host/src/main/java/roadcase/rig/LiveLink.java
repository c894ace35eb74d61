package roadcase.rig;

import roadcase.midi.Message;
import roadcase.rig.plan.Wait;
import roadcase.surface.Light;

/** The end of a reading's {@link Live} that a stage takes hold of when the rig starts to play. */
final class LiveLink implements Live {
    private volatile Live stage;

    void connect(Live newStage) {
        stage = newStage;
    }

    private Live stage() {
        Live now = stage;
        if (now == null)
            throw new IllegalStateException("the gig does not play yet: say this inside a reaction, such as onPress { ... }");
        return now;
    }

    @Override
    public void send(String output, Message message) {
        stage().send(output, message);
    }

    @Override
    public void play(int slot, int note, int velocity, long nanos) {
        stage().play(slot, note, velocity, nanos);
    }

    @Override
    public double value(String name) {
        return stage().value(name);
    }

    @Override
    public void setValue(String name, double value) {
        stage().setValue(name, value);
    }

    @Override
    public boolean isOn(String switchName) {
        return stage().isOn(switchName);
    }

    @Override
    public void turn(String switchName, boolean on) {
        stage().turn(switchName, on);
    }

    @Override
    public double level(String meter) {
        return stage().level(meter);
    }

    @Override
    public void goBank(String group, String bank) {
        stage().goBank(group, bank);
    }

    @Override
    public String bank(String group) {
        return stage().bank(group);
    }

    @Override
    public void selectPreset(String preset) {
        stage().selectPreset(preset);
    }

    @Override
    public PresetStanding.SliderStanding slider(String preset, String label) {
        return stage().slider(preset, label);
    }

    @Override
    public void moveSlider(String preset, String label, double value) {
        stage().moveSlider(preset, label, value);
    }

    @Override
    public boolean isLit(String device, String control) {
        return stage().isLit(device, control);
    }

    @Override
    public void light(String device, String control, boolean on) {
        stage().light(device, control, on);
    }

    @Override
    public Light shows(String device, String control) {
        return stage().shows(device, control);
    }

    @Override
    public void show(String device, String control, Light light) {
        stage().show(device, control, light);
    }

    @Override
    public void after(Wait wait, Runnable what) {
        stage().after(wait, what);
    }

    @Override
    public void tuneLoop(String loop, double decibels) {
        stage().tuneLoop(loop, decibels);
    }

    @Override
    public void say(String text) {
        stage().say(text);
    }
}
