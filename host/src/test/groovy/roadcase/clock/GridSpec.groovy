package roadcase.clock

import spock.lang.Specification

/** Lines at even distances. */
class GridSpec extends Specification {
    def "after beat #beat the next line of every #length beats from #from on is #line"() {
        expect:
        new Grid(length, from).next(beat) == line

        where:
        beat       | length | from || line
        0          | 4      | 0    || 0
        0.0000019  | 4      | 0    || 0       // as good as on it
        0.00001    | 4      | 0    || 4
        3.999999   | 4      | 0    || 4
        4.0000019  | 4      | 0    || 4
        4.1        | 4      | 0    || 8
        2          | 0.5    | 0    || 2
        2.1        | 0.25   | 0    || 2.25
        -0.5       | 4      | 0    || 0
        0          | 3      | 1    || 1
        1          | 3      | 1    || 1
        1.5        | 3      | 1    || 4
        -5         | 3      | 1    || -5
    }
}
