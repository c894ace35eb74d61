package roadcase.words

import roadcase.docs.Word
import roadcase.midi.Kind
import roadcase.route.Shape
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Spoken
import roadcase.script.Unfinished
import roadcase.units.Span

/**
 * Messages on their way: what comes in, and what happens to it in the order of the line.
 *
 * <p>Immutable: each word gives a new flow, so one flow may begin many lines.
 */
@Builds
@Spoken('a flow')
@Unfinished('end it with .to(...)')
interface Flow {
    /** For the rig. */
    @NotAWord
    Line line()

    /** Where it begins, for messages and names. */
    @NotAWord
    String from()

    @Word(says = 'notes() · notes(C2..B3)', meaning = 'Lets only notes pass, or only the notes of these keys.',
            example = 'keys.notes(C2..B3).to(synth)')
    default Flow notes() {
        line().kinds(Kind.NOTE_ON, Kind.NOTE_OFF)
    }

    default Flow notes(IntRange keys) {
        line().kinds(Kind.NOTE_ON, Kind.NOTE_OFF).numbers(Quantity.NOTE, keys)
    }

    @Word(says = 'noteOn(C1)', meaning = 'Lets only this key going down pass.',
            example = 'keys.noteOn(C1).becomes(program(5)).to(synth)')
    default Flow noteOn(int key) {
        line().kinds(Kind.NOTE_ON).number(Quantity.NOTE, key)
    }

    @Word(says = 'noteOff(C1)', meaning = 'Lets only this key coming up pass.',
            example = 'keys.noteOff(C1).onEvent { message -> synth.send(programChange(1)) }')
    default Flow noteOff(int key) {
        line().kinds(Kind.NOTE_OFF).number(Quantity.NOTE, key)
    }

    @Word(says = 'programs()', meaning = 'Lets only program changes pass.',
            example = 'keys.programs().quantise(1.bar, link).to(synth)')
    default Flow programs() {
        line().kinds(Kind.PROGRAM)
    }

    @Word(says = 'program(5)', meaning = 'Lets only this program change pass.',
            example = 'keys.program(5).onEvent { message -> synth.send(controlChange(91, 100)) }')
    default Flow program(int number) {
        line().kinds(Kind.PROGRAM).number(Quantity.PROGRAM, number)
    }

    @Word(says = 'cc(1) · cc(16..23)', meaning = 'Lets only this CC pass, or only these.',
            example = 'keys.cc(1).becomes(cc(74)).to(synth)')
    default Values cc(int number) {
        line().kinds(Kind.CC).number(Quantity.CC, number)
    }

    default Values cc(IntRange numbers) {
        line().kinds(Kind.CC).numbers(Quantity.CC, numbers)
    }

    @Word(says = 'pitchBend()', meaning = 'Lets only pitch bend pass; its middle counts as 0.',
            example = 'keys.pitchBend().to(synth)')
    default Values pitchBend() {
        line().kinds(Kind.PITCH_BEND)
    }

    @Word(says = 'aftertouch()', meaning = 'Lets only the pressure on the whole keyboard pass.',
            example = 'keys.aftertouch().becomes(cc(1)).to(synth)')
    default Values aftertouch() {
        line().kinds(Kind.AFTERTOUCH)
    }

    @Word(says = 'keyAftertouch()', meaning = 'Lets only the pressure on single keys pass.',
            example = 'keys.keyAftertouch().to(synth)')
    default Values keyAftertouch() {
        line().kinds(Kind.KEY_AFTERTOUCH)
    }

    @Word(says = 'onChannel(3) · onChannel(1..4)',
            meaning = 'Lets only these channels pass; clock and SysEx have no channel and never pass.',
            gives = 'Flow, Values',
            example = 'keys.onChannel(2).to(synth)')
    default Flow onChannel(int channel) {
        line().onChannel(channel)
    }

    default Flow onChannel(IntRange channels) {
        line().onChannel(channels)
    }

    @Word(says = 'velocities(40..127)', meaning = 'Lets only notes pass that are played this loud.',
            example = 'keys.velocities(100..127).toChannel(2).to(synth)')
    default Flow velocities(IntRange loudness) {
        line().velocities(loudness)
    }

    @Word(says = 'ignoring(SYSEX, CLOCK, SENSE)', meaning = 'Does not even look at these kinds of messages.',
            example = 'keys.ignoring(CLOCK, SENSE).to(synth)')
    default Flow ignoring(Traffic... kinds) {
        line().without(kinds)
    }

    @Word(says = 'transpose(12)', meaning = 'Shifts notes by semitones; a note that would leave the keyboard stops.',
            example = 'keys.transpose(-12).to(synth)')
    default Flow transpose(int semitones) {
        line().transposed(semitones)
    }

    @Word(says = 'toChannel(2)', meaning = 'Sends on this channel.', gives = 'Flow, Values',
            example = 'keys.toChannel(2).to(synth)')
    default Flow toChannel(int channel) {
        line().toChannel(channel)
    }

    @Word(says = 'velocity(40..110)',
            meaning = 'Stretches how loud notes are into this range; backwards turns it round.',
            example = 'keys.velocity(40..110).to(synth)')
    default Flow velocity(IntRange loudness) {
        line().velocityInto(loudness)
    }

    @Word(says = 'becomes(cc(74)) · becomes(note(36)) · becomes(program(0..7))',
            meaning = 'Turns messages into another kind; ranges are stretched.', gives = 'Flow, Values',
            example = 'mix.knobs[1].becomes(cc(74, 20..100)).to(synth)')
    default Flow becomes(Shape shape) {
        line().becomes(shape)
    }

    @Word(says = 'quantise(1.bar, link)', meaning = 'Waits for the next line of this grid.',
            example = 'keys.programs().quantise(1.bar, link).to(synth)')
    default Flow quantise(Span grid, Clock clock) {
        line().quantised(grid, clock)
    }

    @Word(says = 'after(2.beats)', meaning = 'Waits this long.', example = 'keys.notes().after(2.beats).to(synth)')
    default Flow after(Span wait) {
        line().later(wait)
    }

    @Word(says = 'to(outputs...)', meaning = 'Sends it there; the line is complete.', example = 'keys.to(synth, daw)')
    default Route to(Destination... where) {
        new LineEnd(line()).at(where)
    }

    @Word(says = 'onEvent { message -> }', meaning = 'Runs your own code for each message; the line is complete.',
            example = 'keys.noteOn(C1).onEvent { message -> synth.send(controlChange(7, message.velocity)) }')
    default void onEvent(WithMessage code) {
        new LineEnd(line()).onEvent(code)
    }
}
