package roadcase.words

import roadcase.docs.Word
import roadcase.midi.Kind
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** Kinds of MIDI messages, by the names that scripts use. */
@Word(says = 'SYSEX · CLOCK · SENSE · NOTE_ON · NOTE_OFF · CC · PROGRAM · PITCH_BEND · AFTERTOUCH · KEY_AFTERTOUCH',
        meaning = 'Kinds of messages; CLOCK is clock, start, stop, song position and time code.',
        gives = 'kind of message', example = 'keys.ignoring(SYSEX, CLOCK, SENSE).to(synth)')
@Spoken('a kind of message like SYSEX')
enum Traffic {
    NOTE_ON(Kind.NOTE_ON),
    NOTE_OFF(Kind.NOTE_OFF),
    KEY_AFTERTOUCH(Kind.KEY_AFTERTOUCH),
    CC(Kind.CC),
    PROGRAM(Kind.PROGRAM),
    AFTERTOUCH(Kind.AFTERTOUCH),
    PITCH_BEND(Kind.PITCH_BEND),
    SYSEX(Kind.SYSEX),
    /** Everything that keeps machines in step: clock, start, stop, song position, time code. */
    CLOCK(Kind.CLOCK, Kind.START, Kind.CONTINUE, Kind.STOP, Kind.SONG_POSITION, Kind.TIME_CODE),
    /** Active sensing. */
    SENSE(Kind.SENSE)

    private final Set<Kind> kinds

    private Traffic(Kind... kinds) {
        this.kinds = Set.of(kinds)
    }

    @NotAWord
    Set<Kind> kinds() {
        kinds
    }
}
