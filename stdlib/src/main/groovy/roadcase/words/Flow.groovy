package roadcase.words

import roadcase.docs.Word
import roadcase.midi.Kind
import roadcase.route.EventKind
import roadcase.route.Shape
import roadcase.route.Step.Filter.Does
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

    @Word(says = 'programs() · programs(0..7)', meaning = 'Lets only program changes pass, or only these.',
            example = 'keys.programs().quantise(1.bar, link).to(synth)')
    default Flow programs() {
        line().kinds(Kind.PROGRAM)
    }

    @Word(says = 'program(5)', meaning = 'Lets only this program change pass.',
            example = 'keys.program(5).onEvent { message -> synth.send(controlChange(91, 100)) }')
    default Flow program(int number) {
        line().kinds(Kind.PROGRAM).number(Quantity.PROGRAM, number)
    }

    default Flow programs(IntRange numbers) {
        line().kinds(Kind.PROGRAM).numbers(Quantity.PROGRAM, numbers)
    }

    @Word(says = 'cc(1) · cc(16..23)', meaning = 'Lets only this CC pass, or only these.',
            example = 'keys.cc(1).becomes(cc(74)).to(synth)')
    default Values cc(int number) {
        line().kinds(Kind.CC).number(Quantity.CC, number)
    }

    default Values cc(IntRange numbers) {
        line().kinds(Kind.CC).numbers(Quantity.CC, numbers)
    }

    @Word(says = 'cc14(7) · cc14(0..7)',
            meaning = 'Lets only these CCs pass, each joined with CC n + 32 to one value of 0 to 16383.',
            example = 'keys.cc14(1).becomes(pitchBend()).to(synth)')
    default Values cc14(int number) {
        cc14(number..number)
    }

    default Values cc14(IntRange numbers) {
        line().parameters(EventKind.CC14, Quantity.CC14, numbers)
    }

    @Word(says = 'nrpn() · nrpn(8) · nrpn(0..23)',
            meaning = 'Lets only NRPNs pass, or only these, each as one value of 0 to 16383.',
            example = 'keys.nrpn(8).becomes(cc(74)).to(synth)')
    default Values nrpn() {
        nrpn(0..16383)
    }

    default Values nrpn(int number) {
        nrpn(number..number)
    }

    default Values nrpn(IntRange numbers) {
        line().parameters(EventKind.NRPN, Quantity.NRPN, numbers)
    }

    @Word(says = 'rpn() · rpn(0) · rpn(0..2)',
            meaning = 'Lets only RPNs pass, or only these, each as one value of 0 to 16383.',
            example = 'keys.rpn(0).to(synth)')
    default Values rpn() {
        rpn(0..16383)
    }

    default Values rpn(int number) {
        rpn(number..number)
    }

    default Values rpn(IntRange numbers) {
        line().parameters(EventKind.RPN, Quantity.RPN, numbers)
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

    @Word(says = 'only { }',
            meaning = "The router's filter: what matches is changed and passes, the rest stops; see events, channel, data1, data2.",
            example = '''
        keys.only {
            events  NOTE_ON, NOTE_OFF
            channel 6
            data1   19..74, 19
            data2   0..127, 1..100
        }.to(synth)''')
    default Flow only(@DelegatesTo(value = FilterBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> what) {
        line().filtered(Does.ONLY, what)
    }

    @Word(says = 'drop { }', meaning = "The router's filter: what matches stops, the rest passes untouched.",
            example = 'keys.drop { events KEY_AFTERTOUCH }.to(synth)')
    default Flow drop(@DelegatesTo(value = FilterBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> what) {
        line().filtered(Does.DROP, what)
    }

    @Word(says = 'change { }', meaning = "The router's filter: what matches is changed, the rest passes untouched.",
            example = '''
        keys.change {
            channel 1
            data1 36..47, 48
        }.to(synth)''')
    default Flow change(@DelegatesTo(value = FilterBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> what) {
        line().filtered(Does.CHANGE, what)
    }

    @Word(says = 'swapped()', meaning = 'The two bytes of each message change places: number and value.',
            example = 'keys.cc(16..23).swapped().to(synth)')
    default Flow swapped() {
        line().bytesSwapped()
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

    @Word(says = 'starts()', meaning = 'Lets only MIDI start pass: somebody pressed play at the beginning.',
            example = 'keys.starts().onEvent { message -> synth.send(programChange(1)) }')
    default Flow starts() {
        line().kinds(Kind.START)
    }

    @Word(says = 'continues()', meaning = 'Lets only MIDI continue pass: somebody pressed play in the middle.',
            example = 'keys.continues().onEvent { message -> synth.send(controlChange(7, 100)) }')
    default Flow continues() {
        line().kinds(Kind.CONTINUE)
    }

    @Word(says = 'stops()', meaning = 'Lets only MIDI stop pass.',
            example = 'keys.stops().onEvent { message -> synth.send(controlChange(7, 0)) }')
    default Flow stops() {
        line().kinds(Kind.STOP)
    }

    @Word(says = 'songPosition()', meaning = 'Lets only song positions pass; in your own code the value counts sixteenths.',
            example = 'keys.songPosition().to(synth)')
    default Flow songPosition() {
        line().kinds(Kind.SONG_POSITION)
    }

    @Word(says = 'clocks()',
            meaning = 'Lets only what keeps machines in step pass: clock, start, stop, song position, time code.',
            example = 'keys.clocks().to(synth)')
    default Flow clocks() {
        line().kinds(Traffic.CLOCK.kinds() as Kind[])
    }

    @Word(says = 'quantise(1.bar, link)',
            meaning = 'Waits for the next line of this grid on this clock; while the clock stands, until it runs.',
            example = 'keys.programs().quantise(1.bar, link).to(synth)')
    default Flow quantise(Span grid, Clock clock) {
        line().quantised(grid, clock)
    }

    @Word(says = 'after(2.beats) · after(1.bar, link)',
            meaning = 'Waits this long; beats are those of the first clock of the script, or of the one said.',
            example = 'keys.notes().after(2.beats).to(synth)')
    default Flow after(Span wait) {
        line().later(wait, null)
    }

    default Flow after(Span wait, Clock clock) {
        line().later(wait, clock)
    }

    @Word(says = 'at(8.bars, link)',
            meaning = 'Waits until so much of the music has been played; what comes later than that goes at once.',
            example = '''
        def band = clock(MIDI_CLOCK)
        keys.programs().at(8.bars, band).to(synth)''')
    default Flow at(Span place, Clock clock) {
        line().atPlace(place, clock)
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

    @Word(says = "toConsole('Wheel')",
            meaning = 'Shows each message in the console, behind this text; the line is complete.',
            example = "keys.cc(1).toConsole('Wheel')")
    default void toConsole(String text) {
        new LineEnd(line()).toConsole(text)
    }
}
