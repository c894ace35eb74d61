package roadcase.surface

import roadcase.surface.Pickup.Mode
import spock.lang.Specification

/** How a knob takes hold of one meaning. */
class PickupSpec extends Specification {
    final Pickup pickup = new Pickup()

    /** Moves along a path from a place (-1: unknown); what is said, silence left out. */
    List<Integer> moves(Mode mode, int from, List<Integer> path, int steps = 3) {
        int before = from
        path.collect { int now ->
            int said = pickup.move(mode, steps, before, now)
            before = now
            said
        }.findAll { it != Pickup.SILENT }
    }

    void stored(int value, int position) {
        pickup.restore(value)
        pickup.letGo(position)
    }

    def "jump counts at once"() {
        expect:
        moves(Mode.JUMP, -1, [5, 6]) == [5, 6]
        pickup.stored() == 6
    }

    def "hysteresis from #from along #path says #said"() {
        given:
        stored(100, from)

        expect:
        moves(Mode.HYSTERESIS, from, path) == said

        where:
        from | path                || said
        -1   | [50]                || []
        -1   | [50, 51, 52, 53]    || [53]
        -1   | [50, 47]            || [47]
        50   | [51, 52, 51, 49]    || []
        50   | [53, 52]            || [53, 52]
        50   | [90]                || [90]
        126  | [127]               || [127]
        1    | [0]                 || [0]
        127  | [127]               || []
        127  | [126, 127]          || []
        -1   | [127]               || []
        -1   | [126, 127]          || [127]
    }

    def "pickup on 64 from #from along #path says #said"() {
        given:
        stored(64, from)

        expect:
        moves(Mode.PICKUP, from, path) == said

        where:
        from | path               || said
        10   | [20, 40, 61]       || []
        10   | [20, 62]           || [62]
        10   | [66]               || [66]
        10   | [90, 91]           || [90, 91]
        127  | [90, 20, 10]       || [20, 10]
        -1   | [10, 20]           || []
        -1   | [65, 80]           || [65, 80]
        -1   | [10, 100]          || [100]
        64   | [70]               || [70]
    }

    def "pickup without a stored value takes hold at once"() {
        expect:
        moves(Mode.PICKUP, -1, [10, 11]) == [10, 11]
    }

    def "scaled meets at the end it moves to, and never turns back"() {
        given:
        stored(value, from)

        when:
        def said = moves(Mode.SCALED, from, path)

        then:
        said[-1] == path[-1]
        said.every { it in 0..127 }
        said == said.sort(false) || said == said.sort(false).reverse()

        where:
        value | from | path
        100   | 20   | (21..127).toList()
        100   | 20   | (19..0).toList()
        20    | 100  | (101..127).toList()
        20    | 100  | (99..0).toList()
        0     | 127  | (126..0).toList()
        127   | 0    | (1..127).toList()
        100   | 20   | [127]
        100   | 20   | [0]
    }

    def "scaled from an unknown place only learns the place"() {
        given:
        stored(100, -1)

        expect:
        moves(Mode.SCALED, -1, [20]) == []
        moves(Mode.SCALED, 20, [127]) == [127]
    }

    def "a value moved elsewhere lets go; the same value does not"() {
        given:
        stored(10, 0)
        moves(Mode.HYSTERESIS, 0, [50])

        when:
        pickup.movedElsewhere(50, 50)

        then:
        moves(Mode.HYSTERESIS, 50, [51]) == [51]

        when:
        pickup.movedElsewhere(90, 51)

        then:
        !pickup.caught()
        pickup.stored() == 90
        moves(Mode.HYSTERESIS, 51, [52]) == []
        moves(Mode.HYSTERESIS, 52, [54]) == [54]
    }

    def "once it has taken hold every move passes in #mode"() {
        given:
        stored(64, 60)
        moves(mode, 60, [127])

        expect:
        moves(mode, 127, [126, 125, 3, 0, 127]) == [126, 125, 3, 0, 127]

        where:
        mode << Mode.values()
    }
}
