package roadcase.words

import roadcase.docs.Word

/** Movements for pictures. */
final class Waves {
    private static final double MIDDLE = 0.5d

    private Waves() {}

    @Word(says = 'sine(turns)', meaning = 'A wave from 0 to 1 and back, once in each turn; sine(0) is 0.5 and rises.', example = '''
        def apc = device(ApcMini)
        apc.grid.animate(50.ms) { frame ->
            frame.clear()
            for (column in 1..8) frame.dot(column, sine(frame.seconds + column / 8), GREEN)
        }''')
    static double sine(Number turns) {
        MIDDLE + MIDDLE * Math.sin(2d * Math.PI * turns.doubleValue())
    }
}
