package roadcase.route

import roadcase.midi.Message
import roadcase.midi.Packed
import roadcase.route.Step.Filter
import roadcase.route.Step.Filter.Does
import spock.lang.Specification

/** The MIDI Router's filter: conditions, what becomes of them, and what cannot be. Vectors from its notation. */
class FilterSpec extends Specification {
    static final ALL = EventKind.plain().collectEntries { [it, it] }
    static final List<String> ONE_OF_EACH = ['80 3C 21', '90 3C 40', 'A0 3C 10', 'B0 07 22', 'C0 05', 'D0 30', 'E0 01 40']

    static Map same(EventKind... kinds) {
        kinds.collectEntries { [it, it] }
    }

    static List<Range> ranges(List lists) {
        lists.collect { Range.of(it) }
    }

    static Filter filter(Does does, Map events, List channel = [], List data1 = [], List data2 = []) {
        new Filter(does, events, ranges(channel), ranges(data1), ranges(data2))
    }

    static String run(Filter filter, String hex) {
        Event e = new Event()
        e.set(Message.parse(hex).packed())
        Chain.of([filter], 0, 127).run(e) ? said(e) : null
    }

    static String said(Event e) {
        e.kind < Event.NRPN ? Packed.message(e.packed()).hex() : "${EventKind.of(e.kind)} $e.channel $e.number $e.value"
    }

    static Event event(EventKind kind, int channel, int number, int value) {
        new Event().tap { set(kind.ordinal(), channel, number, value) }
    }

    def "#list maps #v to #result"() {
        expect:
        new RangeMap(ranges(list)).of(v) == result

        where:
        list                            | v   || result
        [[6]]                           | 6   || 6
        [[6]]                           | 7   || -1
        [[1, 6]]                        | 1   || 6
        [[1, 6]]                        | 6   || -1
        [[1, 3, 10, 16]]                | 1   || 10
        [[1, 3, 10, 16]]                | 2   || 13
        [[1, 3, 10, 16]]                | 3   || 16
        [[0, 127, 0, 255]]              | 63  || 126
        [[0, 127, 0, 255]]              | 127 || 255
        [[0, 127, 127, 0]]              | 63  || 64
        [[19, 74, 19]]                  | 19  || 19
        [[19, 74, 19]]                  | 74  || 74
        [[19, 74, 30]]                  | 74  || 85
        [[5, 5, 9, 20]]                 | 5   || 9
        [[0, 127, 0], [10, 20, 30]]        | 15  || 35
        [[10, 20, 30], [0, 127, 0]]        | 15  || 15
        [[0, 9, 0], [20, 29, 20]]              | 15  || -1
        [[0, 16383, 16383, 0]]          | 200 || 16183
        []                              | 5   || -1
    }

    def "#does on a condition that is met or not"() {
        expect:
        run(filter(does, ALL, [[1]], [[60, 62, 70]], [[0, 127, 0, 63]]), hex) == result

        where:
        does        | hex        || result
        Does.ONLY   | '90 3C 40' || '90 46 1F'
        Does.ONLY   | '90 3B 40' || null
        Does.ONLY   | '91 3C 40' || null
        Does.DROP   | '90 3C 40' || null
        Does.DROP   | '90 3B 40' || '90 3B 40'
        Does.DROP   | '91 3C 40' || '91 3C 40'
        Does.CHANGE | '90 3C 40' || '90 46 1F'
        Does.CHANGE | '90 3B 40' || '90 3B 40'
        Does.CHANGE | '91 3C 40' || '91 3C 40'
    }

    def "a filter without conditions: #does"() {
        expect:
        ONE_OF_EACH.collect { run(filter(does, ALL), it) } == result

        where:
        does        || result
        Does.ONLY   || ONE_OF_EACH
        Does.DROP   || [null] * 7
        Does.CHANGE || ONE_OF_EACH
    }

    def "a byte that a message has not got is not asked of it"() {
        expect:
        ONE_OF_EACH.findAll { run(filter(Does.ONLY, ALL, [], [[100, 127, 100]]), it) } == ['E0 01 40']
        ONE_OF_EACH.findAll { run(filter(Does.ONLY, ALL, [], [], [[127]]), it) } == ['80 3C 21', 'C0 05', 'D0 30']
    }

