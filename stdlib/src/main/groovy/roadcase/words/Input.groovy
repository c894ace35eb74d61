package roadcase.words

import groovy.transform.NamedParam
import groovy.transform.NamedParams
import roadcase.docs.Word
import roadcase.script.Builds
import roadcase.script.Spoken
import roadcase.script.Unfinished

/** All that comes in at a port. */
@Builds
@Spoken('an input')
@Unfinished('end it with .to(...)')
interface Input extends Flow, Gear {
    @Word(says = "zone('Bass', 0..34)", meaning = 'A named part of a keyboard: its keys, with pedals and bend.',
            example = "keys.zone('Bass', C_1..B2).transpose(12).to(synth)")
    default Flow zone(String name, IntRange keys) {
        line().part(name, keys)
    }

    @Word(says = 'joining(7) · joining(0..7) · joining(7, channel: 3)',
            meaning = 'Of this gear CC n and CC n + 32 are one knob with 14 bits, in every line.', example = '''
        def desk = input('Desk').joining(0..7)
        desk.cc(0..7).becomes(nrpn(0..7)).to(synth)''')
    Input joining(int number)

    Input joining(IntRange numbers)

    Input joining(@NamedParams([@NamedParam(value = 'channel', type = Integer, required = true)]) Map<String, ?> named,
            int number)

    Input joining(@NamedParams([@NamedParam(value = 'channel', type = Integer, required = true)]) Map<String, ?> named,
            IntRange numbers)

    @Word(says = 'mpe() · mpe(lower: 7, upper: 7)',
            meaning = 'This keyboard plays MPE: bends and pressure stay with their notes, and lines that would part them are told.',
            example = '''
        def board = input('Seaboard').mpe()
        board.zone('Bass', C_1..B2).transpose(12).to(synth)''')
    Input mpe()

    Input mpe(@NamedParams([
            @NamedParam(value = 'lower', type = Integer), @NamedParam(value = 'upper', type = Integer)]) Map<String, ?> named)

    @Override
    Input ignoring(Traffic... kinds)
}
