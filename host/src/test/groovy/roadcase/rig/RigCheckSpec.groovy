package roadcase.rig

import roadcase.midi.Kind
import roadcase.midi.RealPort.Direction
import roadcase.rig.plan.*
import roadcase.rig.plan.RoutePlan.*
import roadcase.route.Shape
import roadcase.route.Step
import spock.lang.Specification

/** What a whole rig is refused for, and what it is warned of. Origins count: each thing said is one line. */
class RigCheckSpec extends Specification {
    final SmallGig gig = new SmallGig()

    List<String> errors() {
        RigCheck.check(gig.rig()).findAll { !it.warning() }.collect { "${it.origin().file()}:${it.origin().line()} ${it.sentence()}".toString() }
    }

    List<String> warnings() {
        RigCheck.check(gig.rig()).findAll { it.warning() }.collect { "${it.origin().line()} ${it.sentence()}".toString() }
    }

    static Shape shape(Shape.Form form, int low, int high = low) {
        new Shape(form, low, high, 0, 127)
    }

    void group(String name, String... banks) {
        gig.builder.banks(new BanksPlan(name, banks.collect { new BanksPlan.BankPlan(it, 1, [], gig.here()) }, false, Place.TOP, gig.here()))
    }

    void dial(String group, int lights) {
        lights.times { gig.builder.light(new LightPlan('Box', "pad ${it + 1}", new LightPlan.LightSource.BankBit(group, it), Place.TOP, gig.here())) }
    }

    RoutePlan elsewhere(String file, List<String> names, Place place = Place.TOP, Press press = Press.PLAIN) {
        gig.builder.route(new RoutePlan(null, new Source.Controls('Box', names), [], press, Takeover.JUMP, null, false, [gig.synth()], place, new Origin(file, 1, 1)))
    }

    def "a rig with nothing wrong is neither refused nor warned of"() {
        given:
        gig.box()
        gig.keys([], gig.synth())
        gig.controls(['pad 1', 'pad 2'], Press.TOGGLE, [], gig.synth())

        expect:
        errors() == []
        warnings() == []
    }

    def "banks: none, twice, more than the dial can count"() {
        given:
        gig.box()
        group('none')
        group('twice', 'A', 'A')
        group('many', 'A', 'B', 'C', 'D', 'E')
        dial('many', 2)

        expect:
        errors()*.replaceAll(/^\S+ /, '') == ["the banks 'none' have no bank: say bank 'A', channel: 1", "'twice' has two banks 'A'",
                '5 banks are more than a dial of 2 lights can count: it counts 4']
    }

    def "banks as many as the dial counts are fine"() {
        given:
        gig.box()
        group('four', 'A', 'B', 'C', 'D')
        dial('four', 2)

        expect:
        errors() == []
    }

    def "a name that is looked up must have been made; a near one is suggested"() {
        given:
        group('Masterator', 'A')
        gig.builder.lookUp('banks', 'Mastertor')
        gig.builder.lookUp('banks', 'Masterator')
        gig.builder.lookUp('banks', 'Quite different')

        expect:
        errors()*.replaceAll(/^\S+ /, '') == ["there are no banks 'Mastertor' in this gig; did you mean 'Masterator'?",
                "there are no banks 'Quite different' in this gig"]
    }

    def "two routes of one name are refused with the first's line"() {
        given:
        2.times {
            def plan = gig.keys([], gig.synth())
            gig.builder.replace(plan, plan.named('Layer'))
        }

        expect:
        errors() == ["small.groovy:2 there are two routes 'Layer': the first is in line 1"]
    }

