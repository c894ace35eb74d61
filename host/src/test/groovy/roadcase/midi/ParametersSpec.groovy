package roadcase.midi

import spock.lang.Specification

/** Values that take several CCs, as senders really send them. */
class ParametersSpec extends Specification {
    static final long MS = 1_000_000
    final parameters = new Parameters()
    final heard = []
    long now

    /** CCs on channel 1, a millisecond apart; {@code wait} lets time pass. */
    List<String> plays(List ccs, boolean pair = false) {
        for (cc in ccs) {
            if (cc == 'wait') {
                now += 10 * MS
                while (parameters.expire(now)) collect()
            } else {
                now += MS
                while (parameters.expire(now)) collect()
                parameters.feed(cc.size() > 2 ? cc[2] : 1, cc[0], cc[1], pair, now)
                collect()
            }
        }
        heard
    }

    private void collect() {
        for (int i = 0; i < parameters.size(); i++) {
            def kind = [(Parameters.NRPN): 'NRPN', (Parameters.RPN): 'RPN', (Parameters.PAIR): 'CC'][parameters.kind(i)]
            def on = parameters.channel(i) == 1 ? '' : " on ${parameters.channel(i)}"
            heard << ("$kind ${parameters.number(i)} = ${parameters.value(i)}$on" as String)
        }
    }

    def "#what"() {
        expect:
        plays(ccs) == values

        where:
        what                                       | ccs                                                                              || values
        'a whole NRPN with its null'               | [[99, 0], [98, 8], [6, 1], [38, 127], [101, 127], [100, 127]]                     || ['NRPN 8 = 255']
        'a whole RPN with its null'                | [[101, 0], [100, 0], [6, 2], [38, 0], [101, 127], [100, 127]]                     || ['RPN 0 = 256']
        'the null of an NRPN by its own numbers'   | [[99, 0], [98, 8], [6, 1], [38, 127], [99, 127], [98, 127], [6, 5], [38, 5]]      || ['NRPN 8 = 255']
        'number and value of 14 bits'              | [[99, 127], [98, 126], [6, 127], [38, 127]]                                       || ['NRPN 16382 = 16383']
        'the number stays selected'                | [[99, 1], [98, 2], [6, 0], [38, 1], [6, 0], [38, 2], [38, 3]]                      || ['NRPN 130 = 1', 'NRPN 130 = 2', 'NRPN 130 = 3']
        'the halves of a number in either order'   | [[98, 2], [99, 1], [6, 0], [38, 1]]                                               || ['NRPN 130 = 1']
        'one half of the number changes alone'     | [[99, 1], [98, 2], [6, 0], [38, 1], [98, 3], [6, 0], [38, 4]]                      || ['NRPN 130 = 1', 'NRPN 131 = 4']
        'coarse alone means a fine half of 0'      | [[99, 0], [98, 8], [6, 5], 'wait']                                                || ['NRPN 8 = 640']
        'who sends coarse alone is not kept waiting' | [[99, 0], [98, 8], [6, 5], 'wait', [6, 6], [6, 7]]                              || ['NRPN 8 = 640', 'NRPN 8 = 768', 'NRPN 8 = 896']
        'coarse alone, then another number'        | [[99, 0], [98, 8], [6, 5], [98, 9], [6, 6], 'wait']                               || ['NRPN 8 = 640', 'NRPN 9 = 768']
        'no spike over the border of the halves'   | [[99, 0], [98, 8], [6, 1], [38, 127], [6, 2], [38, 0], [6, 1], [38, 127]]          || ['NRPN 8 = 255', 'NRPN 8 = 256', 'NRPN 8 = 255']
        'data entry without a number is nothing'   | [[6, 5], [38, 5], [96, 0], [99, 1], [6, 5], [38, 5], 'wait']                      || []
        'after a null it is nothing'               | [[101, 0], [100, 0], [101, 127], [100, 127], [6, 5], [38, 5], 'wait']             || []
        'a null in the other order'                | [[99, 0], [98, 8], [100, 127], [101, 127], [6, 5], [38, 5], 'wait']               || []
        'increment and decrement from what is known' | [[99, 0], [98, 8], [6, 1], [38, 127], [96, 0], [96, 127], [97, 5]]              || ['NRPN 8 = 255', 'NRPN 8 = 256', 'NRPN 8 = 257', 'NRPN 8 = 256']
        'steps count from 0 where nothing is known' | [[99, 0], [98, 8], [97, 0], [96, 0]]                                             || ['NRPN 8 = 0', 'NRPN 8 = 1']
        'steps end at the top'                     | [[99, 0], [98, 8], [6, 127], [38, 127], [96, 0]]                                  || ['NRPN 8 = 16383', 'NRPN 8 = 16383']
        'a number is known again when it is selected again' | [[99, 0], [98, 8], [6, 1], [38, 3], [98, 9], [6, 0], [38, 0], [98, 8], [96, 0]] || ['NRPN 8 = 131', 'NRPN 9 = 0', 'NRPN 8 = 132']
        'RPN and NRPN of one number are two'       | [[99, 0], [98, 8], [6, 1], [38, 1], [101, 0], [100, 8], [6, 2], [38, 2]]          || ['NRPN 8 = 129', 'RPN 8 = 258']
        'channels do not meet'                     | [[99, 0], [99, 0, 2], [98, 8], [98, 9, 2], [6, 1], [6, 2, 2], [38, 1], [38, 2, 2]] || ['NRPN 8 = 129', 'NRPN 9 = 258 on 2']
        'an RPN with 127 in half of its number'    | [[101, 127], [100, 0], [6, 1], [38, 1]]                                           || ['RPN 16256 = 129']
    }

