package roadcase.rig.plan;

/**
 * What a reaction is told. One object is reused by the Soloist: read it, do not keep it.
 * Numbers are those on the wire; {@code value} is the new value for CHANGE (in the unit of {@code between}), the
 * second data byte or the 14-bit bend for EVENT.
 */
public final class Happening {
    public int packed;
    public byte[] sysex;
    public int channel;
    public int number;
    public double value;
    public boolean on;

    public void copy(Happening other) {
        packed = other.packed;
        sysex = other.sysex;
        channel = other.channel;
        number = other.number;
        value = other.value;
        on = other.on;
    }
}