    def "a bend keeps its 14 bits: #hex with #channel, #data2 is #result"() {
        expect:
        run(filter(Does.CHANGE, ALL, channel, [], data2), hex) == result

        where:
        hex        | channel  | data2                  || result
        'E0 01 40' | [[1, 1, 5]] | []                  || 'E4 01 40'
        'E0 01 40' | []       | [[0, 127, 0]]             || 'E0 01 40'
        'E0 7F 7F' | []       | [[0, 127, 0, 63]]      || 'E0 7F 3F'
        'E0 00 00' | []       | [[0, 127, 127, 0]]     || 'E0 7F 7F'
        'E0 01 40' | []       | [[64, 64]]             || 'E0 01 40'
    }

    def "a bend may be spoken of with all its bits"() {
        expect:
        run(filter(Does.ONLY, same(EventKind.PITCH_BEND), [], [], [[0, 16383, 16383, 0]]), 'E0 01 40') == 'E0 7E 3F'
        run(filter(Does.ONLY, same(EventKind.PITCH_BEND), [], [], [[8193]]), 'E0 01 40') == 'E0 01 40'
        run(filter(Does.ONLY, same(EventKind.PITCH_BEND), [], [], [[8192]]), 'E0 01 40') == null
    }

    def "one kind becomes another: #hex as #to is #result"() {
        expect:
        run(filter(Does.ONLY, [(from): to], [], data1, data2), hex) == result

        where:
        from                   | to                       | data1          | data2              | hex        || result
        EventKind.CC           | EventKind.NRPN           | [[8]]          | [[0, 127, 0, 255]] | 'B5 08 3F' || 'NRPN 6 8 126'
        EventKind.CC           | EventKind.NRPN           | [[8, 8, 300]]  | []                 | 'B5 08 3F' || 'NRPN 6 300 63'
        EventKind.CC           | EventKind.CC14           | [[7]]          | []                 | 'B0 07 7F' || 'CC14 1 7 16383'
        EventKind.CC           | EventKind.NOTE_ON        | []             | []                 | 'B0 24 40' || '90 24 40'
        EventKind.CC           | EventKind.NOTE_ON        | []             | []                 | 'B0 24 00' || '80 24 00'
        EventKind.CC           | EventKind.PITCH_BEND     | [[1]]          | []                 | 'B0 01 7F' || 'E0 7F 7F'
        EventKind.CC           | EventKind.AFTERTOUCH     | [[1]]          | []                 | 'B0 01 22' || 'D0 22'
        EventKind.CC           | EventKind.PROGRAM        | [[0, 127, 5, 5]] | []               | 'B0 01 22' || 'C0 05'
        EventKind.AFTERTOUCH   | EventKind.PITCH_BEND     | []             | []                 | 'D0 7F'    || 'E0 7F 7F'
        EventKind.PITCH_BEND   | EventKind.AFTERTOUCH     | []             | []                 | 'E0 7F 7F' || 'D0 7F'
        EventKind.PROGRAM      | EventKind.CC             | [[0, 127, 80, 80]] | []             | 'C0 05'    || 'B0 50 05'
        EventKind.NOTE_ON      | EventKind.KEY_AFTERTOUCH | []             | []                 | '90 3C 40' || 'A0 3C 40'
    }

    def "an NRPN is matched and changed with 14 bits"() {
        given:
        def e = event(EventKind.NRPN, 3, 300, 16383)

        expect:
        Chain.of([filter(Does.ONLY, [(EventKind.NRPN): EventKind.CC], [], [[300, 300, 74]], [[0, 16383, 0, 127]])], 0, 127).run(e)
        said(e) == 'B2 4A 7F'
        !Chain.of([filter(Does.ONLY, ALL)], 0, 127).run(event(EventKind.NRPN, 3, 300, 1))
    }

    def "a joined pair is a CC with 14 bits: it keeps its fine half where it can"() {
        given:
        def kept = event(EventKind.CC14, 1, 7, 129)
        def moved = event(EventKind.CC14, 1, 7, 129)

        expect:
        Chain.of([filter(Does.ONLY, same(EventKind.CC), [], [[7, 7, 8]], [[0, 127, 0]])], 0, 127).run(kept)
        said(kept) == 'CC14 1 8 129'
        Chain.of([filter(Does.ONLY, same(EventKind.CC), [], [[7, 7, 74]])], 0, 127).run(moved)
        said(moved) == 'B0 4A 01'
    }

    def "a note as loud as 0 begins nothing"() {
        expect:
        run(filter(Does.CHANGE, ALL, [], [], [[0, 127, 0, 0]]), '90 3C 40') == null
    }

