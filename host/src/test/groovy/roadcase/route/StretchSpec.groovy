package roadcase.route

import spock.lang.Specification

/** The range rule of MIDI Router, in whole numbers. */
class StretchSpec extends Specification {
    def "#v of #from to #to is #result"() {
        expect:
        Stretch.map(v, from[0], from[1], to[0], to[1]) == result

        where:
        v   | from      | to         || result
        1   | [1, 3]    | [10, 16]   || 10
        2   | [1, 3]    | [10, 16]   || 13
        3   | [1, 3]    | [10, 16]   || 16
        63  | [0, 127]  | [0, 255]   || 126
        127 | [0, 127]  | [0, 255]   || 255
        0   | [0, 127]  | [127, 0]   || 127
        63  | [0, 127]  | [127, 0]   || 64
        127 | [0, 127]  | [127, 0]   || 0
        19  | [19, 74]  | [19, 74]   || 19
        74  | [19, 74]  | [19, 74]   || 74
        5   | [5, 5]    | [9, 20]    || 9
        0   | [0, 127]  | [0, 16383] || 0
        64  | [0, 127]  | [0, 16383] || 8256
        127 | [0, 127]  | [0, 16383] || 16383
    }

    def "it is trunc((v-a)/(b-a)*(d-c)+c), computed exactly"() {
        expect:
        [[0, 127, 20, 100], [1, 127, 40, 110], [0, 127, 100, 20], [16, 23, 70, 77], [0, 16383, 0, 127]].every { a, b, c, d ->
            (a..b).every { v ->
                Stretch.map(v, a, b, c, d) == (((v - a) as BigInteger) * (d - c) + ((c * (b - a)) as BigInteger)).divide((b - a) as BigInteger).intValue()
            }
        }
    }

    def "ends meet ends, and the order is kept"() {
        expect:
        Stretch.map(a, a, b, c, d) == c
        Stretch.map(b, a, b, c, d) == d
        def all = (a..b).collect { Stretch.map(it, a, b, c, d) }
        all == all.sort(false) || all == all.sort(false).reverse()

        where:
        a | b     | c   | d
        0 | 127   | 40  | 110
        0 | 127   | 110 | 40
        1 | 127   | 1   | 127
        0 | 16383 | 127 | 0
    }
}
