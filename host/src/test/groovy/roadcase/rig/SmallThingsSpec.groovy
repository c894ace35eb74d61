package roadcase.rig

import roadcase.midi.RealPort.Direction
import roadcase.rig.plan.Origin
import roadcase.rig.plan.PortPlan
import roadcase.rig.plan.RigError
import spock.lang.Specification

class SmallThingsSpec extends Specification {
    static PortPlan port(String name, Direction direction = Direction.OUTPUT, boolean owned = false) {
        new PortPlan(name, direction, owned, null, Origin.NOWHERE)
    }

    def "a port has one number in every rig of a show, whoever owns it; in and out are two"() {
        given:
        def table = new PortTable()

        expect:
        table.number(port('A')) == 0
        table.number(port('B')) == 1
        table.number(port('A', Direction.INPUT)) == 2
        table.number(port('A', Direction.OUTPUT, true)) == 0
        table.port(0).owned()
        table.find(Direction.OUTPUT, 'B') == 1
        table.find(Direction.INPUT, 'B') == -1
        table.size() == 3
    }

    def "a show has room for 256 ports and says so"() {
        given:
        def table = new PortTable()
        PortTable.MOST.times { table.number(port("P$it")) }

        when:
        table.number(port('one more'))

        then:
        IllegalStateException e = thrown()
        e.message.contains('at most 256 different ports')
        table.number(port('P255')) == 255
    }

    def "'#written' means #meant"() {
        expect:
        Spelling.nearest(written, ['mute', 'solo', 'recArm', 'bankLeft', 'bankRight', 'toggles']) == meant

        where:
        written     || meant
        'mutes'     || 'mute'
        'mtue'      || 'mute'
        'MUTE'      || 'mute'
        'recarm'    || 'recArm'
        'toggle'    || 'toggles'
        'bankleft'  || 'bankLeft'
        'bankLight' || 'bankRight'
        'x'         || null
        'xyz'       || null
        ''          || null
        'mute'      || null
    }

    def "no word is near: nothing is suggested"() {
        expect:
        Spelling.didYouMean('mutes', ['mute']) == "; did you mean 'mute'?"
        Spelling.didYouMean('elephant', ['mute']) == ''
        Spelling.didYouMean('mute', []) == ''
    }

    def "equally near words: the first by letter, whatever their order"() {
        expect:
        ['cat', 'bat', 'hat'].permutations().every { Spelling.nearest('mat', it) == 'bat' }
    }

    def "a fault is a sentence: #fault"() {
        expect:
        ReactionFault.sentence(fault) == sentence

        where:
        fault                                             || sentence
        new IllegalArgumentException('note 180; notes are 0 to 127') || 'note 180; notes are 0 to 127'
        new IllegalStateException('not yet')              || 'not yet'
        new RigError(Origin.NOWHERE, "'to' builds")       || "'to' builds"
        new NullPointerException()                        || 'something here is nothing (null): it was never made, or not found'
        new ArithmeticException('Division by zero')       || 'this cannot be calculated: Division by zero'
        new ArithmeticException()                         || 'this cannot be calculated'
        new IndexOutOfBoundsException()                   || 'there is nothing at this place of the list or text: it is shorter'
        new NumberFormatException('x')                    || 'this text is not a number: x'
        new NoSuchElementException()                      || 'there is nothing (more) here'
        new ConcurrentModificationException()             || 'a list changes while it is gone through: go through a copy'
        new UnsupportedOperationException()               || 'this cannot be changed'
        new ClassCastException('x')                       || 'this is not the kind of thing that is needed here'
        new StackOverflowError()                          || 'this calls itself without end'
        new OutOfMemoryError()                            || 'this needs more memory than there is'
        new NoClassDefFoundError('Thing')                 || 'a class in lib does not fit: Thing'
        new IOException('Broken pipe')                    || 'Broken pipe'
        new IllegalArgumentException()                    || 'this failed: illegal argument'
    }

    def "a fault is in the script's line, else where the code is written"() {
        given:
        def inScript = new IllegalStateException('x')
        inScript.stackTrace = [new StackTraceElement('java.util.List', 'get', 'List.java', 9),
                               new StackTraceElement(RigBuilder.SCRIPT_CLASS + 'gig$_run_closure1', 'doCall', 'gig.groovy', 12)]
        def elsewhere = new IllegalStateException('y')
        elsewhere.stackTrace = []
        def here = new Origin('gig.groovy', 3, 5)

        expect:
        ReactionFault.of(inScript, here, ReactionFault::sentence).origin() == new Origin('gig.groovy', 12, 1)
        ReactionFault.of(elsewhere, here, ReactionFault::sentence).origin() == here
        ReactionFault.of(new RigError(new Origin('a.groovy', 7, 2), 'z'), here, ReactionFault::sentence).origin() == new Origin('a.groovy', 7, 2)
    }
}
