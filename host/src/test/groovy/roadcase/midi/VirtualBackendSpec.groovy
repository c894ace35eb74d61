package roadcase.midi

import static roadcase.midi.RealPort.Direction.INPUT
import static roadcase.midi.RealPort.Direction.OUTPUT

import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification

class VirtualBackendSpec extends Specification {
    @AutoCleanup VirtualBackend midi = new VirtualBackend()
    Ear ear = new Ear()

    Ear listen() { midi.await(0, ear); ear }

    RealPort real(String name, RealPort.Direction direction) {
        midi.ports().find { it.name() == name && it.direction() == direction }
    }

    def "gear that is connected is heard and hears"() {
        given:
        def mix = midi.gear('MIDI Mix')
        def from = midi.open(INPUT, 'mixer', false)
        def to = midi.open(OUTPUT, 'mixer', false)
        midi.connect(from, real('MIDI Mix', INPUT))
        midi.connect(to, real('MIDI Mix', OUTPUT))

        when:
        def taken = mix.play('90 01 7F')
        mix.play(5, Message.parse('F0 7E 7F 06 01 F7'))
        midi.send(to, 42, Packed.of(0x90, 1, 0))
        midi.send(to, 43, [0xF0, 1, 0xF7] as byte[], 3)

        then:
        taken
        listen().hex == ['90 01 7F', 'F0 7E 7F 06 01 F7']
        ear.heard*.port == [from, from]
        ear.heard[1].time == 5
        mix.take() == [new VirtualBackend.Timed(42, Message.parse('90 01 00')), new VirtualBackend.Timed(43, Message.parse('F0 01 F7'))]
        mix.take() == []
    }

    def "gear that nobody connected plays to nobody"() {
        given:
        midi.open(INPUT, 'MIDI Mix', false)

        expect:
        !midi.gear('MIDI Mix').play('90 01 7F')
        listen().heard == []
    }

    def "another program is connected to our ports by their names"() {
        given:
        def from = midi.open(INPUT, 'from host', true)
        def to = midi.open(OUTPUT, 'Masterator OUT', true)

        when:
        midi.send(to, 0, 0xF8)
        midi.peer('from host').play('B0 07 40')

        then:
        midi.peer('Masterator OUT').take()*.message()*.hex() == ['F8']
        listen().hex == ['B0 07 40']
        ear.heard[0].port == from
    }

    def "gear comes and goes, and takes its connections with it"() {
        given:
        def mix = midi.gear('MIDI Mix')
        def from = midi.open(INPUT, 'mixer', false)
        def mixIn = real('MIDI Mix', INPUT)
        midi.connect(from, mixIn)
        listen()

        when:
        mix.vanish()

        then:
        listen().news == 2
        midi.ports() == []
        !mix.play('90 01 7F')

        when:
        midi.connect(from, mixIn)

        then:
        def fault = thrown(MidiFault)
        fault.message == "'MIDI Mix' is not there any more"

        when:
        mix.appear()
        midi.connect(from, real('MIDI Mix', INPUT))

        then:
        listen().news == 3
        mix.play('90 01 7F')
    }

    def "skipped time is told on the inputs that it concerns"() {
        given:
        def a = midi.open(INPUT, 'a', true)
        midi.open(INPUT, 'b', true)

        when:
        midi.peer('a').skip()

        then:
        listen().skippedPorts == [a]
    }

    def "awaiting ends with what comes, at its deadline, when woken and when closed"() {
        given:
        midi.open(INPUT, 'in', true)
        def rounds = new CountDownLatch(4)
        def listener = Thread.startDaemon {
            midi.await(System.nanoTime() + 1_000_000, ear)
            rounds.countDown()
            3.times { midi.await(Long.MAX_VALUE, ear); rounds.countDown() }
        }

        when:
        JackServer.await('the deadline passed') { rounds.count == 3 }
        midi.peer('in').play('F8')
        JackServer.await('it was heard') { rounds.count == 2 }
        midi.wake()
        JackServer.await('it woke') { rounds.count == 1 }
        midi.close()

        then:
        rounds.await(10, TimeUnit.SECONDS)
        listener.join()
        ear.hex == ['F8']
    }

    def "on a clock of one's own the deadline is looked at when somebody wakes it"() {
        given:
        long time = 0
        def mine = new VirtualBackend({ time })
        def ended = new CountDownLatch(1)

        when:
        mine.await(0, ear)
        Thread.startDaemon { mine.await(1_000, ear); ended.countDown() }

        then:
        !ended.await(50, TimeUnit.MILLISECONDS)

        when:
        time = 1_000
        mine.wake()

        then:
        ended.await(10, TimeUnit.SECONDS)
    }

    def "wrong requests are refused with a sentence"() {
        given:
        midi.gear('MIDI Mix')
        def owned = midi.open(INPUT, 'owned', true)
        def output = midi.open(OUTPUT, 'out', false)

        when:
        request(midi, owned, output)

        then:
        def fault = thrown(MidiFault)
        fault.message == sentence

        where:
        request                                                                                | sentence
        ({ m, own, out -> m.open(INPUT, '', false) })                                        | 'a port needs a name'
        ({ m, own, out -> m.connect(own, m.ports()[0]) })                                  | "'owned' is for others to connect to"
        ({ m, own, out -> m.connect(out, m.ports().find { it.direction() == INPUT }) })      | "'out' and 'MIDI Mix' do not go the same way"
        ({ m, own, out -> m.close(out); m.connect(out, m.ports().find { it.direction() == OUTPUT }) }) | 'this port is closed'
    }

    def "what is no message or no output is refused"() {
        given:
        def from = midi.open(INPUT, 'in', true)
        def out = midi.open(OUTPUT, 'out', true)

        expect:
        !midi.send(from, 0, 0xF8)
        !midi.send(77, 0, 0xF8)
        !midi.send(out, 0, 0x40)
        !midi.send(out, 0, 0xF4)
        !midi.send(out, 0, 0xF0)
        !midi.send(out, 0, [0xF0, 1] as byte[], 2)
        midi.send(out, 0, [0xF0, 0xF7] as byte[], 2)
    }

    def "what waits has a bound"() {
        given:
        midi.open(INPUT, 'in', true)
        def out = midi.open(OUTPUT, 'out', true)

        expect:
        (0..<VirtualBackend.MAX_WAITING).every { midi.peer('in').play('F8') && midi.send(out, 0, 0xF8) }
        !midi.peer('in').play('F8')
        !midi.send(out, 0, 0xF8)
        listen().heard.size() == VirtualBackend.MAX_WAITING
        midi.peer('in').play('F8')
    }
}
