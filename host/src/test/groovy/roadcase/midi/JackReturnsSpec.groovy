package roadcase.midi

import static roadcase.midi.RealPort.Direction.INPUT
import static roadcase.midi.RealPort.Direction.OUTPUT

import spock.lang.AutoCleanup
import spock.lang.Specification

class JackReturnsSpec extends Specification {
    @AutoCleanup JackServer jack = new JackServer()
    @AutoCleanup NativeBackend roadcase = NativeBackend.open('jack', 'Roadcase', jack.name, '')
    @AutoCleanup NativeBackend peer = NativeBackend.open('jack', 'Keyboard', jack.name, '')

    RealPort real(String id) { roadcase.ports().find { it.id() == id } }

    def "when the server dies, sends are refused; when it is back, so are our ports and our connections"() {
        given:
        def keys = peer.open(OUTPUT, 'keys', true)
        peer.open(INPUT, 'lamps', true)
        def from = roadcase.open(INPUT, 'MIDI Mix', false)
        def to = roadcase.open(OUTPUT, 'Masterator OUT', true)
        roadcase.connect(from, real('Keyboard:keys'))
        jack.run('jack_connect', 'Roadcase:Masterator OUT', 'Keyboard:lamps')
        def ear = new Ear()
        roadcase.await(System.nanoTime() + 200_000_000, ear)
        ear.news = 0

        when: 'a note waits for its time'
        roadcase.send(to, System.nanoTime() + 60_000_000_000, Packed.of(0x90, 1, 1))
        jack.kill()
        ear.until(roadcase) { news > 0 && skippedPorts.contains(from) }

        then: 'we are told, on each input too'
        !roadcase.traffic().alive()
        !roadcase.send(to, 0, Packed.of(0x90, 1, 1))
        roadcase.ports() == []
        roadcase.traffic().droppedOut() == 1

        when: 'a port is opened meanwhile'
        def late = roadcase.open(OUTPUT, 'late', true)

        then:
        !roadcase.send(late, 0, Packed.of(0x90, 1, 1))

        when:
        ear.news = 0
        jack.start()
        ear.until(roadcase) { news > 0 && roadcase.traffic().alive() && peer.traffic().alive() }
        JackServer.await('our connection is made again') { jack.connections().contains('Keyboard:keys → Roadcase:MIDI Mix') }

        then: 'by the same names; what others connected is for them to connect again'
        jack.run('jack_lsp').readLines().containsAll('Roadcase:MIDI Mix', 'Roadcase:Masterator OUT', 'Roadcase:late')
        jack.connections() == ['Keyboard:keys → Roadcase:MIDI Mix']
        roadcase.traffic().reconnects() == 1

        and: 'by the same handles, and nothing old comes out'
        roadcase.send(to, 0, Packed.of(0x90, 1, 1))
        roadcase.send(late, 0, Packed.of(0x90, 1, 1))
        peer.send(keys, 0, Packed.of(0x90, 7, 7))
        ear.heard.clear()
        ear.until(roadcase) { heard.size() == 1 }.hex == ['90 07 07']
        ear.heard[0].port == from
    }

    def "a port that went and came back before anybody looked is left out once, so that the one who looks joins it anew"() {
        given:
        def keys = peer.open(OUTPUT, 'keys', true)
        def from = roadcase.open(INPUT, 'MIDI Mix', false)
        def ear = new Ear()
        roadcase.connect(from, real('Keyboard:keys'))
        roadcase.await(System.nanoTime() + 300_000_000, ear)

        expect: 'what only came is not taken for what returned'
        (1..3).every { real('Keyboard:keys') }

        when:
        ear.news = 0
        peer.close(keys)
        keys = peer.open(OUTPUT, 'keys', true)
        ear.until(roadcase) { news > 0 }
        JackServer.await('it is left out') { real('Keyboard:keys') == null }
        roadcase.connect(from, real('Keyboard:keys'))
        peer.send(keys, 0, Packed.of(0x90, 7, 7))

        then:
        ear.until(roadcase) { heard.size() == 1 }.hex == ['90 07 07']
        jack.connections() == ['Keyboard:keys → Roadcase:MIDI Mix']
    }

    def "a server that stood still is counted, and told on every input"() {
        given:
        def inputs = [roadcase.open(INPUT, 'a', false), roadcase.open(INPUT, 'b', false)]
        def ear = new Ear()
        roadcase.await(System.nanoTime() + 200_000_000, ear)
        def before = roadcase.traffic()
        ear.skippedPorts.clear()

        when:
        jack.stop()
        roadcase.await(System.nanoTime() + 100_000_000, ear)
        jack.goOn()
        ear.until(roadcase) { skippedPorts.containsAll(inputs) }
        def after = roadcase.traffic()

        then:
        after.skipped() + after.xruns() > before.skipped() + before.xruns()
        after.alive()
    }

    def "closing does not wait for a server that is gone"() {
        given:
        roadcase.open(OUTPUT, 'out', true)
        jack.kill()

        when:
        long begin = System.nanoTime()
        roadcase.close()

        then:
        System.nanoTime() - begin < 3_000_000_000
    }

    def "nor for one that stands still"() {
        given:
        roadcase.open(OUTPUT, 'out', true)
        jack.stop()

        when:
        long begin = System.nanoTime()
        roadcase.close()

        then:
        System.nanoTime() - begin < 5_000_000_000

        cleanup:
        jack.goOn()
    }

    def "a request that hangs in the server holds up neither the others nor messages nor the end"() {
        given:
        def to = roadcase.open(OUTPUT, 'out', true)
        jack.stop()
        def hanging = Thread.startDaemon { roadcase.open(INPUT, 'hangs', true) }
        JackServer.await('it hangs') { hanging.state == Thread.State.RUNNABLE && hanging.stackTrace.any { it.methodName == 'rc_midi_port_open' } }

        expect:
        roadcase.send(to, 0, 0xF8)
        roadcase.traffic().alive()

        when:
        roadcase.ports()

        then:
        def fault = thrown(MidiFault)
        fault.message == "the MIDI driver 'jack' does not answer; is its server hanging?"

        when:
        long begin = System.nanoTime()
        roadcase.close()

        then:
        System.nanoTime() - begin < 5_000_000_000

        cleanup:
        jack.goOn()
        hanging.join(5000)
    }
}
