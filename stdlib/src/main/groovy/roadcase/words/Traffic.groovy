package roadcase.words

import roadcase.docs.Word
import roadcase.midi.Kind
import roadcase.route.EventKind
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** Kinds of MIDI messages, by the names that scripts use. */
@Word(says = 'SYSEX · CLOCK · SENSE · NOTE_ON · NOTE_OFF · CC · PROGRAM · PITCH_BEND · AFTERTOUCH · KEY_AFTERTOUCH · NRPN · RPN · CC14',
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
    /** What is made of several CCs; a line that names it takes it whole. */
    NRPN(EventKind.NRPN),
    RPN(EventKind.RPN),
    CC14(EventKind.CC14),
    SYSEX(Kind.SYSEX),
    /** Everything that keeps machines in step: clock, start, stop, song position, time code. */
    CLOCK(Kind.CLOCK, Kind.START, Kind.CONTINUE, Kind.STOP, Kind.SONG_POSITION, Kind.TIME_CODE),
    /** Active sensing. */
    SENSE(Kind.SENSE)

    private final Set<Kind> kinds
    private final EventKind joined

    private Traffic(Kind... kinds) {
        this.kinds = Set.of(kinds)
        this.joined = null
    }

    private Traffic(EventKind joined) {
        this.kinds = Set.of()
        this.joined = joined
    }

    @NotAWord
    Set<Kind> kinds() {
        kinds
    }

    /** What is made of several CCs, or null. */
    @NotAWord
    EventKind joined() {
        joined
    }

    /** As a filter knows it, or null for what has no channel. */
    @NotAWord
    EventKind event() {
        if (joined != null) return joined
        Kind first = kinds.iterator().next()
        first.isChannel() ? EventKind.valueOf(first.name()) : null
    }
}
