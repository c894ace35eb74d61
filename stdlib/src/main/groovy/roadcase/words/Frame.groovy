package roadcase.words

import groovy.transform.CompileStatic
import groovy.transform.PackageScope
import roadcase.docs.Word
import roadcase.rig.plan.Canvas
import roadcase.script.Spoken

/**
 * One picture of an animation. What was painted stays until it is painted over or cleared. Soloist's thread; good for as
 * long as the code of its animation runs.
 */
@CompileStatic
@Spoken('the frame')
final class Frame {
    private final Canvas canvas

    @PackageScope
    Frame(Canvas canvas) {
        this.canvas = canvas
    }

    @Word(says = 'frame.clear()', meaning = 'All pads dark, to paint anew.', example = '''
        def apc = device(ApcMini)
        apc.grid.animate(100.ms) { frame ->
            frame.clear()
            frame.column(frame.step % 8 + 1, GREEN)
        }''')
    void clear() {
        canvas.clear()
    }

    @Word(says = 'frame.pad(column, row, GREEN)', meaning = 'One pad shows this; row 1 is the top, column 1 the left.',
            example = '''
        def apc = device(ApcMini)
        apc.grid.animate(100.ms) { frame ->
            frame.pad(1, 1, frame.step % 2 == 0 ? RED : OFF)
        }''')
    void pad(int column, int row, Light light) {
        canvas.pad(column, row, light.shown().code())
    }

    @Word(says = 'frame.column(column, GREEN)', meaning = 'A whole column shows this.', example = '''
        def apc = device(ApcMini)
        apc.grid.animate(100.ms) { frame ->
            frame.clear()
            frame.column(frame.step % 8 + 1, YELLOW)
        }''')
    void column(int column, Light light) {
        canvas.column(column, light.shown().code())
    }

    @Word(says = 'frame.dot(column, 0.5, GREEN)', meaning = 'One pad of a column, at a height from 0 (lowest) to 1 (highest).',
            example = '''
        def apc = device(ApcMini)
        apc.grid.animate(50.ms) { frame ->
            frame.clear()
            for (column in 1..8) frame.dot(column, sine(frame.beat / 4 + column / 8), GREEN)
        }''')
    void dot(int column, Number height, Light light) {
        canvas.dot(column, height.doubleValue(), light.shown().code())
    }

    @Word(says = 'frame.bar(column, 0.5, GREEN, YELLOW, RED)',
            meaning = 'A column filled up to a height from 0 to 1; colours from the bottom up.', example = '''
        def apc = device(ApcMini)
        apc.grid.animate(50.ms) { frame ->
            for (column in 1..8) frame.bar(column, sine(frame.beat + column / 8), GREEN, YELLOW, RED)
        }''')
    void bar(int column, Number height, Light... lights) {
        if (lights.length == 0) throw new IllegalArgumentException('a bar needs a light, such as GREEN')
        long[] codes = new long[lights.length]
        for (int i = 0; i < codes.length; i++) codes[i] = lights[i].shown().code()
        canvas.bar(column, height.doubleValue(), codes)
    }

    @Word(says = 'frame.step', meaning = 'How many steps have passed since the picture began; a reload goes on counting.',
            example = '''
        def apc = device(ApcMini)
        apc.grid.animate(80.ms) { frame ->
            frame.clear()
            frame.pad(frame.step % 8 + 1, 8, RED)
        }''')
    int getStep() {
        canvas.step
    }

    @Word(says = 'frame.beat', meaning = 'The beat of the first clock of your gig, with its parts: 2.5 is between 2 and 3.',
            example = '''
        def apc = device(ApcMini)
        apc.grid.animate(50.ms) { frame ->
            frame.clear()
            frame.dot(1, sine(frame.beat), GREEN)
        }''')
    double getBeat() {
        canvas.beat
    }

    @Word(says = 'frame.seconds', meaning = 'Seconds since the picture began; a reload goes on counting.', example = '''
        def apc = device(ApcMini)
        apc.grid.animate(50.ms) { frame ->
            frame.bar(1, sine(frame.seconds / 10), GREEN)
        }''')
    double getSeconds() {
        canvas.seconds
    }

    @Word(says = 'frame.held', meaning = 'The pads under fingers, from the top left.', gives = 'held pads', example = '''
        def apc = device(ApcMini)
        apc.grid.animate(50.ms) { frame ->
            frame.clear()
            for (pad in frame.held) pad.light(RED)
        }''')
    List<HeldPad> getHeld() {
        List<HeldPad> held = []
        for (int row = 1; row <= canvas.rows(); row++)
            for (int column = 1; column <= canvas.columns(); column++)
                if (canvas.isHeld(column, row)) held << new HeldPad(canvas, column, row)
        held
    }
}
