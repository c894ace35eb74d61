package roadcase.midi.net

import static roadcase.midi.RealPort.Direction.INPUT
import static roadcase.midi.RealPort.Direction.OUTPUT

import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import roadcase.midi.Backend
import roadcase.midi.Message
import roadcase.midi.Packed
import roadcase.midi.VirtualBackend
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** What a peer may do at our door and what not, said by a client that was written from the protocol's description. */
@Timeout(60)
class DoorSpec extends Specification {
    final List<String> said = new CopyOnWriteArrayList<>()
    final VirtualBackend system = new VirtualBackend()
    @AutoCleanup final NetworkPorts ports = new NetworkPorts(system, { String sentence -> said << sentence })
    /** What came, as the Conductor is told: to which of our handles, in whose name. */
    final List<String> came = new CopyOnWriteArrayList<>()
    List<AutoCloseable> things = []
    int virtualIn = ports.open(INPUT, 'From afar', true)
    int synth = ports.open(OUTPUT, 'Synth', false)
    int keys = ports.open(INPUT, 'Keystation', false)
    int daw = ports.open(OUTPUT, 'To the DAW', true)
    int lights = ports.open(OUTPUT, 'MIDI Mix', false)
    volatile boolean closing
    volatile CountDownLatch busy = new CountDownLatch(0)
    Thread conductor

    final Backend.Receiver receiver = new Backend.Receiver() {
        void received(int handle, long t, int packed) {
            busy.await()
            came << "${ours(handle)} hears ${Packed.message(packed)}".toString()
        }
        void received(int handle, long t, byte[] bytes, int length) { came << "${ours(handle)} hears ${bytes.length} bytes".toString() }
        void portsChanged() {}
        void skipped(int handle, long t) {}
        void peer(int output, int who, long t, int packed) {
            busy.await()
            came << "$who plays ${Packed.message(packed)} to ${ours(output)}".toString()
        }
        void peer(int output, int who, long t, byte[] bytes, int length) { came << "$who plays $length bytes to ${ours(output)}".toString() }
        void peerLeft(int who) { came << "$who left".toString() }
    }

    String ours(int handle) { [(virtualIn): 'From afar', (synth): 'Synth', (keys): 'Keystation'][handle] }

    def setup() {
        ports.hide(['MIDI Mix'] as Set)
        ports.listen(new ListenAddress('127.0.0.1', 0))
        conductor = Thread.startDaemon('plays') { while (!closing) ports.await(Long.MAX_VALUE, receiver) }
        until { ports.listensAt() > 0 }
    }

    def cleanup() {
        things*.close()
        closing = true
        ports.wake()
    }

    static void until(Closure<Boolean> holds) {
        long end = System.nanoTime() + 15_000_000_000
        while (!holds()) {
            assert System.nanoTime() < end: 'not within 15 s'
            Thread.sleep(2)
        }
    }

    Peer peer(Map<String, String> headers = [:]) {
        def one = new Peer(ports.listensAt(), headers)
        things << one
        one
    }

    void "a peer sees virtual ports as every program does, and the gear that the gig names; no lights of surfaces"() {
        given:
        def peer = peer().greet()

        expect:
        peer.objects.keySet().containsAll(['wcmidiin', 'wcmidiout', 'wcuserdata'])
        peer.invoke('wcmidiout', 'getPorts').data.values() as Set == ['0_From afar', '0_Synth'] as Set
        peer.invoke('wcmidiin', 'getPorts').data.values() as Set == ['0_Keystation', '0_To the DAW'] as Set
        peer.port('0_Synth') == peer.port('Synth')
        peer.port('Synth') != peer.port('From afar')
        peer.port('MIDI Mix') == -1
        peer.port('Nothing') == -1
        peer.port('Keystation') == -1

        and: 'a MIDI Router looks an output up among the inputs'
        peer.invoke('wcmidiin', 'getPortNumber', '0_Synth').data == peer.port('Synth')
        peer.invoke('wcuserdata', 'getJon').data.connectedOutPorts as Set == ['0_From afar', '0_Synth'] as Set
    }

