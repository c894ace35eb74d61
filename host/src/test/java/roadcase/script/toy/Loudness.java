package roadcase.script.toy;

import roadcase.script.Spoken;

/** A unit of the toy language. */
@Spoken("a loudness like 3.dB")
public record Loudness(double db) {
    public Loudness negative() {
        return new Loudness(-db);
    }
}