    def "a pair of CCs: #what"() {
        expect:
        plays(ccs, true) == values

        where:
        what                                    | ccs                                                                  || values
        'coarse, then fine'                     | [[7, 1], [39, 127], [7, 2], [39, 0]]                                 || ['CC 7 = 255', 'CC 7 = 256']
        'fine, then coarse'                     | [[39, 127], [7, 1], [39, 0], [7, 2]]                                 || ['CC 7 = 255', 'CC 7 = 256']
        'fine alone goes with the coarse one'   | [[7, 1], [39, 127], [39, 126]]                                       || ['CC 7 = 255', 'CC 7 = 254']
        'coarse alone means a fine half of 0'   | [[7, 64], 'wait', [7, 65]]                                           || ['CC 7 = 8192', 'CC 7 = 8320']
        'coarse alone, until a fine half comes' | [[7, 64], 'wait', [7, 65], [39, 3], [7, 66], [39, 4]]                || ['CC 7 = 8192', 'CC 7 = 8320', 'CC 7 = 8323', 'CC 7 = 8452']
        'fine alone waits until it is known'    | [[39, 5], 'wait']                                                    || ['CC 7 = 5']
        'two controllers do not meet'           | [[7, 1], [8, 2], [39, 3], [40, 4]]                                   || ['CC 7 = 131', 'CC 8 = 260']
        'numbers above 63 are no halves'        | [[71, 1], [103, 2], 'wait']                                          || []
    }

    def "of what a CC is a part"() {
        expect:
        [[99, 0], [98, 8], [6, 1], [38, 1], [7, 1], [101, 127], [100, 127], [6, 1], [101, 0], [100, 0], [6, 1], [101, 127], [100, 127]]
                .collect { parameters.feed(1, it[0], it[1], false, 0) } ==
                [1, 1, 1, 1, 0, 1, 1, 0, 2, 2, 2, 2, 2]
    }

    def "a value knows the one before"() {
        when:
        plays([[99, 0], [98, 8], [6, 1], [38, 1], [6, 2], [38, 2]])

        then:
        parameters.before(0) == 129
        parameters.last(Parameters.NRPN, 1, 8) == 258
        parameters.last(Parameters.NRPN, 1, 9) == Parameters.UNKNOWN
    }

    def "gear that is gone leaves nothing selected"() {
        when:
        plays([[99, 0], [98, 8], [6, 1]])
        parameters.clear()

        then:
        plays([[38, 1], 'wait']) == []
        !parameters.isWaiting()
    }

    def "whatever comes, numbers and values are MIDI's, and nothing waits for ever"() {
        given:
        def random = new Random(seed)

        when:
        20_000.times {
            now += random.nextInt(3) * MS
            while (parameters.expire(now)) check()
            parameters.feed(1 + random.nextInt(2), [6, 38, 96, 97, 98, 99, 100, 101, 7, 39][random.nextInt(10)],
                    [0, 1, 64, 126, 127][random.nextInt(5)], random.nextBoolean(), now)
            check()
        }
        while (parameters.expire(now + Parameters.WAIT_NANOS)) check()

        then:
        !parameters.isWaiting()
        parameters.due() == Long.MAX_VALUE

        where:
        seed << (1..5)
    }

    private void check() {
        for (int i = 0; i < parameters.size(); i++) {
            assert parameters.kind(i) in [Parameters.NRPN, Parameters.RPN, Parameters.PAIR]
            assert parameters.number(i) in 0..16382
            assert parameters.value(i) in 0..16383
            assert parameters.before(i) in -1..16383
        }
    }
}
