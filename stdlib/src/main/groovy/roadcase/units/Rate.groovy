package roadcase.units

import roadcase.script.NotAWord
import roadcase.script.Spoken

/** How fast a level moves: {@code 2.dB.perSecond}. */
@Spoken('a rate like 2.dB.perSecond')
final class Rate {
    private final double decibelsPerSecond

    Rate(double decibelsPerSecond) {
        this.decibelsPerSecond = decibelsPerSecond
    }

    /** In dB per second. */
    @NotAWord
    double inDecibelsPerSecond() {
        decibelsPerSecond
    }

    @Override
    boolean equals(Object other) {
        other instanceof Rate && ((Rate) other).decibelsPerSecond == decibelsPerSecond
    }

    @Override
    int hashCode() {
        Double.hashCode(decibelsPerSecond)
    }

    @Override
    String toString() {
        Plain.number(decibelsPerSecond) + ' dB per second'
    }
}
