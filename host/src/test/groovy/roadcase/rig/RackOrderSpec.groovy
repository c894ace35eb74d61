package roadcase.rig

import spock.lang.Specification

/** Effects that stay are moved, never loaded anew. */
class RackOrderSpec extends Specification {
    private static final Random CHANCE = new Random(7)

    private static List<String> filled(List<String> names) {
        names + [null] * (8 - names.size())
    }

    def "#there to #wanted is #from"() {
        expect:
        RackOrder.of(filled(there), filled(wanted)) as List == from

        where:
        there                | wanted               | from
        []                   | []                   | null
        ['A', 'B']           | ['A', 'B']           | null
        ['A', 'B']           | ['A', 'C']           | null
        ['A', 'B']           | ['A']                | null
        ['A', 'B']           | ['B', 'A']           | [2, 1, 3, 4, 5, 6, 7, 8]
        ['A', 'B', 'C']      | ['B', 'C']           | [2, 3, 1, 4, 5, 6, 7, 8]
        ['A', 'B']           | ['New', 'A', 'B']    | [3, 1, 2, 4, 5, 6, 7, 8]
        ['A', 'A', 'B']      | ['A', 'B', 'A']      | [1, 3, 2, 4, 5, 6, 7, 8]
    }

    def "whatever comes for whatever was: each place is filled once, and who is wanted again is there"() {
        expect:
        1000.times {
            def there = filled(some())
            def wanted = filled(some())
            int[] from = RackOrder.of(there, wanted)
            def after = from == null ? there : from.collect { there[it - 1] }
            assert from == null || from.toList().sort() == (1..8).toList()
            def kept = (0..7).count { wanted[it] != null && after[it] == wanted[it] }
            def possible = (wanted.findAll().toSet()).sum(0) { n -> Math.min(wanted.count(n), there.count(n)) }
            assert kept == possible
        }
    }

    private static List<String> some() {
        (0..<CHANCE.nextInt(9)).collect { 'ABCDE'[CHANCE.nextInt(5)] }
    }
}
