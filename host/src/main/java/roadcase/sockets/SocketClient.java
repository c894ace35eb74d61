package roadcase.sockets;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Connects to WebSockets of others. */
public final class SocketClient {
    private static final AtomicInteger THREADS = new AtomicInteger();
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** Made when the first connection is: its threads and classes cost a start tens of milliseconds. */
    private static final class Shared {
        static final ExecutorService THREADS_OF_ALL = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "roadcase-socket-" + THREADS.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        static final HttpClient CLIENT = HttpClient.newBuilder().executor(THREADS_OF_ALL).proxy(HttpClient.Builder.NO_PROXY)
                .version(HttpClient.Version.HTTP_1_1).build();
    }

    private SocketClient() {}

    /**
     * Connects, or not, within {@code patienceNanos}. May block so long; name servers are part of it.
     *
     * @param host a name, an IPv4 address or an IPv6 address in brackets
     * @param longest how many characters a text may have
     * @throws SocketFault with a sentence
     */
    public static Wire connect(String host, int port, int longest, long patienceNanos, Ear ear) {
        Listening listening = new Listening(ear, longest);
        URI uri = URI.create("ws://" + host + ":" + port + "/");
        CompletableFuture<WebSocket> coming = CompletableFuture.supplyAsync(
                () -> Shared.CLIENT.newWebSocketBuilder().connectTimeout(Duration.ofNanos(patienceNanos)).buildAsync(uri, listening),
                Shared.THREADS_OF_ALL).thenCompose(socket -> socket);
        try {
            listening.wire.socket = coming.get(patienceNanos, TimeUnit.NANOSECONDS);
            listening.wire.socket.request(1);
            return listening.wire;
        } catch (TimeoutException slow) {
            // It may still come: then it is let go.
            coming.thenAccept(WebSocket::abort);
            throw new SocketFault("it does not answer", false, slow);
        } catch (InterruptedException stop) {
            coming.thenAccept(WebSocket::abort);
            Thread.currentThread().interrupt();
            throw new SocketFault("connecting was interrupted", false, stop);
        } catch (ExecutionException fault) {
            throw new SocketFault(sentence(fault.getCause()), false, fault.getCause());
        }
    }

    private static String sentence(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof UnresolvedAddressException) return "nobody knows that address";
            if (at instanceof WebSocketHandshakeException shake)
                return "what answers there speaks no WebSocket (HTTP " + shake.getResponse().statusCode() + ")";
            if (at instanceof java.net.http.HttpTimeoutException) return "it does not answer";
        }
        return fault instanceof ConnectException ? "nobody listens there" : "it cannot be reached (" + fault.getMessage() + ")";
    }

    private static final class ClientWire extends Wire {
        private volatile WebSocket socket;

        ClientWire(Ear ear) {
            super(ear);
        }

        @Override
        void begin(String text) {
            socket.sendText(text, true).whenComplete((done, fault) -> {
                if (fault == null) sent();
                else lost("the connection broke");
            });
        }

        @Override
        void beginPing() {
            socket.sendPing(NOTHING.duplicate());
        }

        @Override
        void cut(String why) {
            WebSocket mine = socket;
            if (mine != null) mine.abort();
        }
    }

    /** Puts parts together, up to the longest text. */
    private static final class Listening implements WebSocket.Listener {
        private final ClientWire wire;
        private final int longest;
        private final StringBuilder parts = new StringBuilder();
        private boolean tooLong;

        Listening(Ear ear, int longest) {
            this.wire = new ClientWire(ear);
            this.longest = longest;
        }

        @Override
        public void onOpen(WebSocket socket) {
            // Asked for when whoever connected has the wire.
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            tooLong |= parts.length() + data.length() > longest;
            if (!tooLong) parts.append(data);
            if (last) whole();
            socket.request(1);
            return null;
        }

        private void whole() {
            String text = parts.toString();
            parts.setLength(0);
            if (tooLong) wire.refuses("a text longer than " + longest + " characters");
            else wire.hears(text);
            tooLong = false;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            if (last) wire.refuses("bytes where a text belongs");
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
            wire.alive();
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            wire.alive();
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            wire.lost(reason.isEmpty() ? "it ended the connection" : "it ended the connection: " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable fault) {
            wire.lost("the connection broke");
        }
    }
}
