package roadcase.midi

import static roadcase.midi.RealPort.Direction.INPUT
import static roadcase.midi.RealPort.Direction.OUTPUT

import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JackPortsSpec extends Specification {
    @Shared @AutoCleanup JackServer jack = new JackServer()
    @AutoCleanup NativeBackend roadcase = client('Roadcase')

    NativeBackend client(String name) { NativeBackend.open('jack', name, jack.name, 'a Spec wants it') }

    RealPort real(Backend backend, String id, RealPort.Direction direction) {
        def found = backend.ports().find { it.id() == id && it.direction() == direction }
        assert found: "no $id among ${backend.ports()*.id()}"
        found
    }

    static int note(int number) { Packed.of(0x90, number, 100) }

    def "our ports are seen by other clients under the script's names"() {
        when:
        roadcase.open(OUTPUT, 'Masterator OUT', true)
        roadcase.open(INPUT, 'MIDI Mix', false)
        roadcase.open(OUTPUT, 'MIDI Mix', false)
        def seen = jack.run('jack_lsp', '-t', '-p').readLines()*.trim()

        then: 'JACK has one set of names for both directions, so the second of a device says which it is'
        seen.containsAll('Roadcase:Masterator OUT', 'Roadcase:MIDI Mix', 'Roadcase:MIDI Mix (out)')
        seen[seen.indexOf('Roadcase:Masterator OUT') + 1].contains('output')
        seen[seen.indexOf('Roadcase:MIDI Mix') + 1].contains('input')
        seen[seen.indexOf('Roadcase:Masterator OUT') + 2] == '8 bit raw midi'
    }

    def "messages flow both ways between us and another client"() {
        given:
        def peer = client('Keyboard')
        def keys = peer.open(OUTPUT, 'keys', true)
        def lamps = peer.open(INPUT, 'lamps', true)
        def from = roadcase.open(INPUT, 'in', false)
        def to = roadcase.open(OUTPUT, 'out', false)
        roadcase.connect(from, real(roadcase, 'Keyboard:keys', INPUT))
        roadcase.connect(to, real(roadcase, 'Keyboard:lamps', OUTPUT))

        when:
        (0..<100).each { assert peer.send(keys, 0, note(it)) }
        def we = new Ear().until(roadcase) { heard.size() >= 100 }
        [0xF8, Packed.of(0xC0, 5, 0), Packed.of(0xE0, 0, 64), Packed.of(0x80, 60, 0)].each { assert roadcase.send(to, 0, it) }
        def they = new Ear().until(peer) { heard.size() >= 4 }

        then:
        we.hex == (0..<100).collect { String.format('90 %02X 64', it) }
        we.heard*.port.every { it == from }
        they.hex == ['F8', 'C0 05', 'E0 00 40', '80 3C 00']
        they.heard*.port.every { it == lamps }

        and: 'times never lie in the future and never fall'
        we.heard*.time.every { it <= System.nanoTime() }
        we.heard*.time == we.heard*.time.sort(false)

        cleanup:
        peer?.close()
    }

    def "JACK's own tools hear us and are heard"() {
        given:
        def to = roadcase.open(OUTPUT, 'to tools', true)
        def from = roadcase.open(INPUT, 'from tools', true)
        def dumped = jack.background('jack_midi_dump', '-r', 'dump')
        jack.background('jack_midiseq', 'seq', '4800', '0', '60', '2400')
        String seqPort = null
        String dumpPort = null
        JackServer.await('both tools have their ports') {
            def ports = jack.run('jack_lsp').readLines()
            seqPort = ports.find { it.startsWith('seq:') }
            dumpPort = ports.find { it.startsWith('dump:') }
            seqPort && dumpPort
        }

        when: 'somebody else connects them'
        jack.run('jack_connect', 'Roadcase:to tools', dumpPort)
        jack.run('jack_connect', seqPort, 'Roadcase:from tools')
        JackServer.await('jack_midi_dump shows our note') {
            roadcase.send(to, 0, Packed.of(0x92, 61, 77))
            dumped.any { it =~ /92 3d 4d/ }
        }
        def heard = new Ear().until(roadcase) { heard.any { it.message.hex().startsWith('90 3C') } && heard.any { it.message.hex().startsWith('80 3C') } }

        then:
        heard.heard*.port.every { it == from }
    }

    def "SysEx of #length bytes arrives whole, or is counted where the server stumbled meanwhile"() {
        given:
        def peer = client('Synth')
        def dump = peer.open(OUTPUT, 'dump', true)
        def from = roadcase.open(INPUT, 'in', false)
        roadcase.connect(from, real(roadcase, 'Synth:dump', INPUT))
        byte[] bytes = new byte[length]
        for (int i = 0; i < length; i++) bytes[i] = (byte) (i * 31 % 127)
        bytes[0] = (byte) 0xF0
        bytes[length - 1] = (byte) 0xF7
        def ear = new Ear()
        int whole = 0
        int sent = 0

        when: 'three in a row, again while a busy machine breaks some'
        while (whole < 3 && sent < 60) {
            ear.heard.clear()
            3.times { assert peer.send(dump, 0, bytes, length) }
            assert peer.send(dump, 0, note(1))
            ear.until(roadcase) { heard.any { it.message.hex() == '90 01 64' } }
            sent += 3
            def sysEx = ear.heard*.message.findAll { it.kind() == Kind.SYSEX }
            assert sysEx.every { Arrays.equals(it.bytes(), bytes) }
            whole += sysEx.size()
        }

        then:
        whole >= 3
        def traffic = roadcase.traffic()
        whole == sent && traffic.unfinishedSysEx() == 0 || whole < sent && traffic.skipped() + traffic.xruns() > 0

        cleanup:
        peer?.close()

        where:
        length << [2, 6, 300, 20_000, 40_000, 65_536]
    }

    def "messages leave at their time, those of one time in the order of sending"() {
        given:
        def peer = client('Clocked')
        def out = peer.open(OUTPUT, 'out', true)
        def from = roadcase.open(INPUT, 'in', false)
        roadcase.connect(from, real(roadcase, 'Clocked:out', INPUT))
        long t = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100)
        long step = TimeUnit.MILLISECONDS.toNanos(10)

        when:
        peer.send(out, t + 2 * step, note(3))
        peer.send(out, t, note(1))
        peer.send(out, t + step, note(2))
        peer.send(out, t, note(11))
        peer.send(out, 0, note(0))
        def we = new Ear().until(roadcase) { heard.size() >= 5 }
        def times = we.heard*.time

        then: 'never early; a server errs by up to a period of 1.3 ms each way, and a busy machine is late'
        we.hex == ['90 00 64', '90 01 64', '90 0B 64', '90 02 64', '90 03 64']
        times[1] == times[2]
        times[1] >= t - 3_000_000
        times[3] >= t + step - 3_000_000
        times[4] >= t + 2 * step - 3_000_000

        cleanup:
        peer?.close()
    }

    def "others' ports are listed with their other names, ours are not"() {
        given:
        def peer = client('Other')
        peer.open(OUTPUT, 'port', true)
        roadcase.open(INPUT, 'mine', true)
        jack.run('jack_alias', 'Other:port', 'alsa_pcm:MIDI-Mix/midi_capture_1')

        when:
        def port = real(roadcase, 'Other:port', INPUT)

        then:
        port.aliases() == ['alsa_pcm:MIDI-Mix/midi_capture_1']
        !roadcase.ports().any { it.id().startsWith('Roadcase:') }
        PortNames.find('MIDI Mix', INPUT, roadcase.ports()).get() == port

        cleanup:
        peer?.close()
    }

    def "we are told when ports of others come and go, and not of our own"() {
        given:
        def ear = new Ear()
        roadcase.await(System.nanoTime() + 300_000_000, ear)
        ear.news = 0

        when:
        roadcase.open(INPUT, 'mine', true)
        roadcase.await(System.nanoTime() + 200_000_000, ear)

        then:
        ear.news == 0

        when:
        def peer = client('Visitor')
        peer.open(OUTPUT, 'port', true)
        ear.until(roadcase) { ear.news == 1 }
        ear.news = 0
        peer.close()
        ear.until(roadcase) { ear.news > 0 }

        then:
        noExceptionThrown()
    }

    def "connections that others made outlive everything that we do with other ports"() {
        given:
        def peer = client('Host')
        peer.open(INPUT, 'host in', true)
        def ours = roadcase.open(OUTPUT, 'Masterator OUT', true)
        jack.run('jack_connect', 'Roadcase:Masterator OUT', 'Host:host in')

        when:
        def others = (1..5).collect { roadcase.open(it % 2 ? INPUT : OUTPUT, "other $it", false) }
        roadcase.connect(others[1], real(roadcase, 'Host:host in', OUTPUT))
        others.each { roadcase.disconnect(it); roadcase.close(it) }
        roadcase.disconnect(ours)

        then:
        jack.connections().contains('Roadcase:Masterator OUT → Host:host in')
        !jack.run('jack_lsp').contains('Roadcase:other')

        when: 'we connect what somebody connected already, and let go'
        roadcase.connect(ours, real(roadcase, 'Host:host in', OUTPUT))
        roadcase.disconnect(ours)

        then:
        jack.connections().contains('Roadcase:Masterator OUT → Host:host in')

        cleanup:
        peer?.close()
    }

    def "what we connected we also disconnect, and move when told to"() {
        given:
        def peer = client('Two')
        peer.open(INPUT, 'a', true)
        peer.open(INPUT, 'b', true)
        def ours = roadcase.open(OUTPUT, 'out', false)

        when:
        roadcase.connect(ours, real(roadcase, 'Two:a', OUTPUT))
        roadcase.connect(ours, real(roadcase, 'Two:b', OUTPUT))

        then:
        JackServer.await('it is moved') { jack.connections() == ['Roadcase:out → Two:b'] }

        when:
        roadcase.disconnect(ours)

        then:
        JackServer.await('it is ended') { jack.connections() == [] }

        cleanup:
        peer?.close()
    }

    def "what was sent just before a port is closed still arrives"() {
        given:
        def peer = client('Last')
        peer.open(INPUT, 'in', true)
        def ours = roadcase.open(OUTPUT, 'out', false)
        roadcase.connect(ours, real(roadcase, 'Last:in', OUTPUT))

        when:
        500.times { assert roadcase.send(ours, 0, Packed.of(0x80, it % 128, 0)) }
        roadcase.close(ours)
        def they = new Ear().until(peer) { heard.size() >= 500 }

        then:
        they.heard.size() == 500
        !roadcase.send(ours, 0, note(1))

        and: 'the handle is not given out again'
        roadcase.open(OUTPUT, 'out', false) != ours

        cleanup:
        peer?.close()
    }

    def "bad requests are answered with a sentence and change nothing"() {
        when:
        request(roadcase)

        then:
        def fault = thrown(MidiFault)
        fault.message ==~ sentence

        where:
        request                                                                      | sentence
        ({ it.open(INPUT, '', false) })                                              | /a port needs a name/
        ({ it.open(INPUT, 'x' * 400, false) })                                       | /JACK does not make a port named .*/
        ({ it.connect(12345, new RealPort('a:b', 'a', INPUT)) })                     | /this port is closed/
        ({ it.connect(it.open(INPUT, 'i', false), new RealPort('a:b', 'a', INPUT)) }) | /'a:b' is not there any more.*/
        ({ 3.times { n -> it.open(INPUT, 'same', false) } })                         | /there is an input named 'same' already/
    }

    def "what is no message or no output is refused and counted"() {
        given:
        def input = roadcase.open(INPUT, 'in', false)
        def output = roadcase.open(OUTPUT, 'out', false)
        byte[] endless = [0xF0, 1, 2] as byte[]

        expect:
        !roadcase.send(input, 0, note(1))
        !roadcase.send(-1, 0, note(1))
        !roadcase.send(99, 0, note(1))
        !roadcase.send(output, 0, 0x40)
        !roadcase.send(output, 0, endless, 3)
        roadcase.send(output, 0, [0x90, 1, 2] as byte[], 3)
        roadcase.traffic().refused() == 5
        roadcase.traffic().alive()
    }

    def "awaiting ends at its deadline and when woken"() {
        given:
        def ear = new Ear()

        when:
        long deadline = System.nanoTime() + 30_000_000
        while (System.nanoTime() < deadline) roadcase.await(deadline, ear)
        Thread.startDaemon { roadcase.wake() }
        roadcase.await(Long.MAX_VALUE, ear)

        then:
        noExceptionThrown()
    }

    def "a receiver that throws loses only the message that it threw at"() {
        given:
        def peer = client('Loud')
        def keys = peer.open(OUTPUT, 'keys', true)
        def from = roadcase.open(INPUT, 'in', false)
        roadcase.connect(from, real(roadcase, 'Loud:keys', INPUT))
        def ear = new Ear() {
            @Override
            void received(int handle, long time, int packed) {
                super.received(handle, time, packed)
                if (Packed.data1(packed) % 3 == 0) throw new IllegalStateException('a fault in the rig')
            }
        }

        when:
        (0..<30).each { peer.send(keys, 0, note(it)) }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10)
        while (ear.heard.size() < 30 && System.nanoTime() < deadline)
            try { roadcase.await(deadline, ear) } catch (IllegalStateException fault) { assert fault.message == 'a fault in the rig' }

        then:
        ear.hex == (0..<30).collect { String.format('90 %02X 64', it) }

        cleanup:
        peer?.close()
    }

    def "a receiver may close what hands over to it"() {
        given:
        def port = roadcase.open(OUTPUT, 'out', false)
        boolean closed = false
        def closer = new Ear() {
            @Override
            void portsChanged() {
                roadcase.close()
                assert !roadcase.send(port, 0, note(1))
                closed = true
            }
        }

        when:
        def peer = client('Visitor')
        peer.open(OUTPUT, 'port', true)
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10)
        while (!closed && System.nanoTime() < deadline) roadcase.await(deadline, closer)

        then:
        closed

        cleanup:
        peer?.close()
    }

    def "closing ends an await under way, and everything after it does nothing"() {
        given:
        def ended = new java.util.concurrent.CountDownLatch(1)
        def port = roadcase.open(OUTPUT, 'out', false)
        Thread.startDaemon { roadcase.await(Long.MAX_VALUE, new Ear()); ended.countDown() }

        when:
        roadcase.close()
        roadcase.close()

        then:
        ended.await(5, TimeUnit.SECONDS)
        !roadcase.send(port, 0, note(1))
        roadcase.ports() == []
        roadcase.close(port)
        roadcase.wake()
        roadcase.await(Long.MAX_VALUE, new Ear())
        !jack.run('jack_lsp').contains('Roadcase')
    }

    def "twenty thousand messages at once go through without loss, and cost no memory"() {
        given:
        def peer = client('Fast')
        def keys = peer.open(OUTPUT, 'keys', true)
        def from = roadcase.open(INPUT, 'in', false)
        roadcase.connect(from, real(roadcase, 'Fast:keys', INPUT))
        def bench = new Throughput(peer, keys, roadcase)

        when:
        bench.run(20_000)
        def (long sent, long received, long bytes) = bench.run(20_000)

        then:
        received == sent
        bytes < 20_000  // one object for each would be 320,000; the measuring itself takes some
        roadcase.traffic().droppedIn() == 0

        cleanup:
        peer?.close()
    }
}
