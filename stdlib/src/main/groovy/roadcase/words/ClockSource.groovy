package roadcase.words

import roadcase.script.Spoken

/** Whom a clock follows. */
@Spoken('LINK, MIDI_CLOCK or INTERNAL')
enum ClockSource {
    /** Everybody on the network who speaks Ableton Link. */
    LINK,
    /** MIDI clock that comes in. */
    MIDI_CLOCK,
    /** Nobody: our own. */
    INTERNAL
}
