package roadcase.rig.plan;

import roadcase.route.EventKind;

/**
 * What a reaction is told. One object is reused by the Soloist: read it, do not keep it.
 * Numbers are those on the wire; {@code value} is the new value for CHANGE (in the unit of {@code between}), the
 * second data byte or the 14 bits of a bend or a parameter for EVENT. {@code packed} of what is made of several CCs is
 * its coarse part.
 */
public final class Happening {
    public int packed;
    /** Null for system messages and for values. */
    public EventKind kind;
    public byte[] sysex;
    public int channel;
    public int number;
    public double value;
    public boolean on;
    /** What is to be painted; null but for code of a moving picture. */
    public Canvas canvas;

    public void copy(Happening other) {
        packed = other.packed;
        kind = other.kind;
        sysex = other.sysex;
        channel = other.channel;
        number = other.number;
        value = other.value;
        on = other.on;
        canvas = other.canvas;
    }
}
