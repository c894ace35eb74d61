package roadcase.bench;

import java.util.concurrent.TimeUnit;
import roadcase.midi.Backend;
import roadcase.midi.NativeBackend;

/** A client of JACK that hears MIDI, on a thread of its own, until it is closed. */
abstract class Ear implements Backend.Receiver, AutoCloseable {
    final NativeBackend backend;
    private final Thread thread;
    private volatile boolean closing;

    /** @param server JACK's */
    Ear(String client, String server) {
        backend = NativeBackend.open("jack", client, server, "");
        thread = new Thread(this::listen, client);
        thread.setDaemon(true);
    }

    /** Hears from now on. */
    final void start() {
        thread.start();
    }

    private void listen() {
        while (!closing) backend.await(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50), this);
    }

    @Override
    public void received(int handle, long timeNanos, byte[] bytes, int length) {}

    @Override
    public void portsChanged() {}

    @Override
    public void skipped(int handle, long timeNanos) {}

    @Override
    public void close() {
        closing = true;
        backend.wake();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        backend.close();
    }
}
