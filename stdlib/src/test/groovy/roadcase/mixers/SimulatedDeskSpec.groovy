package roadcase.mixers

import roadcase.mixers.simulated.EveningProgramme
import roadcase.mixers.simulated.Programme
import roadcase.osc.OscMessage
import roadcase.osc.VirtualNet
import spock.lang.Specification

/** A simulated desk does what the facts say that a real one does. */
class SimulatedDeskSpec extends Specification {
    final VirtualNet net = new VirtualNet()

    static OscMessage m(String address, Object... arguments) {
        OscMessage.of(address, arguments)
    }

    def "who it is"() {
        given:
        def desk = Client.desk(net)
        def a = new Client(net, 1)

        expect:
        a.ask('/info') == [m('/info', 'V2.07', 'osc-server', 'X32', '4.06')]
        a.ask('/xinfo') == [m('/xinfo', '192.0.2.32', 'X32-SIMULATED', 'X32', '4.06')]
        a.ask('/status') == [m('/status', 'active', '192.0.2.32', 'X32-SIMULATED')]
        a.ask('/nonsense', 1) == []
        desk.unknown == 1
    }

    def "every parameter answers, is set to its grid, and is written in its node"() {
        given:
        def desk = Client.desk(net, model)
        def a = new Client(net, 1)

        expect:
        model.leaves().every { Leaf leaf ->
            def answer = a.ask(leaf.address)
            assert answer.size() == 1 && answer[0].address() == leaf.address && leaf.kind.fault(answer[0].arguments()[0]) == null
            true
        }
        model.nodes.every { Node node ->
            def answer = a.ask('/node', node.address.substring(1))
            assert answer.size() == 1 && answer[0].address() == 'node' && answer[0].text(0).startsWith(node.address + ' ')
            assert SceneLine.parts(answer[0].text(0)).size() == node.leaves.size() + 1
            true
        }
        desk.unknown == 0

        where:
        model << [X32.DESK, XAir.DESK]
    }

    def "a set is rounded, told to others, never echoed, and never answered"() {
        given:
        Client.desk(net)
        def a = new Client(net, 1)
        def b = new Client(net, 2)
        [a, b]*.say('/xremote')

        when:
        a.say('/ch/01/mix/fader', 0.75f)

        then:
        a.heard == []
        b.heard == [m('/ch/01/mix/fader', (float) (767 / 1023))]
        a.ask('/ch/01/mix/fader') == [m('/ch/01/mix/fader', (float) (767 / 1023))]
        a.ask('/node', 'ch/01/mix') == [m('node', '/ch/01/mix ON +0.0 ON +0 OFF -oo\n')]
    }

    def "what makes no sense changes nothing: #address #value"() {
        given:
        Client.desk(net)
        def a = new Client(net, 1)
        def before = a.ask(address)

        when:
        a.say(address, value)

        then:
        a.ask(address) == before

        where:
        address            | value
        '/ch/01/mix/fader' | 1.5f
        '/ch/01/mix/fader' | Float.NaN
        '/ch/01/mix/on'    | 7
        '/ch/01/gate/mode' | 'NONSENSE'
    }

    def "a choice may be set by its name, several values at once, and a line of text, which is echoed"() {
        given:
        Client.desk(net)
        def a = new Client(net, 1)
        def b = new Client(net, 2)
        b.say('/xremote')

        when:
        a.say('/ch/01/gate/mode', 'DUCK')
        a.say('/ch/01/eq/1', 1, 0.5f, 0.5f, 0.5f)

        then:
        a.ask('/ch/01/gate/mode') == [m('/ch/01/gate/mode', 4)]
        a.ask('/node', 'ch/01/eq/1')[0].text(0) == '/ch/01/eq/1 LShv 632.5 +0.00 1.7\n'
        a.ask('/', 'ch/01/mix OFF -10.0') == [m('/', 'ch/01/mix OFF -10.0')]
        a.ask('/', 'ch/01/mix/fader -5') == [m('/', 'ch/01/mix/fader -5')]
        a.ask('/', 'nothing ON') == []
        a.ask('/node', 'ch/01/mix')[0].text(0) == '/ch/01/mix OFF -5.0 ON +0 OFF -oo\n'
        b.heard*.address() == ['/ch/01/gate/mode'] + ['type', 'f', 'g', 'q'].collect { "/ch/01/eq/1/$it" } +
                ['/ch/01/mix/on', '/ch/01/mix/fader', '/ch/01/mix/fader']
    }

    def "#model.name tells #most listeners at once, for ten seconds, and others hear nothing"() {
        given:
        def desk = Client.desk(net, model)
        def setter = new Client(net, 100)
        def all = (1..most + 1).collect { new Client(net, it) }
        all*.say('/xremote')

        when:
        setter.say('/ch/01/mix/on', 0)

        then:
        all*.heard*.size() == [1] * most + [0]
        desk.listeners.turnedAway == 1

        when: 'one renews, the others do not'
        setter.later(6)
        all[0].say('/xremote')
        setter.later(6)
        setter.say('/ch/01/mix/on', 1)

        then:
        all*.heard*.size() == [2] + [1] * (most - 1) + [0]

        when:
        all.last().say('/xremote')
        all[0].say('/unsubscribe')
        setter.say('/ch/01/mix/on', 0)

        then:
        all*.heard*.size() == [2] + [1] * (most - 1) + [1]

        where:
        model     | most
        X32.DESK  | 4
        XAir.DESK | 8
    }

