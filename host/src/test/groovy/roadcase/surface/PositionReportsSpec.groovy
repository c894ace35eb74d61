package roadcase.surface

import spock.lang.Specification

/** Eight or more controls of a unit within 20 ms are a report of positions, not hands. */
class PositionReportsSpec extends Specification {
    static final long MS = 1_000_000

    /** For each move [control, ms] whether it is taken for a report, where {@code ahead} ms of the future are known. */
    static List<Boolean> reported(List<List> moves, double ahead) {
        def reports = new PositionReports(40)
        moves.withIndex().collect { move, i ->
            long time = (long) (move[1] * MS)
            reports.moved(move[0] as int, time)
            reports.look(time)
            moves.drop(i).findAll { it[1] - move[1] <= Math.min(ahead, 20) }.each { reports.ahead(it[0] as int, (long) (it[1] * MS)) }
            reports.isReport(time)
        }
    }

    static List<List> sweep(int controls, double ms) {
        (0..<controls).collect { [it, it * ms / controls] }
    }

    def "33 controls over #ms ms are a report from the first on where the future is known"() {
        expect:
        reported(sweep(33, ms), 20).every()

        where:
        ms << [0, 1, 15, 20, 60]
    }

    def "where nothing is known ahead the report begins with the eighth"() {
        expect:
        reported(sweep(33, 15), 0) == [false] * 7 + [true] * 26
    }

    def "seven controls are hands, however often they move"() {
        expect:
        !reported((0..<60).collect { [it % 7, it * 0.3] }, 20).any()
    }

    def "eight controls over more than 20 ms are hands"() {
        expect:
        !reported((0..<8).collect { [it, it * 3] }, 20).any()
        reported((0..<8).collect { [it, it * 2.8] }, 20).every()
    }

    def "what comes after a report is a hand again"() {
        expect:
        reported(sweep(10, 1) + [[3, 30], [3, 31]], 20)[-2..-1] == [false, false]
    }

    def "it counts as long as a show lasts"() {
        given:
        def reports = new PositionReports(4)
        reports.@count = (1L << 31) - 2

        when:
        4.times { reports.moved(it, it); reports.look(it) }

        then:
        noExceptionThrown()
    }
}
