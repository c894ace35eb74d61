package roadcase.midi

import static roadcase.midi.RealPort.Direction.INPUT
import static roadcase.midi.RealPort.Direction.OUTPUT

import roadcase.midi.RealPort.Direction
import roadcase.midi.Seating.Known
import roadcase.midi.Seating.Seeker
import spock.lang.Specification

/** Two MIDImixes, 'left' and 'right', and what is plugged in. A unit is written as its client number. */
class SeatingSpec extends Specification {
    Map<String, RealPort> sits = [:]
    Map<String, RealPort> sat = [:]
    Map<String, Set<RealPort>> strangers = [:]
    List<String> devices = ['left', 'right']
    Map<String, String> binds = [:]

    static RealPort port(int unit, Direction direction) {
        def id = "MIDI Mix:MIDI Mix MIDI 1 $unit:0" as String
        new RealPort(id, PortNames.plain(id), direction)
    }

    static List<RealPort> both(List<Integer> units) { units.collectMany { [port(it, INPUT), port(it, OUTPUT)] } }

    /** Looks once, with these ports there; what each sits on is kept, as Gear does. */
    Map<String, String> look(List<RealPort> there) {
        def seekers = devices.withIndex().collectMany { device, i ->
            [INPUT, OUTPUT].collect { direction ->
                def meant = binds[device] ? PortNames.meant(binds[device], direction, there) : null
                meant ? new Seeker("$device $direction", direction, device, meant.name(), meant.number(), true, meant.ports())
                        : new Seeker("$device $direction", direction, device, 'MidiMix', i + 1, false, PortNames.ofDevice(['MIDI Mix'], direction, there))
            }
        }
        def seats = Seating.seat(seekers, new Known(sits, sat, strangers), there)
        sits = new HashMap<>(seats)
        sat.putAll(seats)
        devices.collectEntries { d -> [d, [INPUT, OUTPUT].collect { seats["$d $it" as String]?.id()?.replaceAll(/.* (\d+):0/, '$1') ?: '-' }.join(' ')] }
    }

    Map<String, String> lookAt(int... units) { look(both(units as List)) }

    def "#story"() {
        expect:
        looks.every { units, expected ->
            def seats = lookAt(units as int[])
            assert seats == [left: "${expected[0]} ${expected[0]}", right: "${expected[1]} ${expected[1]}"]
            true
        }

        where:
        story                                                              | looks
        'in the order of the script and of the system'                     | [[[24, 28], [24, 28]]]
        'numbers count as numbers'                                         | [[[9, 24], [9, 24]]]
        'the first is unplugged: the second stays where it is'             | [[[24, 28], [24, 28]], [[28], ['-', 28]], [[24, 28], [24, 28]]]
        'the first returns with a higher number'                           | [[[24, 28], [24, 28]], [[28], ['-', 28]], [[28, 32], [32, 28]]]
        'the second is unplugged and returns with a lower number'          | [[[24, 28], [24, 28]], [[24], [24, '-']], [[20, 24], [24, 20]]]
        'both go, the second returns first, by its number'                 | [[[24, 28], [24, 28]], [[], ['-', '-']], [[28], ['-', 28]], [[24, 28], [24, 28]]]
        'both go, one returns with a new number: the first, for want of more' | [[[24, 28], [24, 28]], [[], ['-', '-']], [[40], [40, '-']], [[40, 44], [40, 44]]]
        'only one was there: the other comes, with a lower number'         | [[[24], [24, '-']], [[20, 24], [24, 20]]]
        'a third is nobody\'s'                                             | [[[24, 28, 32], [24, 28]], [[20, 28, 32], [20, 28]]]
    }

    def "a unit whose output comes later than its input is not joined crosswise"() {
        expect:
        look([port(24, INPUT), port(28, INPUT), port(28, OUTPUT)]) == [left: '24 -', right: '28 28']
        lookAt(24, 28) == [left: '24 24', right: '28 28']
    }

    def "what is bound goes first, and keeps its unit"() {
        given:
        binds = [left: 'MIDI Mix #2']

        expect:
        lookAt(24, 28) == [left: '28 28', right: '24 24']
        lookAt(28) == [left: '28 28', right: '- -']
        lookAt(20, 28) == [left: '28 28', right: '20 20']
    }

    def "a unit that was never there is not taken from the other, and the second of one is none"() {
        given:
        binds = [left: 'MIDI Mix #2']

        expect:
        lookAt(24) == [left: '- -', right: '24 24']
    }

    def "two plain names may mean one port"() {
        given:
        def there = both([24])
        def seekers = ['Keys', 'Pads'].collect { new Seeker(it, INPUT, null, 'midimix', 1, true, PortNames.meant('MIDI Mix', INPUT, there).ports()) }

        expect:
        Seating.seat(seekers, new Known([:], [:], [:]), there)*.value*.id() == [port(24, INPUT).id()] * 2
    }

    def "the unit that said that it is another is left for one that did not, and kept where there is no other"() {
        given:
        devices = ['left']
        lookAt(24) == [left: '24 24']
        strangers = ['left INPUT': [port(24, INPUT)] as Set]

        expect:
        lookAt(24) == [left: '24 24']
        lookAt(24, 28) == [left: '28 28']
    }

    def "whatever is plugged and unplugged: nobody is moved while its unit is there, no unit is shared, none stands idle"() {
        given:
        def random = new Random(seed)
        List<Integer> units = []
        Map<String, String> before = [left: '- -', right: '- -']

        expect:
        (1..200).every {
            if (units && random.nextBoolean()) units.remove(random.nextInt(units.size()))
            else if (units.size() < 3) units << ([16, 20, 24, 28, 32, 36] - units)[random.nextInt(3)]
            def now = lookAt(units as int[])
            def sitting = now*.value.findAll { it != '- -' }
            assert sitting.toUnique().size() == sitting.size()
            assert sitting.size() == Math.min(2, units.size())
            now.each { device, seat ->
                assert seat == '- -' || seat.split(' ').toUnique().size() == 1
                def was = before[device]
                assert was == '- -' || !units.contains(was.split(' ')[0] as int) || seat == was
            }
            before = now
            true
        }

        where:
        seed << (1..50)
    }
}
