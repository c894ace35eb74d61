package roadcase.midi

import groovy.transform.CompileStatic
import java.util.concurrent.TimeUnit

/** Keeps what a backend hands over. */
@CompileStatic
class Ear implements Backend.Receiver {
    static class Heard {
        int port
        long time
        Message message
        String toString() { "$port: $message" }
    }

    final List<Heard> heard = []
    final List<Integer> skippedPorts = []
    int news

    @Override
    void received(int handle, long timeNanos, int packed) {
        heard << new Heard(port: handle, time: timeNanos, message: Packed.message(packed))
    }

    @Override
    void received(int handle, long timeNanos, byte[] bytes, int length) {
        heard << new Heard(port: handle, time: timeNanos, message: Message.of(Arrays.copyOf(bytes, length)))
    }

    @Override
    void portsChanged() { news++ }

    @Override
    void skipped(int handle, long timeNanos) { skippedPorts << handle }

    List<String> getHex() { heard*.message*.hex() }

    /** Listens until it holds; ten seconds at most. */
    Ear until(Backend backend, @DelegatesTo(value = Ear, strategy = Closure.DELEGATE_FIRST) Closure<Boolean> holds) {
        holds.delegate = this
        holds.resolveStrategy = Closure.DELEGATE_FIRST
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10)
        while (!holds()) {
            assert System.nanoTime() < deadline: "not within 10 s; heard ${heard.toString().take(500)}, skipped $skippedPorts"
            backend.await(deadline, this)
        }
        this
    }
}
