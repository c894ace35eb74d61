package roadcase.words

import roadcase.docs.Word
import roadcase.script.Spoken

/** Whom a clock follows. */
@Word(says = 'LINK · MIDI_CLOCK · INTERNAL', meaning = 'Whom a clock follows: everybody on Link, MIDI clock that comes in, nobody.',
        gives = 'source of a clock', example = '''
        def time = clock(LINK, 120.bpm)
        keys.programs().quantise(1.bar, time).to(synth)''')
@Spoken('LINK, MIDI_CLOCK or INTERNAL')
enum ClockSource {
    /** Everybody on the network who speaks Ableton Link. */
    LINK,
    /** MIDI clock that comes in. */
    MIDI_CLOCK,
    /** Nobody: our own. */
    INTERNAL
}
