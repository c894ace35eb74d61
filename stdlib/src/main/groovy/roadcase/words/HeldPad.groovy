package roadcase.words

import groovy.transform.CompileStatic
import groovy.transform.PackageScope
import roadcase.docs.Word
import roadcase.rig.plan.Canvas
import roadcase.script.Spoken

/** A pad under a finger, as an animation sees it. */
@CompileStatic
@Spoken('a held pad')
final class HeldPad {
    private final Canvas canvas
    private final int column
    private final int row

    @PackageScope
    HeldPad(Canvas canvas, int column, int row) {
        this.canvas = canvas
        this.column = column
        this.row = row
    }

    @Word(says = 'pad.column', meaning = 'Its column; 1 is the left.', example = '''
        def apc = device(ApcMini)
        apc.grid.animate(50.ms) { frame ->
            frame.clear()
            for (pad in frame.held) frame.column(pad.column, RED)
        }''')
    int getColumn() {
        column
    }

    @Word(says = 'pad.row', meaning = 'Its row; 1 is the top.', example = '''
        def apc = device(ApcMini)
        apc.grid.animate(50.ms) { frame ->
            frame.clear()
            for (pad in frame.held) frame.pad(9 - pad.column, pad.row, GREEN)
        }''')
    int getRow() {
        row
    }

    @Word(says = 'pad.light(RED)', meaning = 'It shows this.', example = '''
        def apc = device(ApcMini)
        apc.grid.animate(50.ms) { frame ->
            frame.clear()
            for (pad in frame.held) pad.light(RED)
        }''')
    void light(Light light) {
        canvas.pad(column, row, light.shown().code())
    }
}
