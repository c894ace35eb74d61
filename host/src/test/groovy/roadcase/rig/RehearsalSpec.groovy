package roadcase.rig

import java.util.concurrent.CountDownLatch
import roadcase.midi.Message
import roadcase.rig.plan.*
import roadcase.rig.plan.RoutePlan.*
import roadcase.route.Step
import spock.lang.Specification

/** Virtual time: the same events always give the same paper. */
class RehearsalSpec extends Specification {
    static final long SECOND = 1_000_000_000
    final List<String> paper = []
    final SmallGig gig = new SmallGig()

    final Rehearsal.Paper writer = new Rehearsal.Paper() {
        void sent(long t, String port, Message message) { paper << "$t $port ${message.hex()}".toString() }
        void fault(long t, Origin where, String sentence) { paper << "$t fault $sentence".toString() }
        void note(long t, String sentence) { paper << "$t note $sentence".toString() }
        void light(long t, String port, String control, boolean on) { paper << "$t light $control ${on ? 'on' : 'off'}".toString() }
    }

    Rehearsal rehearsal(Remembered remembered = Remembered.NOTHING) {
        new Rehearsal(gig.declared(), remembered, writer)
    }

    static Message hex(String bytes) {
        Message.parse(bytes)
    }

    def "an event is played as soon as 20 ms behind it are known, the rest at the end"() {
        given:
        gig.keys([], gig.synth())
        def rehearsal = rehearsal()

        when:
        rehearsal.message(SECOND, 'keys', hex('90 01 01'))
        rehearsal.message(SECOND + 10_000_000, 'keys', hex('90 02 01'))

        then:
        paper == []

        when:
        rehearsal.message(SECOND + 20_000_000, 'keys', hex('90 03 01'))

        then:
        paper == ['1000000000 synth 90 01 01']

        when:
        rehearsal.end(SECOND + 20_000_000)

        then:
        paper.size() == 3
    }

    def "timers ring at their own time between events; time ends at the end"() {
        given:
        gig.keys([new Step.After(SECOND, 0)], gig.synth())
        def rehearsal = rehearsal()
        rehearsal.message(0, 'keys', hex('C0 01'))
        rehearsal.message(SECOND.intdiv(2), 'keys', hex('C0 02'))
        rehearsal.message(SECOND + 1, 'keys', hex('C0 03'))

        when:
        rehearsal.end(SECOND + 1)

        then:
        paper == ['1000000000 synth C0 01']
    }

    def "an input that the gig has not is a sentence, and nothing else"() {
        given:
        gig.box()
        gig.keys([], gig.synth())
        def rehearsal = rehearsal()

        expect:
        rehearsal.message(0, 'nobody', hex('90 01 01')) == "there is no input 'nobody' in this gig; it has 'The Box', 'keys'"
        rehearsal.vanish(0, 'nobody') == "there is no port 'nobody' in this gig"
        rehearsal.message(0, 'Box', hex('90 01 01')) == null
    }

    def "lights are painted at 0 and told as control and state"() {
        given:
        gig.box()
        gig.controls(['pad 1'], Press.TOGGLE, [], gig.synth())
        def rehearsal = rehearsal()
        rehearsal.message(SECOND, 'The Box', hex('90 01 7F'))
        rehearsal.end(SECOND)

        expect:
        paper == [1, 2, 3, 4].collectMany { ["0 The Box 90 0$it 00".toString(), "0 light pad $it off".toString()] } +
                ['0 The Box 90 08 00', '0 light shifted 4 off', '1000000000 synth 90 01 7F', '1000000000 The Box 90 01 7F', '1000000000 light pad 1 on']
    }

    def "code that fails in any way fails alone: #thrown"() {
        given:
        gig.keys([], gig.code(Reaction.On.EVENT) { h -> throw thrown })
        gig.keys([], gig.synth())
        def rehearsal = rehearsal()

        when:
        rehearsal.message(0, 'keys', hex('C0 01'))
        rehearsal.end(1)

        then:
        paper.count { it.contains(' fault ') } == 1
        paper.contains('0 synth C0 01')

        where:
        thrown << [new IllegalStateException('no'), new AssertionError('no' as Object), new StackOverflowError(), new Exception('no')]
    }

    def "code that does not end is ended or left behind, told, and the rehearsal goes on: #how"() {
        given:
        def never = new CountDownLatch(1)
        gig.keys([], gig.code(Reaction.On.EVENT) { h -> code.call(never) })
        gig.keys([], gig.synth())
        def rehearsal = rehearsal()

        when:
        rehearsal.message(0, 'keys', hex('C0 01'))
        rehearsal.message(SECOND, 'keys', hex('F8'))
        rehearsal.end(SECOND)

        then:
        paper.findAll { it.startsWith('0 ') && it.contains(' fault ') }*.contains(how) == [true]
        paper.contains('0 synth C0 01')
        paper.contains('1000000000 synth F8')

        cleanup:
        never.countDown()

        where:
        how                 | code
        'was stopped'       | { CountDownLatch n -> while (n.count > 0) ScriptThread.check() }
        'is left behind'    | { CountDownLatch n -> while (n.count > 0) Thread.onSpinWait() }
    }

    def "the same events give the same paper, twice"() {
        when:
        def papers = (1..2).collect {
            paper.clear()
            SmallGig same = new SmallGig()
            same.box()
            same.keys([new Step.After(1_000_000, 0)], same.synth(), same.piano())
            same.controls(['pad 1', 'pad 2'], Press.TOGGLE, [], same.synth())
            def rehearsal = new Rehearsal(same.declared(), Remembered.NOTHING, writer)
            def random = new Random(7)
            200.times { n ->
                rehearsal.message(n * 5_000_000L, random.nextBoolean() ? 'keys' : 'The Box',
                        hex(String.format('%02X %02X %02X', random.nextBoolean() ? 0x90 : 0x80, random.nextInt(4), random.nextInt(128))))
            }
            rehearsal.end(SECOND * 2)
            List.copyOf(paper)
        }

        then:
        papers[0] == papers[1]
        papers[0].size() > 100
    }

    def "what is remembered at the end starts the next evening"() {
        given:
        gig.box()
        gig.controls(['pad 1'], Press.TOGGLE, [], gig.synth())
        def first = rehearsal()
        first.message(0, 'The Box', hex('90 01 7F'))
        first.end(1)
        paper.clear()

        when:
        SmallGig again = new SmallGig()
        again.box()
        again.controls(['pad 1'], Press.TOGGLE, [], again.synth())
        new Rehearsal(again.declared(), first.remembered(), writer)

        then:
        paper.contains('0 light pad 1 on')
        !paper.any { it.contains('synth') }
    }
}
