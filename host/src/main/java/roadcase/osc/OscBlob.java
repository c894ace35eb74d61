package roadcase.osc;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes as an argument. Immutable. */
public final class OscBlob {
    private final byte[] bytes;

    /** Takes a copy. */
    public OscBlob(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /** One byte, 0 to 255. */
    public int at(int place) {
        return bytes[place] & 0xFF;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OscBlob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "blob " + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
    }
}