    def "a key that goes up is not asked how loud"() {
        expect:
        run(filter(Does.ONLY, same(EventKind.NOTE_ON, EventKind.NOTE_OFF), [], [], [[40, 127, 40]]), '80 3C 00') == '80 3C 00'
        run(filter(Does.ONLY, same(EventKind.NOTE_OFF), [], [], [[40, 127, 40]]), '80 3C 00') == null
    }

    def "what cannot be is said: #sentence"() {
        expect:
        FilterCheck.fault(new Filter(Does.ONLY, events, ranges(channel), ranges(data1), ranges(data2))) == sentence

        where:
        events                    | channel     | data1          | data2              || sentence
        ALL                       | [[0]]       | []             | []                 || 'channel 0; channels are 1 to 16'
        ALL                       | [[17]]      | []             | []                 || 'channel 17; channels are 1 to 16'
        ALL                       | [[1, 16, 2]] | []            | []                 || 'channel 17; channels are 1 to 16'
        ALL                       | [[6, 1, 6]] | []             | []                 || 'channel 6..1 runs backwards; write 1..6'
        ALL                       | []          | [[74, 19, 1]]  | []                 || 'data1 74..19 runs backwards; write 19..74'
        ALL                       | []          | [[19, 74, 100]] | []                || 'data1 19..74 onto 100..155 leads to 155; a note off has data1 0 to 127'
        same(EventKind.CC)        | []          | []             | [[0, 127, 0, 255]] || 'data2 0..127 onto 0..255 leads to 255; a CC has data2 0 to 127'
        same(EventKind.CC)        | []          | [[128]]        | []                 || 'data1 128; CC has data1 0 to 127'
        same(EventKind.NRPN)      | []          | []             | [[0, 127, 0, 20000]] || 'data2 0..127 onto 0..20000 leads to 20000; a NRPN has data2 0 to 16383'
        same(EventKind.PITCH_BEND) | []         | []             | [[0, 16383, 0, 16384]] || 'data2 0..16383 onto 0..16384 leads to 16384; a pitch bend has data2 0 to 16383'
        same(EventKind.PITCH_BEND) | []         | [[5]]          | []                 || 'data1 5; pitch bend has no data1'
        same(EventKind.PROGRAM)   | []          | []             | [[5]]              || 'data2 5; program change has no data2'
        same(EventKind.CC)        | []          | [[5, 6, -1]]   | []                 || 'data1 5..6 onto -1..0; nothing is below 0'
        [(EventKind.NRPN): EventKind.CC] | []   | [[5]]          | []                 || 'data2 may be up to 16383; a CC has data2 0 to 127: say data2 0..16383, 0..127'
        [(EventKind.CC): EventKind.CC14] | []   | []             | []                 || 'data1 may be up to 127; a 14-bit CC has data1 0 to 31: say data1 0..127, 0..31'
        [(EventKind.PITCH_BEND): EventKind.CC] | [] | []         | []                 || 'a pitch bend has no number that a CC could take: say .becomes(cc(74)) or such behind the filter'
        [(EventKind.CC): EventKind.NRPN] | []   | [[8]]          | [[0, 127, 0, 16383]] || null
        same(EventKind.NRPN)      | []          | [[0, 16383, 0]] | [[0, 16383, 16383, 0]] || null
        ALL                       | [[1, 16, 16, 1]] | [[0, 127, 127, 0]] | [[0, 127, 1, 127]] || null
    }

    def "router notation takes one to four numbers"() {
        when:
        Range.of(numbers)

        then:
        IllegalArgumentException e = thrown()
        e.message.contains('one to four numbers')

        where:
        numbers << [[], [1, 2, 3, 4, 5]]
    }

    def "only what a filter lets in is brought to it: #does"() {
        given:
        def accept = Accept.of([filter(does, same(EventKind.NOTE_ON), [[2, 4, 2], [6]], [[36, 47, 36]])])

        expect:
        [accept.takes(EventKind.NOTE_ON), accept.takes(EventKind.CC), accept.channelLow(), accept.channelHigh(),
         accept.low(Event.NOTE_ON), accept.high(Event.NOTE_ON), accept.used()] == expected

        where:
        does        || expected
        Does.ONLY   || [true, false, 2, 6, 36, 47, 0]
        Does.DROP   || [true, true, 1, 16, 0, 127, 0]
        Does.CHANGE || [true, true, 1, 16, 0, 127, 0]
    }

    def "system messages pass no filter: #does"() {
        expect:
        roadcase.midi.Kind.values().findAll { !it.isChannel() && Accept.of([new Step.Transpose(1), filter(does, ALL)]).takes(it) } == []

        where:
        does << Does.values()
    }
}
