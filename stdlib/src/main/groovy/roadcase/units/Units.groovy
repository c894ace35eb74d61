package roadcase.units

import roadcase.docs.Word

/**
 * The units that a number can be given. Groovy finds this class by the extension module beside it and reads
 * {@code 5.dB} as {@code Units.getdB(5)}.
 */
final class Units {
    private static final double SIXTEENTHS_PER_BEAT = 4d

    private Units() {}

    @Word(says = '5.dB · -18.dB', meaning = 'A loudness in decibels.', example = '''
        def target = remember('target', -18.dB)
        mix.faders[1].between(-30.dB, 0.dB).to(target)''')
    static Level getdB(Number number) {
        new Level(number.doubleValue())
    }

    @Word(says = '250.ms', meaning = 'A time in milliseconds.', example = 'keys.after(250.ms).to(synth)')
    static Span getMs(Number number) {
        Span.ofMillis(number.doubleValue())
    }

    @Word(says = '1.second', meaning = 'A time in seconds.', example = 'keys.after(1.second).to(synth)')
    static Span getSecond(Number number) {
        Span.ofMillis(number.doubleValue() * 1_000d)
    }

    @Word(says = '0.3.seconds', meaning = 'A time in seconds.', example = 'keys.after(0.3.seconds).to(synth)')
    static Span getSeconds(Number number) {
        getSecond(number)
    }

    @Word(says = '1.minute', meaning = 'A time in minutes.',
            example = 'after(1.minute) { synth.send(programChange(2)) }')
    static Span getMinute(Number number) {
        Span.ofMillis(number.doubleValue() * 60_000d)
    }

    @Word(says = '2.minutes', meaning = 'A time in minutes.',
            example = 'after(2.minutes) { synth.send(programChange(2)) }')
    static Span getMinutes(Number number) {
        getMinute(number)
    }

    @Word(says = '1.beat', meaning = 'A length in beats, as long as the tempo makes it.',
            example = 'keys.after(1.beat).to(synth)')
    static Span getBeat(Number number) {
        Span.ofBeats(number.doubleValue())
    }

    @Word(says = '0.5.beats', meaning = 'A length in beats, as long as the tempo makes it.',
            example = 'keys.after(0.5.beats).to(synth)')
    static Span getBeats(Number number) {
        getBeat(number)
    }

    @Word(says = '1.sixteenth', meaning = 'A sixteenth note: a quarter of a beat.',
            example = 'keys.notes().quantise(1.sixteenth, link).to(synth)')
    static Span getSixteenth(Number number) {
        Span.ofBeats(number.doubleValue() / SIXTEENTHS_PER_BEAT)
    }

    @Word(says = '3.sixteenths', meaning = 'A length in sixteenth notes, four to a beat.',
            example = 'keys.notes().after(3.sixteenths).to(synth)')
    static Span getSixteenths(Number number) {
        getSixteenth(number)
    }

    @Word(says = '1.bar', meaning = 'A length in bars: of four beats, or as long as its clock says with barsOf.',
            example = 'keys.programs().quantise(1.bar, link).to(synth)')
    static Span getBar(Number number) {
        Span.ofBars(number.doubleValue())
    }

    @Word(says = '2.bars', meaning = 'A length in bars.', example = 'keys.after(2.bars).to(synth)')
    static Span getBars(Number number) {
        getBar(number)
    }

    @Word(says = '120.bpm', meaning = 'A tempo in beats per minute.', example = '''
        def time = clock(LINK, 120.bpm)
        keys.programs().quantise(1.bar, time).to(synth)''')
    static Tempo getBpm(Number number) {
        new Tempo(number.doubleValue())
    }
}