    def "a control never sends CC 120 to 127: #what"() {
        given:
        gig.box()
        gig.builder.reprogram('Box') { c -> c.name() == 'knob 1' ? new roadcase.surface.ControlSpec(c.name(), c.row(), c.index(), c.type(), 1, 123, -1, null, null) : c }
        gig.controls([control], Press.PLAIN, steps, gig.synth())

        expect:
        errors().size() == (refused ? 1 : 0)
        !refused || errors()[0].contains("'$control' would send CC $cc, which is no controller but a channel mode message")

        where:
        what                 | control  | steps                                              | refused | cc
        'as programmed'      | 'knob 1' | []                                                 | true    | 123
        'becomes another'    | 'knob 1' | [new Step.Becomes(shape(Shape.Form.CC, 62))]       | false   | 0
        'becomes one'        | 'pad 1'  | [new Step.Becomes(shape(Shape.Form.CC, 120))]      | true    | 120
        'a row ends there'   | 'knob 2' | [new Step.Becomes(shape(Shape.Form.CC, 100, 127))] | true    | 127
        'then a note'        | 'knob 1' | [new Step.Becomes(shape(Shape.Form.NOTE, 3))]      | false   | 0
        'just below'         | 'knob 2' | [new Step.Becomes(shape(Shape.Form.CC, 119))]      | false   | 0
    }

    def "two controls of a unit that send the same cannot be told apart"() {
        given:
        gig.box()
        gig.builder.reprogram('Box') { c -> c.name() == 'knob 2' ? new roadcase.surface.ControlSpec(c.name(), c.row(), c.index(), c.type(), 1, 20, -1, null, null) : c }

        expect:
        errors() == [":0 'knob 1' and 'knob 2' of this unit both send CC 20 on channel 1, so nobody can tell which was touched: program one of them otherwise"]
    }

    def "a row that the unit shifts by itself has no held layer of that key"() {
        given:
        gig.box()
        gig.builder.inside(new Layer.Held('Box', 'key')) { gig.controls(['pad 3'], Press.TOGGLE, [], gig.synth()) }
        gig.builder.reprogram('Box') { c -> c.name() == 'shifted 4'
                ? new roadcase.surface.ControlSpec(c.name(), c.row(), c.index(), c.type(), 1, c.number(), c.light(), 'pad 4', 'key') : c }
        gig.builder.inside(new Layer.Held('Box', 'key')) { gig.controls(['pad 4'], Press.TOGGLE, [], gig.synth()) }

        expect:
        errors() == ["small.groovy:2 while 'key' is held the unit itself sends 'shifted' for this row, so nothing would ever come here: use 'shifted' outside of holding"]
    }

    def "routes in a circle are refused: #what"() {
        given:
        ports.each { name, direction, owned -> gig.builder.port(name, direction, owned) }
        routes.each { from, to ->
            gig.route(new Source.Port(gig.builder.port(from, Direction.INPUT, ports.any { it == [from, Direction.INPUT, true] })), [], Press.PLAIN,
                    Takeover.JUMP, new Target.ToPort(gig.builder.port(to, Direction.OUTPUT, ports.any { it == [to, Direction.OUTPUT, true] })))
        }
        binds.each { name, to -> gig.builder.bind(name, to) }

        expect:
        errors().any { it.contains('goes in a circle') } == circle

        where:
        what                        | ports                                                            | routes                   | binds                  || circle
        'itself'                    | [['X', Direction.OUTPUT, true], ['X', Direction.INPUT, false]]   | [['X', 'X']]             | []                     || true
        'over another'              | [['X', Direction.OUTPUT, true], ['X', Direction.INPUT, false], ['Y', Direction.OUTPUT, true], ['Y', Direction.INPUT, false]] | [['X', 'Y'], ['Y', 'X']] | [] || true
        'one way'                   | [['X', Direction.OUTPUT, true], ['X', Direction.INPUT, false]]   | [['X', 'Y']]             | []                     || false
        'a pair for other programs' | [['X', Direction.OUTPUT, true], ['X', Direction.INPUT, true]]    | [['X', 'X']]             | []                     || false
        'gear there and back'       | []                                                               | [['X', 'X']]             | []                     || false
        'by a bind'                 | [['X', Direction.OUTPUT, true]]                                  | [['A', 'X']]             | [['A', 'X']]           || true
    }

