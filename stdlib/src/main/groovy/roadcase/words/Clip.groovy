package roadcase.words

import roadcase.docs.Word
import roadcase.script.Spoken

/** A clip of a launcher, as code is told of it. Immutable. */
@Spoken('a clip')
final class Clip {
    private final int column
    private final int row
    private final int number

    Clip(int column, int row, int number) {
        this.column = column
        this.row = row
        this.number = number
    }

    @Word(says = 'clip.column', meaning = 'The column of its pad; 1 is the left one.', example = '''
        def apc = device(ApcMini)
        apc.grid.clips {
            layout \'\'\'
                x . . . . . . .
                x . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
            \'\'\'
            onStart { clip -> synth.send(programChange(clip.column)) }
        }''')
    int getColumn() {
        column
    }

    @Word(says = 'clip.row', meaning = 'The row of its pad; 1 is the top one.', example = '''
        def apc = device(ApcMini)
        apc.grid.clips {
            layout \'\'\'
                x . . . . . . .
                x . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
            \'\'\'
            onStart { clip -> synth.send(programChange(clip.row)) }
        }''')
    int getRow() {
        row
    }

    @Word(says = 'clip.number', meaning = "Its pad's note on the wire.", example = '''
        def apc = device(ApcMini)
        apc.grid.clips {
            layout \'\'\'
                x . . . . . . .
                x . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
            \'\'\'
            onStart { clip -> daw.send(noteOn(clip.number, 127)) }
            onStop  { clip -> daw.send(noteOff(clip.number)) }
        }''')
    int getNumber() {
        number
    }

    @Override
    String toString() {
        "column $column row $row"
    }
}