    void "it plays to outputs in its own name, and into virtual inputs as other programs do"() {
        given:
        def peer = peer().greet()

        when:
        peer.play(peer.port('Synth'), '90 3C 64')
        peer.play(peer.port('0_From afar'), 'F0 01 02 03 F7')
        peer.play(peer.port('From afar'), '91 3C 64')
        peer.invoke('wcmidiout', 'openPort', peer.port('Synth')).containsKey('error')

        then:
        until { came.size() == 3 }
        came == ['0 plays 90 3C 64 to Synth', 'From afar hears 5 bytes', 'From afar hears 91 3C 64']

        when:
        peer.close()

        then:
        until { came.size() == 5 }
        came.drop(3) == ['0 left', 'From afar hears 81 3C 00']
    }

    void "a key of a virtual input that two peers hold goes up with the last of them"() {
        given:
        def one = peer().greet()
        def other = peer().greet()
        [one, other].each { it.play(it.port('From afar'), '90 3C 64') }
        one.play(one.port('From afar'), 'B0 40 7F')

        when:
        one.play(one.port('From afar'), '80 3C 10')
        one.play(one.port('From afar'), 'B0 40 00')
        other.close()

        then:
        until { came.size() == 6 }
        came.drop(3) == ['From afar hears B0 40 00', '1 left', 'From afar hears 80 3C 00']
    }

    void "it hears the inputs and virtual outputs that it asks for, each once, and no others"() {
        given:
        def peer = peer().greet()
        system.peer('Keystation').play('90 01 01')

        when:
        ['Keystation', 'To the DAW'].each { name ->
            int port = peer.invoke('wcmidiin', 'getPortNumber', name).data
            int chain = peer.invoke('wcmidiin', 'routingMidiChainsAaddChain', port).data
            peer.invoke('wcmidiin', 'routingActionAddLogData', port, chain, 0, 'for ' + name)
        }
        peer.say([type: 7, object: 'wcmidiin', signal: peer.index('wcmidiin', 'signals', 'dataToClient')])
        peer.port('Synth')
        system.peer('Keystation').play('90 3C 64')
        until { peer.signals.size() == 1 }
        ports.send(daw, 0, Packed.of(0xB0, 7, 100))
        until { peer.signals.size() == 2 }
        ports.send(daw, 0, Message.parse('F0 01 F7').bytes(), 3)
        ports.send(synth, 0, Packed.of(0xB0, 8, 100))
        until { peer.signals.size() == 3 }
        def data = peer.signals.collect { new com.fasterxml.jackson.databind.json.JsonMapper().readValue((String) it.args[0], Map) }

        then:
        data*.data == [[0x90, 60, 100], [0xB0, 7, 100], [0xF0, 1, 0xF7]]
        data*.userdata == ['for Keystation', 'for To the DAW', 'for To the DAW']
        peer.signals.every { it.object == 'wcmidiin' }
    }

    void "what is no right message is refused with the reason: #what"() {
        given:
        def peer = peer().greet()
        int out = peer.port('Synth')

        when:
        def answer = peer.invoke('wcmidiout', 'sendMessage', args.call(out) as Object[])

        then:
        answer.error =~ why
        answer.data == null
        until { said.any { it.contains('refused') } }
        ports.refused() > 0

        when: 'nothing of it arrived, and the peer may go on'
        peer.play(out, '80 3C 00')

        then:
        until { came.size() > 0 }
        came == ['0 plays 80 3C 00 to Synth']

        where:
        what                   | args                             | why
        'bytes above 255'      | { [it, [0x90, 60, 256]] }        | 'byte 3 is 256; bytes are 0 to 255'
        'bytes below 0'        | { [it, [-1]] }                   | 'byte 1 is -1'
        'halves of bytes'      | { [it, [0x90, 60.5, 1]] }        | 'byte 2 is no whole number'
        'words for bytes'      | { [it, ['144', 60, 1]] }         | 'byte 1 is no whole number'
        'no bytes'             | { [it, []] }                     | 'there are no bytes'
        'no list'              | { [it, 'loud'] }                 | 'the bytes are no list'
        'nothing at all'       | { [it] }                         | 'the bytes are no list'
        'an unfinished note'   | { [it, [0x90, 60]] }             | '90 takes 2 data bytes'
        'an unfinished SysEx'  | { [it, [0xF0, 1, 2]] }           | 'ends with F7'
        'two messages in one'  | { [it, [0x80, 1, 0, 0x80, 2, 0]] } | '80 takes 2 data bytes'
        'data that is status'  | { [it, [0x90, 0x90, 0]] }        | 'above 7F'
        'no status'            | { [it, [60, 64]] }               | 'starts with a status byte'
        'an undefined status'  | { [it, [0xF4]] }                 | 'no status byte that MIDI defines'
        'SysEx without an end' | { [it, [0xF0] + [1] * 70_000] }  | 'are more than 65536'
        'no such port'         | { [999, [0x90, 60, 1]] }         | 'there is no port 999'
        'a port by name'       | { ['Synth', [0x90, 60, 1]] }     | 'the port is no whole number'
    }