    def "meters come every 50 ms for ten seconds, and are renewed by being asked for"() {
        given:
        Client.desk(net, X32.DESK, { int i, long t -> -20d } as Programme)
        def a = new Client(net, 1)

        when:
        a.say('/meters', '/meters/2', 0, 0, 1)
        a.later(1)

        then:
        a.heard.size() in 20..21
        a.heard.every { it.address() == '/meters/2' && it.blob(0).length() == 4 + 4 * 49 }
        (a.times.last() - a.times[0]) / (a.times.size() - 1) == 50_000_000

        when:
        a.later(20)

        then: 'it has ended'
        a.heard.size() in 200..201

        when:
        a.heard.clear()
        a.say('/renew', '/meters/2')
        a.later(1)

        then: 'what has ended is not woken'
        a.heard == []
    }

    def "the fader is between the two taps of bank 6, and the law of the fader is kept"() {
        given:
        def desk = Client.desk(net, X32.DESK, { int i, long t -> i == 0 ? -20d : -120d } as Programme)
        def a = new Client(net, 1)
        a.say('/ch/01/mix/fader', FaderLevel.FADER.wire(0))
        a.say('/bus/15/mix/fader', FaderLevel.FADER.wire(fader))
        desk.memory.set('/bus/15/mix/on', on)

        when:
        a.say('/batchsubscribe', '/meters/6/62', '/meters/6', 62, 0, 1)
        def levels = X32.DESK.bank(6).decibels(a.heard.last().blob(0))

        then:
        Math.abs(levels[0] - -20) < 0.05
        on ? Math.abs(levels[3] - (-20 + fader)) < 0.05 : levels[3] < -100

        where:
        fader | on
        0     | 1
        -12   | 1
        6     | 1
        0     | 0
    }

    def "DCAs and mute groups are heard and do not touch the fader"() {
        given:
        def desk = Client.desk(net, X32.DESK, { int i, long t -> i == 0 ? -20d : -120d } as Programme)
        def a = new Client(net, 1)
        def level = { ->
            a.say('/meters', '/meters/6', 0, 1)
            X32.DESK.bank(6).decibels(a.heard.last().blob(0))[3]
        }
        a.say('/ch/01/mix/fader', FaderLevel.FADER.wire(0))

        when:
        a.say('/ch/01/grp/dca', 1)
        a.say('/dca/1/fader', FaderLevel.FADER.wire(-10))

        then:
        Math.abs(level() - -30) < 0.05

        when:
        a.say('/ch/01/grp/mute', 2)
        a.say('/config/mute/2', 1)

        then:
        level() < -100
        a.ask('/node', 'ch/01/mix').any { it.text(0)?.contains('ON +0.0') }
    }

    def "subscriptions to parameters: one, and many by a pattern"() {
        given:
        def desk = Client.desk(net)
        def a = new Client(net, 1)
        desk.memory.set('/ch/02/mix/on', 0)

        when:
        a.say('/subscribe', '/ch/01/mix/on', 10)
        a.say('/formatsubscribe', '/mutes', '/ch/**/mix/on', 1, 4, 10)
        a.later(1.2)

        then:
        a.heard.count { it == m('/ch/01/mix/on', 1) } == 3
        a.heard.findAll { it.address() == '/mutes' }*.blob(0)*.toString().unique() ==
                ['blob 14 00 00 00 01 00 00 00 00 00 00 00 01 00 00 00 01 00 00 00']
    }

    def "scenes are saved, loaded, listed, and told to everybody"() {
        given:
        Client.desk(net)
        def a = new Client(net, 1)
        def b = new Client(net, 2)

        expect:
        a.ask('/save', 'scene', 7, 'Sunday', 'as it was') == [m('/save', 'scene', 1)]
        a.ask('/showdump') == [m('node', '/-show/showfile/scene/007 "Sunday" "as it was" %000000000 1\n')]
        a.ask('/-show/showfile/scene/007/name') == [m('/-show/showfile/scene/007/name', 'Sunday')]
        a.ask('/load', 'scene', 8) == [m('/load', 'scene', 0)]

        when:
        a.say('/ch/03/mix/on', 0)
        [a, b]*.say('/xremote')
        def answers = a.ask('/load', 'scene', 7)

        then:
        answers as Set == [m('/ch/03/mix/on', 1), m('/load', 'scene', 1)] as Set
        b.heard == [m('/ch/03/mix/on', 1)]
        a.ask('/-show/prepos/current') == [m('/-show/prepos/current', 7)]
    }

    def "snapshots of an X AIR"() {
        given:
        Client.desk(net, XAir.DESK)
        def a = new Client(net, 1)

        when:
        a.say('/ch/03/mix/on', 0)
        a.say('/-snap/save', 5)
        a.say('/-snap/name', 'Sunday')
        a.say('/ch/03/mix/on', 1)
        a.say('/-snap/load', 5)

        then:
        a.ask('/ch/03/mix/on') == [m('/ch/03/mix/on', 0)]
        a.ask('/-snap/05/name') == [m('/-snap/05/name', 'Sunday')]
        a.ask('/-snap/index') == [m('/-snap/index', 5)]
        a.ask('/info')[0].text(2) == 'XR18'
    }

    def "an evening is speech, music and silence, the same for the same seed"() {
        given:
        def evening = new EveningProgramme(1)
        def levels = (0..<1200).collect { evening.level(0, it * 50_000_000L) }

        expect:
        levels == (0..<1200).collect { new EveningProgramme(1).level(0, it * 50_000_000L) }
        levels != (0..<1200).collect { new EveningProgramme(2).level(0, it * 50_000_000L) }
        levels.max() > -20 && levels.max() < -14
        levels.count { it < -80 } == 119
        evening.level(20, 0) == -100d
    }
}
