package roadcase.stage

import static roadcase.midi.RealPort.Direction.INPUT
import static roadcase.midi.RealPort.Direction.OUTPUT

import java.util.concurrent.CopyOnWriteArrayList
import roadcase.midi.Backend
import roadcase.midi.JackServer
import roadcase.midi.Message
import roadcase.midi.NativeBackend
import roadcase.midi.Packed
import roadcase.midi.Traffic

/** Another client of a JACK server, with one input and one output: a unit on stage, or a program that listens. */
class Peer implements Backend.Receiver, AutoCloseable {
    final List<String> heard = new CopyOnWriteArrayList<>()
    private final NativeBackend backend
    private int input
    private int output
    private final Thread listening
    private volatile boolean closing

    Peer(JackServer jack, String client) {
        backend = NativeBackend.open('jack', client, jack.name, '')
        input = backend.open(INPUT, 'in', true)
        output = backend.open(OUTPUT, 'out', true)
        listening = Thread.startDaemon("listens for $client") {
            while (!closing) backend.await(System.nanoTime() + 100_000_000, this)
        }
    }

    void says(String hex) {
        assert backend.send(output, 0, Packed.of(*hex.split(' ').collect { Integer.parseInt(it, 16) }))
    }

    /** Its output alone is gone, as if the cable were. */
    void mute() { backend.close(output) }

    void unmute() { output = backend.open(OUTPUT, 'out', true) }

    /** Its input alone is gone. */
    void deafen() { backend.close(input) }

    void undeafen() { input = backend.open(INPUT, 'in', true) }

    Traffic getTraffic() { backend.traffic() }

    @Override
    void received(int handle, long timeNanos, int packed) { hears(Packed.message(packed)) }

    @Override
    void received(int handle, long timeNanos, byte[] bytes, int length) { hears(Message.of(Arrays.copyOf(bytes, length))) }

    protected void hears(Message message) { heard << message.hex() }

    @Override
    void portsChanged() {}

    @Override
    void skipped(int handle, long timeNanos) {}

    @Override
    void close() {
        closing = true
        backend.wake()
        listening.join(2_000)
        backend.close()
    }
}
