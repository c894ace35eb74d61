package roadcase.units

import roadcase.script.NotAWord
import roadcase.script.Spoken

/** How fast the music goes: {@code 120.bpm}. */
@Spoken('a tempo like 120.bpm')
final class Tempo {
    private final double beatsPerMinute

    Tempo(double beatsPerMinute) {
        this.beatsPerMinute = beatsPerMinute
    }

    /** In beats per minute. */
    @NotAWord
    double inBpm() {
        beatsPerMinute
    }

    @Override
    boolean equals(Object other) {
        other instanceof Tempo && ((Tempo) other).beatsPerMinute == beatsPerMinute
    }

    @Override
    int hashCode() {
        Double.hashCode(beatsPerMinute)
    }

    @Override
    String toString() {
        Plain.number(beatsPerMinute) + ' bpm'
    }
}
