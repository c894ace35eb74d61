package roadcase.audio;

/** How loud a slot or the master was over a span, the louder side of two, in dB; {@link Rack#SILENCE} at least. */
public record Loudness(double peak, double rms) {
    public static final Loudness NONE = new Loudness(Rack.SILENCE, Rack.SILENCE);

    /** @param factor 1 is full scale */
    static double decibels(double factor) {
        return Math.max(Rack.SILENCE, 20 * Math.log10(factor));
    }

    /** As a factor. Source: the definition of the decibel; what is {@link Rack#SILENCE} is nothing. */
    static float factor(double decibels) {
        return decibels <= Rack.SILENCE ? 0 : (float) Math.pow(10, decibels / 20);
    }
}
