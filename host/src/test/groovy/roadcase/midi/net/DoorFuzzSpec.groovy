package roadcase.midi.net

import static roadcase.midi.RealPort.Direction.INPUT
import static roadcase.midi.RealPort.Direction.OUTPUT

import java.nio.charset.StandardCharsets
import java.util.concurrent.CopyOnWriteArrayList
import roadcase.midi.Backend
import roadcase.midi.Message
import roadcase.midi.Packed
import roadcase.midi.VirtualBackend
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** Right messages with something wrong in them, thousands, the same for each seed: whatever comes, what is played is whole. */
@Timeout(120)
class DoorFuzzSpec extends Specification {
    private static final int TEXTS = 3_000

    final List<String> said = new CopyOnWriteArrayList<>()
    @AutoCleanup final NetworkPorts ports = new NetworkPorts(new VirtualBackend(), { String sentence -> said << sentence })
    final List<Message> played = Collections.synchronizedList([])
    final List<Throwable> thrown = new CopyOnWriteArrayList<>()
    volatile boolean closing

    final Backend.Receiver receiver = new Backend.Receiver() {
        void received(int handle, long t, int packed) { played << Packed.message(packed) }
        void received(int handle, long t, byte[] bytes, int length) { played << Message.of(Arrays.copyOf(bytes, length)) }
        void portsChanged() {}
        void skipped(int handle, long t) {}
        void peer(int output, int who, long t, int packed) { played << Packed.message(packed) }
        void peer(int output, int who, long t, byte[] bytes, int length) { played << Message.of(Arrays.copyOf(bytes, length)) }
    }

    def setup() {
        ports.open(INPUT, 'From afar', true)
        ports.open(OUTPUT, 'Synth', false)
        ports.open(INPUT, 'Keystation', false)
        ports.listen(new ListenAddress('127.0.0.1', 0))
        Thread.startDaemon('plays') {
            try {
                while (!closing) ports.await(Long.MAX_VALUE, receiver)
            } catch (Throwable fault) {
                thrown << fault
            }
        }
        DoorSpec.until { ports.listensAt() > 0 }
    }

    def cleanup() {
        closing = true
        ports.wake()
    }

    /** One right message of each kind. */
    private static final List<String> RIGHT = [
        '{"type":3,"id":1}', '{"type":4}',
        '{"type":6,"object":"wcmidiout","method":2,"args":["0_Synth"],"id":2}',
        '{"type":6,"object":"wcmidiout","method":7,"args":[1,[144,60,100]],"id":3}',
        '{"type":6,"object":"wcmidiout","method":7,"args":[0,[240,1,2,3,247]],"id":4}',
        '{"type":6,"object":"wcmidiin","method":7,"args":[2],"id":5}',
        '{"type":6,"object":"wcmidiin","method":8,"args":[2,0,0,"tag"],"id":6}',
        '{"type":7,"object":"wcmidiin","signal":0}', '{"type":8,"object":"wcmidiin","signal":0}',
        '{"type":6,"object":"wcuserdata","method":"getJon","args":[],"id":7}']
    private static final List<String> PARTS = ['{', '}', '[', ']', ',', ':', '"', '-1', '256', '1e9', '99999999999', 'null', 'true',
        '"x"', '{}', '[]', '\\u0000', '\\', '\n', 'é', '😀', '"type":6,', '"id":1,']

    private static String wrong(Random random) {
        def text = new StringBuilder(RIGHT[random.nextInt(RIGHT.size())])
        random.nextInt(4).times {
            int at = random.nextInt(text.length() + 1)
            int to = Math.min(text.length(), at + random.nextInt(6))
            switch (random.nextInt(4)) {
                case 0: text.insert(at, PARTS[random.nextInt(PARTS.size())]); break
                case 1: text.delete(at, to); break
                case 2: text.replace(at, to, PARTS[random.nextInt(PARTS.size())]); break
                default: text.insert(at, text.substring(at, to)); break
            }
        }
        text.toString()
    }

    void "texts: seed #seed"() {
        given:
        def random = new Random(seed)
        def good = new Peer(ports.listensAt()).greet()
        def bad = new Peer(ports.listensAt())
        Thread.startDaemon('reads what it is answered') { while (!bad.ended) bad.reply() }

        when:
        TEXTS.times { bad.raw(wrong(random)) }
        int before = ports.refused()
        good.play(good.port('Synth'), '90 7F 11')

        then:
        DoorSpec.until { Message.parse('90 7F 11') in played }
        before > 100
        thrown == []
        !bad.ended
        said.every { !(it =~ /Exception|Error|fault of/) }

        cleanup:
        [good, bad]*.close()

        where:
        seed << (1..6)
    }

    void "frames: seed #seed"() {
        given:
        def random = new Random(seed)
        def good = new Peer(ports.listensAt()).greet()

        when:
        150.times {
            def bad = new Peer(ports.listensAt())
            if (!bad.in) return
            try {
                random.nextInt(5).times {
                    byte[] frame = bad.frame(random.nextInt(16), wrong(random).getBytes(StandardCharsets.UTF_8), random.nextBoolean())
                    random.nextInt(3).times { frame[random.nextInt(Math.min(14, frame.length))] = (byte) random.nextInt(256) }
                    bad.bytes(random.nextInt(4) ? frame : Arrays.copyOf(frame, random.nextInt(frame.length)))
                }
            } catch (IOException thrownOut) {
                // as it may be
            }
            bad.close()
        }
        good.play(good.port('Synth'), '90 7F 11')

        then:
        DoorSpec.until { Message.parse('90 7F 11') in played }
        thrown == []
        said.every { !(it =~ /Exception|Error|fault of/) }

        cleanup:
        good.close()

        where:
        seed << (1..3)
    }
}
