package roadcase.rig;

import roadcase.audio.Rack;
import roadcase.midi.Message;
import roadcase.rig.PresetStanding.SliderStanding;
import roadcase.rig.plan.Wait;
import roadcase.surface.Light;

/**
 * What a reaction can do and read while a gig plays, by written names. Soloist's thread (or the prompt's); what is
 * done goes to the Conductor as a command and takes effect between two messages, what is read was published last.
 */
public interface Live {
    /** @param output name of an output of the gig */
    void send(String output, Message message);

    /** Plays a note in a slot of the rack, and ends it after so long. */
    void play(int slot, int note, int velocity, long nanos);

    double value(String name);

    void setValue(String name, double value);

    boolean isOn(String switchName);

    void turn(String switchName, boolean on);

    /** @throws IllegalArgumentException with a sentence where there is no such bank */
    void goBank(String group, String bank);

    /** The active bank's name. */
    String bank(String group);

    /**
     * Turns a preset on, the others off, and shows it.
     *
     * @throws IllegalArgumentException with a sentence where there is no such preset
     */
    void selectPreset(String preset);

    /**
     * Where a slider of a preset stands.
     *
     * @throws IllegalArgumentException with a sentence where there is no such slider
     */
    SliderStanding slider(String preset, String label);

    /**
     * How loud something is now: the peak in dB, -90 for silence.
     *
     * @param meter the written name of a meter, see {@link roadcase.audio.Rack#level}; one that does not exist is silent
     */
    default double level(String meter) {
        return Rack.SILENCE;
    }

    /** Moves a slider, which sends. */
    void moveSlider(String preset, String label, double value);

    boolean isLit(String device, String control);

    void light(String device, String control, boolean on);

    /** What a light is meant to show. */
    Light shows(String device, String control);

    /**
     * Makes a light show this, where nothing else has the say.
     *
     * @throws IllegalArgumentException with a sentence where the unit has no such colour
     */
    void show(String device, String control, Light light);

    /** Runs {@code what} later on the Soloist. */
    void after(Wait wait, Runnable what);

    /**
     * Two steps of so many dB on a loop's output, which propose numbers for it.
     *
     * @throws IllegalArgumentException with a sentence where there is no such loop
     */
    void tuneLoop(String loop, double decibels);

    /** Shows the player a line. */
    void say(String text);
}
