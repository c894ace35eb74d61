package roadcase.script.toy;

/** In Java, so that it is there before Groovy reads the list of extension modules to compile the rest. */
public final class Units {
    private Units() {}

    public static Loudness getdB(Number self) {
        return new Loudness(self.doubleValue());
    }
}
