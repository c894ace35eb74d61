package roadcase.units

import roadcase.script.NotAWord
import roadcase.script.Spoken

/** How long: a time ({@code 250.ms}) or a piece of music ({@code 0.5.beats}, {@code 1.bar}); never both. */
@Spoken('a time like 250.ms or 1.bar')
final class Span {
    private final long nanos
    private final double beats

    private Span(long nanos, double beats) {
        this.nanos = nanos
        this.beats = beats
    }

    @NotAWord
    static Span ofMillis(double millis) {
        new Span(Math.round(millis * 1_000_000d), 0d)
    }

    @NotAWord
    static Span ofBeats(double beats) {
        new Span(0L, beats)
    }

    /** In nanoseconds; 0 where it is music. */
    @NotAWord
    long inNanos() {
        nanos
    }

    /** In beats; 0 where it is a time. */
    @NotAWord
    double inBeats() {
        beats
    }

    @NotAWord
    boolean isMusic() {
        beats != 0d
    }

    @NotAWord
    boolean isNegative() {
        nanos < 0L || beats < 0d
    }

    /** Groovy reads {@code -2.beats} as the negative of {@code 2.beats}. */
    Span negative() {
        new Span(-nanos, -beats)
    }

    @Override
    boolean equals(Object other) {
        other instanceof Span && ((Span) other).nanos == nanos && ((Span) other).beats == beats
    }

    @Override
    int hashCode() {
        31 * Long.hashCode(nanos) + Double.hashCode(beats)
    }

    @Override
    String toString() {
        isMusic() ? Plain.number(beats) + (beats == 1d ? ' beat' : ' beats') : Plain.number(nanos / 1_000_000d) + ' ms'
    }
}
