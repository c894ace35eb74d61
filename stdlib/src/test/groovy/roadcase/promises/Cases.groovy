package roadcase.promises

import groovy.transform.CompileStatic

/**
 * How many cases there are: {@code -Droadcase.cases=1000000} asks for more of them, {@code -Droadcase.cases.seed=7}
 * for others. Each property has its share; the same numbers make the same cases on every machine.
 */
@CompileStatic
class Cases {
    static final int ALL = Integer.getInteger('roadcase.cases', 10_000)
    static final long SEED = Long.getLong('roadcase.cases.seed', 1)

    /** Hundredths of all. */
    static final Map<String, Integer> SHARES = [
            'held notes'        : 18,
            'anything goes'     : 16,
            'mistakes'          : 4,
            'nothing lost'      : 12,
            'ports stay open'   : 1,
            'state by name'     : 12,
            'lights'            : 12,
            'one bad handler'   : 6,
            'knobs'             : 10,
            'panic'             : 5,
            'bad bytes'         : 4
    ]

    /** The same, beside those that are about what is played: what is told of it. */
    static final Map<String, Integer> BESIDE = ['why': 8]

    static int of(String property) {
        (ALL * ((SHARES + BESIDE)[property] as long) + 99).intdiv(100) as int
    }
}