    void "what is no right question is refused with the reason: #text"() {
        given:
        def peer = peer().greet()

        when:
        peer.raw(text)

        then:
        until { said.any { it.contains('127.0.0.1') && it =~ why } }
        peer.port('Synth') >= 0
        came == []

        where:
        text                                                                          | why
        'hello'                                                                       | 'no JSON'
        ''                                                                            | 'no JSON object'
        '[1,2]'                                                                       | 'no JSON object'
        '{"type":6} {"type":6}'                                                       | 'no JSON'
        '{"type":6,"type":3,"id":1}'                                                  | 'no JSON'
        '{"type":"6"}'                                                                | 'the type is no whole number'
        '{}'                                                                          | 'the type is no whole number'
        '{"type":99999999999999999999999}'                                            | 'the type is no whole number'
        '{"type":1e99999,"id":3}'                                                     | 'the type is no whole number'
        '{"type":9,"object":"wcmidiout","property":1,"value":2}'                      | 'type 9 are not taken'
        '{"type":3}'                                                                  | 'without an id'
        '{"type":6,"object":"wcmidiout","method":0,"args":[]}'                        | 'without an id'
        '{"type":7,"object":"wcmidiin","signal":99}'                                  | 'has no signal 99'
        '{"type":7,"object":"nobody","signal":0}'                                     | "'nobody' has no signal 0"
        '[' * 5_000                                                                   | 'no JSON'
        '{"type":6,"id":1,"args":' + '[' * 5_000                                      | 'no JSON'
        '{"type":6,"id":' + '1' * 5_000 + '}'                                         | 'no JSON'
    }

    void "a wrong call is answered with the reason: #call"() {
        given:
        def peer = peer().greet()

        when:
        peer.say([type: 6, id: 77] + call)
        def answer = peer.reply()

        then:
        answer.id == 77
        answer.data == null
        answer.error =~ why

        where:
        call                                                                             | why
        [object: 'nobody', method: 0, args: []]                                          | "no object 'nobody'"
        [object: 'wcmidiout', method: 99, args: []]                                      | 'no method 99'
        [object: 'wcmidiout', method: -1, args: []]                                      | 'no method'
        [object: 'wcmidiout', method: 'restart', args: []]                               | 'no method of that name'
        [object: 'wcmidiout', method: 'getPorts']                                        | 'without a list of arguments'
        [object: 'wcmidiout', method: 'getPorts', args: 'x']                             | 'without a list of arguments'
        [object: 7, method: 0, args: []]                                                 | 'the object is no text'
        [object: 'wcmidiout', method: 'getPortNumber', args: []]                         | "port's name is no text"
        [object: 'wcmidiin', method: 'routingActionAddLogData', args: [0, 0, 0, 'x']]    | 'has no chain 0|there is no port'
        [object: 'wcmidiin', method: 'routingActionAddLogData', args: [2, 0, 1, 'x']]    | 'no chain|no port'
    }

