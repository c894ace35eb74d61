package roadcase.units

import roadcase.script.NotAWord
import roadcase.script.Spoken

/** A loudness in decibels: {@code 3.dB}, {@code -18.dB}. */
@Spoken('a level like 3.dB')
final class Level implements Comparable<Level> {
    private final double decibels

    Level(double decibels) {
        this.decibels = decibels
    }

    /** In dB. */
    @NotAWord
    double inDecibels() {
        decibels
    }

    /** Groovy reads {@code -18.dB} as the negative of {@code 18.dB}. */
    Level negative() {
        new Level(-decibels)
    }

    /** This many decibels each second. */
    Rate getPerSecond() {
        new Rate(decibels)
    }

    @Override
    int compareTo(Level other) {
        Double.compare(decibels, other.decibels)
    }

    @Override
    boolean equals(Object other) {
        other instanceof Level && ((Level) other).decibels == decibels
    }

    @Override
    int hashCode() {
        Double.hashCode(decibels)
    }

    @Override
    String toString() {
        Plain.number(decibels) + ' dB'
    }
}