    def "echo needs an output of the input's name"() {
        given:
        gig.builder.route(new RoutePlan(null, new Source.Port(gig.input('keys')), [], Press.PLAIN, Takeover.JUMP, null, true, [gig.synth()], Place.TOP, gig.here()))

        expect:
        errors()[0].contains("echo() sends back to 'keys', but there is no output of that name")
    }

    def "a light that is none shows nothing"() {
        given:
        gig.box()
        group('two', 'A')
        gig.builder.light(new LightPlan('Box', 'key', new LightPlan.LightSource.BankBit('two', 0), Place.TOP, gig.here()))

        expect:
        errors() == ["small.groovy:3 'key' has no light that could show anything"]
    }

    def "a toggle without a light is warned of"() {
        given:
        gig.box()
        gig.controls(['key'], Press.TOGGLE, [], gig.synth())

        expect:
        warnings() == ["1 'key' has no light: nobody will see whether it is on"]
    }

    def "a bind that binds nothing is warned of"() {
        given:
        gig.keys([], gig.synth())
        gig.builder.bind('synht', 'Real')
        gig.builder.bind('keys', 'Real too')

        expect:
        warnings() == ["0 bind 'synht' binds nothing: no port of this gig has that name; did you mean 'synth'?"]
    }

    def "zones that share keys are warned of; neighbours are not"() {
        given:
        gig.keys([new Step.Zone('Low', 0, 59)], gig.synth())
        gig.keys([new Step.Zone('High', low, 127)], gig.piano())

        expect:
        warnings() == warned

        where:
        low || warned
        60  || []
        59  || ["2 the zones 'Low' and 'High' of 'keys' share the keys 59 to 59"]
    }

    def "two controls that say the same to one port are warned of"() {
        given:
        gig.box()
        gig.controls(['pad 1'], Press.TOGGLE, [], gig.synth())
        gig.controls(['pad 2'], Press.TOGGLE, [new Step.Transpose(-1)], gig.synth())
        gig.controls(['pad 3'], Press.TOGGLE, [new Step.Transpose(-2), new Step.ToChannel(2)], gig.synth())
        gig.controls(['pad 4'], Press.TOGGLE, [new Step.Transpose(-3)], gig.piano())

        expect:
        warnings() == ["2 'pad 2' and 'pad 1' send the same message (note 1) to 'synth'"]
    }

    def "one place, one owner: twice is an error that names both lines"() {
        given:
        gig.box()
        gig.controls(['pad 1', 'pad 2', 'pad 3'], Press.PLAIN, [], gig.synth())
        gig.controls(['pad 2', 'pad 3'], Press.PLAIN, [], gig.piano())

        expect:
        errors() == ["small.groovy:2 two owners of 'pad 2' and 'pad 3': line 1 has it already; use it once, or put one of the two in a bank or a layer of its own"]
    }

    def "in one file an inner place hides an outer one"() {
        given:
        gig.box()
        group('two', 'A', 'B')
        gig.controls(['pad 1'], Press.TOGGLE, [], gig.synth())
        gig.builder.inside(new Layer.EveryBank('two')) { gig.controls(['pad 1'], Press.TOGGLE, [], gig.synth()) }
        gig.builder.inside(new Layer.Bank('two', 'A')) {
            gig.controls(['pad 1'], Press.TOGGLE, [], gig.synth())
            gig.builder.inside(new Layer.Held('Box', 'key')) { gig.controls(['pad 1'], Press.TOGGLE, [], gig.synth()) }
        }

        expect:
        errors() == []
    }

    def "two groups of banks never want one control"() {
        given:
        gig.box()
        group('one', 'A')
        group('two', 'A')
        gig.builder.inside(new Layer.EveryBank('one')) { gig.controls(['pad 1'], Press.TOGGLE, [], gig.synth()) }
        gig.builder.inside(new Layer.EveryBank('two')) { gig.controls(['pad 1'], Press.TOGGLE, [], gig.synth()) }

        expect:
        errors().size() == 1
        errors()[0].contains("two owners of 'pad 1'")
    }

