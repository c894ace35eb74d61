package roadcase.rig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roadcase.rig.PlayedPreset.PlayedSlider;
import roadcase.rig.PresetStanding.SliderStanding;
import roadcase.rig.plan.Action.SwitchPreset.How;
import roadcase.rig.plan.PresetPlan;
import roadcase.rig.plan.SliderPlan;

/**
 * Presets on the stage: what switches them while a message plays waits until it has been played, so that no message
 * meets half of the old lines and half of the new.
 *
 * <p>The Conductor's thread. Switching allocates nothing.
 */
final class Presets {
    private final Stage stage;
    private final Witness witness;
    private final SliderVoice voice;
    private PlayedPreset[] asked = new PlayedPreset[16];
    private How[] hows = new How[16];
    private int waiting;
    private boolean stale;
    private long switchedOn;

    Presets(Stage stage, Witness witness, SliderVoice voice) {
        this.stage = stage;
        this.witness = witness;
        this.voice = voice;
    }

    /** Switches a preset when the message that is being played has been played. */
    void ask(PlayedPreset preset, How how) {
        if (waiting == asked.length) {
            asked = Arrays.copyOf(asked, waiting * 2);
            hows = Arrays.copyOf(hows, waiting * 2);
        }
        asked[waiting] = preset;
        hows[waiting++] = how;
    }

    /** Somebody turned a switch, which may be a preset's. */
    void stale() {
        stale = true;
    }

    /** What was asked for takes effect. Between two messages. */
    void settle(Wiring wiring) {
        if (waiting == 0 && !stale) return;
        stale = false;
        for (int i = 0; i < waiting; i++) {
            turn(wiring, asked[i], hows[i]);
            asked[i] = null;
        }
        waiting = 0;
        if (compare(wiring)) stage.placesChanged(wiring);
        send(wiring);
    }

    private void turn(Wiring wiring, PlayedPreset preset, How how) {
        switch (how) {
            case ON -> preset.cell.on = true;
            case OFF -> preset.cell.on = false;
            case TOGGLE -> preset.cell.on = !preset.cell.on;
            case SELECT -> {
                for (int i = 0; i < wiring.presets.size(); i++) {
                    PlayedPreset other = wiring.presets.get(i);
                    other.cell.on = other == preset;
                    other.selected = other == preset;
                }
                wiring.shown.active = preset.plan.name();
            }
        }
        stage.stateChanged();
    }

    private boolean compare(Wiring wiring) {
        boolean changed = false;
        for (int i = 0; i < wiring.presets.size(); i++) {
            PlayedPreset preset = wiring.presets.get(i);
            boolean on = preset.cell.on;
            if (preset.plays == on) continue;
            preset.plays = on;
            preset.cameOn = on;
            if (on) preset.order = ++switchedOn;
            changed = true;
            witness.preset(stage.now(), preset.plan.name(), on);
        }
        return changed;
    }

    private void send(Wiring wiring) {
        for (int i = 0; i < wiring.presets.size(); i++) {
            PlayedPreset preset = wiring.presets.get(i);
            boolean selected = preset.selected;
            boolean cameOn = preset.cameOn;
            preset.selected = false;
            preset.cameOn = false;
            if (!selected && !cameOn) continue;
            for (int s = 0; s < preset.sliders.size(); s++) {
                PlayedSlider slider = preset.sliders.get(s);
                boolean sends = slider.plan.sends() == SliderPlan.Sends.WHEN_ON
                        || selected && slider.plan.sends() == SliderPlan.Sends.ON_SELECT;
                if (sends) voice.send(slider);
            }
        }
    }

    /** A slider is moved, by whoever: it sends. */
    void move(PlayedSlider slider, double value) {
        slider.cell.value = slider.plan.within(value);
        stage.stateChanged();
        voice.send(slider);
    }

    /** Another rig is about to play: what goes on, goes on as it was. Nothing is sent. */
    void takeOver(Wiring old, Wiring next) {
        for (PlayedPreset preset : next.presets) {
            PlayedPreset before = old.preset(preset.plan.name());
            preset.plays = preset.cell.on;
            preset.order = before == null ? 0 : before.order;
            for (PlayedSlider slider : preset.sliders) {
                int start = slider.plan.start();
                // Script number unchanged: the session wins. Edited: the script does.
                if (slider.cell.script != start) slider.cell.value = start;
                slider.cell.script = start;
                slider.cell.value = slider.plan.within(slider.cell.value);
            }
        }
        if (!next.presets.isEmpty() && next.preset(next.shown.active) == null)
            next.shown.active = shownAtStart(next.rig.presets());
    }

    /** The one that says so, else the first that is on, else the first. */
    static String shownAtStart(List<PresetPlan> presets) {
        for (PresetPlan preset : presets) if (preset.startsShown()) return preset.name();
        for (PresetPlan preset : presets) if (preset.startsOn()) return preset.name();
        return presets.get(0).name();
    }

    static List<PresetStanding> standing(Wiring wiring) {
        List<PresetStanding> all = new ArrayList<>();
        for (PlayedPreset preset : wiring.presets) {
            List<SliderStanding> sliders = new ArrayList<>();
            for (PlayedSlider slider : preset.sliders) sliders.add(standing(slider));
            String name = preset.plan.name();
            all.add(new PresetStanding(name, preset.cell.on, name.equals(wiring.shown.active), List.copyOf(sliders)));
        }
        return List.copyOf(all);
    }

    static SliderStanding standing(PlayedSlider slider) {
        SliderPlan plan = slider.plan;
        int value = slider.value();
        return new SliderStanding(plan.label(), value, plan.low(), plan.high(), plan.shown(value), plan.zero(),
                plan.labels().items());
    }
}
