package roadcase.rig;

import roadcase.midi.Message;

/**
 * What a reaction can do and read while a gig plays, by written names. Soloist's thread (or the prompt's); what is
 * done goes to the Conductor as a command and takes effect between two messages, what is read was published last.
 */
public interface Live {
    /** @param output name of an output of the gig */
    void send(String output, Message message);

    double value(String name);

    void setValue(String name, double value);

    boolean isOn(String switchName);

    void turn(String switchName, boolean on);

    /** @throws IllegalArgumentException with a sentence where there is no such bank */
    void goBank(String group, String bank);

    /** The active bank's name. */
    String bank(String group);

    boolean isLit(String device, String control);

    void light(String device, String control, boolean on);

    /** Runs {@code what} later on the Soloist; {@code beats} count where they are not 0, else {@code nanos}. */
    void after(long nanos, double beats, Runnable what);

    /** Shows the player a line. */
    void say(String text);
}
