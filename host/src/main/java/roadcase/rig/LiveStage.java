package roadcase.rig;

import java.util.function.Consumer;
import roadcase.midi.Message;
import roadcase.rig.Cells.SwitchCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.Reaction;

/**
 * One rig's {@link Live}: reads published values, tells the Conductor what to do. After a reload it is retired: what
 * was begun may end, nothing new may wait.
 */
final class LiveStage implements Live {
    private final Wiring wiring;
    private final Consumer<Consumer<Stage>> teller;
    private final int generation;
    private volatile boolean retired;

    LiveStage(Wiring wiring, Consumer<Consumer<Stage>> teller, int generation) {
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
        if (cell == null) throw new IllegalArgumentException("there is no switch '" + name + "'");
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

    private PlayedLight light(String device, String control) {
        PlayedDevice played = wiring.device(device);
        if (played != null)
            for (PlayedLight light : played.lights) if (light.control.spec.name().equals(control)) return light;
        throw new IllegalArgumentException(control + " of " + device + " has no light");
    }

    @Override
    public void after(long nanos, double beats, Runnable what) {
        if (retired) {
            tell(s -> s.endScript(generation));
            return;
        }
        Reaction later = new Reaction("after", Reaction.On.MOMENT, h -> what.run(), Origin.NOWHERE);
        tell(s -> s.after(nanos, beats, later, this));
    }

    @Override
    public void say(String text) {
        tell(s -> s.witness().note(s.now(), text));
    }
}
