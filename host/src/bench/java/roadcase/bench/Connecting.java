package roadcase.bench;

import java.io.IOException;

/** Connects jack_rec to the sound of a show again and again: an engine that is started anew has new ports. */
final class Connecting implements AutoCloseable {
    private final Jack server;
    private final Thread thread = new Thread(this::connect, "bench-connects");
    private volatile boolean closed;

    Connecting(Jack server) {
        this.server = server;
        thread.setDaemon(true);
        thread.start();
    }

    private void connect() {
        try {
            while (!closed) {
                String audio = Recording.port(server);
                String recorder = Recording.tool(server, "jack_lsp").lines().filter(l -> l.startsWith("jackrec")).findFirst().orElse(null);
                if (audio != null && recorder != null) Recording.tool(server, "jack_connect", audio, recorder);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join(5_000);
    }
}