    def "two banks of one group may both have it"() {
        given:
        gig.box()
        group('two', 'A', 'B')
        ['A', 'B'].each { bank -> gig.builder.inside(new Layer.Bank('two', bank)) { gig.controls(['pad 1'], Press.TOGGLE, [], gig.synth()) } }

        expect:
        errors() == []
    }

    def "hiding across files is an error, told once for a pair of files; a held layer may"() {
        given:
        gig.box()
        group('two', 'A')
        elsewhere('mixer.groovy', ['pad 1', 'pad 2', 'pad 3', 'knob 1'])
        elsewhere('four.groovy', ['pad 1', 'pad 2'], new Place([new Layer.EveryBank('two')]))
        elsewhere('layer.groovy', ['knob 1'], new Place([new Layer.Held('Box', 'key')]))

        expect:
        errors() == ["four.groovy:1 mixer.groovy and four.groovy both want the The Box ('pad 1' and 'pad 2'), and one would hide the other:"
                + ' give each a page of its own, or take(...) those controls for one']
    }

    def "what is taken is gone from what is included, deep down too, and from nobody else"() {
        given:
        gig.box()
        gig.builder.included('mixer.groovy', 'gig.groovy')
        gig.builder.included('deep.groovy', 'mixer.groovy')
        gig.builder.@takes.add(new Rig.Take('Box', ['pad 1', 'pad 2'], new Origin('gig.groovy', 3, 1)))
        elsewhere('mixer.groovy', ['pad 1', 'pad 3'])
        elsewhere('deep.groovy', ['pad 2'])
        elsewhere('gig.groovy', ['pad 1', 'pad 2'])
        elsewhere('other.groovy', ['pad 4'])

        expect:
        gig.rig().routes().collect { [it.origin().file(), it.source().controls()] } ==
                [['mixer.groovy', ['pad 3']], ['gig.groovy', ['pad 1', 'pad 2']], ['other.groovy', ['pad 4']]]
    }

    def "a circle of includes does not hang the takes"() {
        given:
        gig.box()
        gig.builder.included('a.groovy', 'b.groovy')
        gig.builder.included('b.groovy', 'a.groovy')
        gig.builder.@takes.add(new Rig.Take('Box', ['pad 1'], new Origin('gig.groovy', 3, 1)))
        elsewhere('a.groovy', ['pad 1'])

        expect:
        gig.rig().routes().size() == 1
    }

    def "what is said twice in other words is one thing, or refused with both places: #what"() {
        when:
        build.call(gig.builder)

        then:
        RigError error = thrown()
        error.message.contains(sentence)

        where:
        what              | build                                                                                                     | sentence
        'a port'          | { it.port('X', Direction.OUTPUT, false); it.port('X', Direction.OUTPUT, true) }                            | 'give one of them another name'
        'a nameless port' | { it.port(' ', Direction.INPUT, false) }                                                                   | 'a port needs a name'
        'a bind'          | { it.bind('a', 'b'); it.bind('a', 'c') }                                                                   | "'a' is bound to 'b'"
        'a value'         | { b -> 2.times { b.value(new ValuePlan('x', 1, 0, 1, Origin.NOWHERE)) } }                                  | "two values 'x'"
        'banks'           | { b -> 2.times { b.banks(new BanksPlan('x', [], false, Place.TOP, Origin.NOWHERE)) } }                     | "two banks 'x'"
        'a tempo'         | { it.clock(new ClockPlan('LINK', 120, Origin.NOWHERE)); it.clock(new ClockPlan('LINK', 121, Origin.NOWHERE)) } | 'a gig has one start tempo'
        'after the end'   | { it.build(); it.bind('a', 'b') }                                                                          | "'bind' builds the rig"
    }

    def "a clock that is named again without a tempo keeps it"() {
        given:
        gig.builder.clock(new ClockPlan('LINK', 120, gig.here()))
        gig.builder.clock(new ClockPlan('LINK', 0, gig.here()))

        expect:
        gig.rig().clocks()*.bpm() == [120d]
    }
}
