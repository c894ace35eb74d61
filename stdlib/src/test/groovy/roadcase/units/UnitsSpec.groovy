package roadcase.units

import spock.lang.Specification

class UnitsSpec extends Specification {
    def "quantities read as they are written: #quantity"() {
        expect:
        quantity.toString() == said

        where:
        quantity         || said
        5.dB             || '5 dB'
        -18.5.dB         || '-18.5 dB'
        2.dB.perSecond   || '2 dB per second'
        250.ms           || '250 ms'
        1.second         || '1000 ms'
        0.3.seconds      || '300 ms'
        1.minute         || '60000 ms'
        2.minutes        || '120000 ms'
        1.beat           || '1 beat'
        0.5.beats        || '0.5 beats'
        1.sixteenth      || '0.25 beats'
        6.sixteenths     || '1.5 beats'
        1.bar            || '1 bar'
        2.bars           || '2 bars'
        120.bpm          || '120 bpm'
        120.5.bpm        || '120.5 bpm'
    }

    def "a span is a time or music"() {
        expect:
        [250.ms.inNanos(), 250.ms.inBeats(), 250.ms.isMusic()] == [250_000_000L, 0d, false]
        [3.beats.inNanos(), 3.beats.inBeats(), 3.beats.inBars(), 3.beats.isMusic()] == [0L, 3d, 0d, true]
        [1.bar.inNanos(), 1.bar.inBeats(), 1.bar.inBars(), 1.bar.isMusic()] == [0L, 0d, 1d, true]
        (-2.beats).isNegative()
    }

    def "equal quantities are equal"() {
        expect:
        1.second == 1000.ms
        4.sixteenths == 1.beat
        1.bar != 4.beats
        -3.dB == -3.0.dB
        3.dB > -3.dB
        120.bpm == 120.0.bpm
    }

    def "C4 is middle C, and every key has a name"() {
        expect:
        [Notes.C_1, Notes.C4, Notes.Cs4, Notes.Db4, Notes.A4, Notes.G9] == [0, 60, 61, 61, 69, 127]
        Notes.fields*.get(null).toSet() == (0..127).toSet()
        Notes.fields.every { field ->
            def (String letter, String octave) = field.name.split(/(?<=[A-Gsb])(?=[_\d])/)
            int white = [C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11][letter[0]]
            int semitone = white + (letter.endsWith('s') ? 1 : letter.endsWith('b') ? -1 : 0)
            field.get(null) == (octave.replace('_', '-') as int) * 12 + 12 + semitone
        }
    }
}
