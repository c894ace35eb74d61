package roadcase.units

import roadcase.script.NotAWord
import roadcase.script.Spoken

/**
 * How long: a time ({@code 250.ms}), or a piece of music in beats ({@code 0.5.beats}) or in bars ({@code 1.bar}); never
 * two of them. How many beats a bar has is for the clock to say.
 */
@Spoken('a time like 250.ms or 1.bar')
final class Span {
    private final long nanos
    private final double beats
    private final double bars

    private Span(long nanos, double beats, double bars) {
        this.nanos = nanos
        this.beats = beats
        this.bars = bars
    }

    @NotAWord
    static Span ofMillis(double millis) {
        new Span(Math.round(millis * 1_000_000d), 0d, 0d)
    }

    @NotAWord
    static Span ofBeats(double beats) {
        new Span(0L, beats, 0d)
    }

    @NotAWord
    static Span ofBars(double bars) {
        new Span(0L, 0d, bars)
    }

    /** In nanoseconds; 0 where it is music. */
    @NotAWord
    long inNanos() {
        nanos
    }

    /** In beats; 0 where it is a time or said in bars. */
    @NotAWord
    double inBeats() {
        beats
    }

    /** In bars; 0 where it is a time or said in beats. */
    @NotAWord
    double inBars() {
        bars
    }

    @NotAWord
    boolean isMusic() {
        beats != 0d || bars != 0d
    }

    @NotAWord
    boolean isNegative() {
        nanos < 0L || beats < 0d || bars < 0d
    }

    /** Groovy reads {@code -2.beats} as the negative of {@code 2.beats}. */
    Span negative() {
        new Span(-nanos, -beats, -bars)
    }

    @Override
    boolean equals(Object other) {
        other instanceof Span && same((Span) other)
    }

    private boolean same(Span other) {
        other.nanos == nanos && other.beats == beats && other.bars == bars
    }

    @Override
    int hashCode() {
        31 * (31 * Long.hashCode(nanos) + Double.hashCode(beats)) + Double.hashCode(bars)
    }

    @Override
    String toString() {
        if (bars != 0d) return Plain.number(bars) + (bars == 1d ? ' bar' : ' bars')
        isMusic() ? Plain.number(beats) + (beats == 1d ? ' beat' : ' beats') : Plain.number(nanos / 1_000_000d) + ' ms'
    }
}