    void "bytes instead of text, half frames and frames that are none harm nobody else"() {
        given:
        def good = peer().greet()
        def bad = peer().greet()

        when:
        bad.bytes(bytes.call(bad))

        then:
        if (ends) until { bad.ended }
        good.play(good.port('Synth'), '90 3C 64')
        until { came.contains('0 plays 90 3C 64 to Synth') }

        where:
        bytes                                                                    | ends
        ({ Peer p -> p.frame(Frames.BINARY, new byte[20]) })                     | false
        ({ Peer p -> p.frame(Frames.TEXT, '{"type":'.bytes, false) })            | false
        ({ Peer p -> Arrays.copyOf(p.frame(Frames.TEXT, 'x'.bytes), 5) })   | false
        ({ Peer p -> [0xFF, 0xFF, 1, 2, 3] as byte[] })                          | true
        ({ Peer p -> p.frame(Frames.TEXT, [0xFF, 0xFE, 0x80] as byte[]) })       | true
        ({ Peer p -> p.frame(Frames.BINARY, new byte[100_000]) })                | true
        ({ Peer p -> p.frame(Frames.TEXT, new byte[3 << 20]) })                  | true
    }

    void "a web page may not play here, nor somebody who has another name for this machine"() {
        when:
        def refused = peer(headers)

        then:
        refused.answer.contains('403')
        until { said.any { it =~ why } }
        came == []

        where:
        headers                                | why
        [Origin: 'https://example.com']        | 'a web page may not play here \\(https://example.com\\)'
        [Origin: 'null']                       | 'a web page may not play here'
        [Origin: 'http://localhost:12345']     | 'a web page may not play here'
        [Host: 'evil.example.com:12345']       | "evil.example.com', which is no name of this machine"
    }

    void "whoever connects beyond the limit is told so, and room comes back"() {
        given:
        def all = (1..Door.MOST_PEERS).collect { peer().greet() }

        when:
        def more = peer()

        then:
        until { more.ended }
        said.any { it.contains('too many are connected') }

        when:
        all[3].close()
        until { came.contains('3 left') }

        then:
        peer().greet().port('Synth') >= 0
    }

    void "a flood is taken as far as it can be played, and all that it began is ended; others are not held up by it"() {
        given: 'a Conductor that is busy for a while'
        def flood = peer().greet()
        int out = flood.port('Synth')
        def calm = peer().greet()
        int through = calm.port('From afar')
        busy = new CountDownLatch(1)
        flood.play(out, '90 7F 7F')

        when:
        def answers = []
        def read = Thread.startDaemon('reads its answers') { 8_000.times { answers << flood.reply() } }
        4_000.times {
            flood.begin('wcmidiout', 'sendMessage', out, [0x90, it % 100, 1])
            flood.begin('wcmidiout', 'sendMessage', out, [0x80, it % 100, 0])
        }
        read.join(30_000)
        calm.play(through, '90 01 01')
        busy.countDown()
        until { came.contains('From afar hears 90 01 01') }
        flood.play(out, '90 0A 01')

        then: 'too much is refused, each with a reason'
        until { came.contains('0 plays 90 0A 01 to Synth') }
        answers.size() == 8_000
        answers.count { it.error =~ "more comes for 'Synth' than is taken" } > 4_000
        came.size() < 4_000

        and: 'nothing but what was begun last sounds'
        def sounds = [] as Set
        came.each {
            if (it == '0 left') sounds.clear()
            else if (it.startsWith('0 plays 90')) sounds << it[11..12]
            else if (it.startsWith('0 plays 80')) sounds.remove(it[11..12])
        }
        sounds == ['0A'] as Set
        ports.server().get() =~ /\d+ dropped/
    }

    void "a peer who asks and never reads is let go"() {
        given:
        def deaf = new Socket('127.0.0.1', ports.listensAt())
        things << deaf
        deaf.receiveBufferSize = 4096
        deaf.outputStream.write(("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n").bytes)
        def frames = new Frames(deaf, true)

        when: 'it blocks, sooner or later, as its system does not get rid of what it sends'
        Thread.startDaemon('asks') {
            try {
                while (true) frames.text('{"type":3,"id":1}')
            } catch (IOException thrownOut) {
                // as it should be
            }
        }

        then:
        until { came.contains('0 left') }
        peer().greet().port('Synth') >= 0
    }

    void "who says nothing at all, not even to a ping, is let go"() {
        given:
        def mute = new Socket('127.0.0.1', ports.listensAt())
        things << mute
        mute.outputStream.write(("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n").bytes)
        def half = new Socket('127.0.0.1', ports.listensAt())
        things << half
        half.outputStream.write('GET / HT'.bytes)

        half.soTimeout = 15_000

        expect:
        until { came.contains('0 left') }
        half.inputStream.read() == -1
    }
}
