package roadcase.sockets;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.xnio.IoUtils;
import org.xnio.Options;

/**
 * A server of WebSockets at one address, for programs. Web pages are turned away: a browser says by {@code Origin} that
 * a page is behind it, and any page on the Web could else reach a server on this very machine (RFC 6455, 10.2).
 *
 * <p>Starting takes some 200 ms, most of it classes; nothing of it is loaded before. Its threads are daemons.
 */
public final class SocketServer implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 64;
    private static final int GIVE_UP_MILLIS = 5_000;
    /** Enough for a sign of life; nobody has a reason to send bytes. */
    private static final int MOST_BYTES = 1024;
    private static final List<String> NAMES_OF_THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");
    /** Held, or their level would be forgotten. They print to the player's screen. */
    private static final List<Logger> CHATTER = List.of(Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"),
            Logger.getLogger("org.jboss.threads"));

    private final Undertow server;
    private final Set<ServerWire> wires = ConcurrentHashMap.newKeySet();
    private final Doorman doorman;
    private final boolean onlyThisMachine;
    private final int longest;
    private final int port;
    private volatile boolean closed;

    private SocketServer(InetAddress address, int wantedPort, int longest, Doorman doorman) {
        this.doorman = doorman;
        this.longest = longest;
        this.onlyThisMachine = address.isLoopbackAddress();
        WebSocketConnectionCallback connected = (exchange, channel) -> connected(channel);
        WebSocketProtocolHandshakeHandler handshake = new WebSocketProtocolHandshakeHandler(connected, SocketServer::noPage);
        this.server = Undertow.builder().addHttpListener(wantedPort, address.getHostAddress())
                .setIoThreads(1).setWorkerThreads(1)
                .setWorkerOption(Options.THREAD_DAEMON, true)
                .setSocketOption(Options.TCP_NODELAY, true)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, MOST_CONNECTIONS)
                .setSocketOption(Options.CONNECTION_LOW_WATER, MOST_CONNECTIONS)
                // Who connects and says nothing, or half a request, is let go.
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, GIVE_UP_MILLIS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, GIVE_UP_MILLIS)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, 16_384)
                .setHandler(exchange -> {
                    String why = whyNot(exchange);
                    if (why == null) handshake.handleRequest(exchange);
                    else turnAway(exchange, why);
                }).build();
        server.start();
        this.port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    /**
     * Listens from now on.
     *
     * @param port 0 for any that is free
     * @param longest how many bytes a text may have
     * @throws SocketFault with a sentence; {@link SocketFault#isBusy} where another program listens there
     */
    public static SocketServer listen(InetAddress address, int port, int longest, Doorman doorman) {
        CHATTER.forEach(logger -> logger.setLevel(Level.OFF));
        try {
            return new SocketServer(address, port, longest, doorman);
        } catch (RuntimeException fault) {
            for (Throwable at = fault; at != null; at = at.getCause())
                if (at instanceof BindException bind) {
                    boolean ours = String.valueOf(bind.getMessage()).contains("assign");
                    throw new SocketFault(ours ? "this machine has no address " + address.getHostAddress()
                            : "another program has it, or it may not be had (" + bind.getMessage() + ")", !ours, fault);
                }
            throw new SocketFault("the server did not start: " + fault.getMessage(), false, fault);
        }
    }

    /** The port it listens at. */
    public int port() {
        return port;
    }

    private String whyNot(HttpServerExchange exchange) {
        if (exchange.getRequestHeaders().contains(Headers.ORIGIN))
            return "a web page may not play here (" + shown(exchange.getRequestHeaders().getFirst(Headers.ORIGIN)) + ")";
        // Somebody else's name for this machine is how a page gets around its own origin.
        if (onlyThisMachine && !NAMES_OF_THIS_MACHINE.contains(hostName(exchange)))
            return "it asked for '" + shown(hostName(exchange)) + "', which is no name of this machine for itself";
        return null;
    }

    private static String hostName(HttpServerExchange exchange) {
        String host = String.valueOf(exchange.getRequestHeaders().getFirst(Headers.HOST)).toLowerCase(Locale.ROOT);
        return host.replaceFirst(":\\d+$", "");
    }

    /** What a stranger says must not draw on the player's screen. */
    private static String shown(String said) {
        String plain = said.replaceAll("[^\\x20-\\x7E]", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }

    private void turnAway(HttpServerExchange exchange, String why) {
        doorman.turnedAway(address(exchange.getSourceAddress()), why);
        exchange.setStatusCode(StatusCodes.FORBIDDEN).setPersistent(false);
        exchange.getResponseSender().send("Roadcase: " + why + ".\n");
    }

    private static void noPage(HttpServerExchange exchange) {
        exchange.setStatusCode(StatusCodes.UPGRADE_REQUIRED).setPersistent(false);
        exchange.getResponseSender().send("This is Roadcase's network port for MIDI. It speaks WebSocket; there is no page here.\n");
    }

    private static String address(InetSocketAddress from) {
        return from == null || from.getAddress() == null ? "somewhere" : from.getAddress().getHostAddress();
    }

    private void connected(WebSocketChannel channel) {
        String from = address(channel.getSourceAddress());
        Doorman.Guest guest = closed ? null : doorman.welcome(from);
        if (guest == null) {
            doorman.turnedAway(from, "too many are connected");
            WebSockets.sendClose(1013, "too many are connected", channel, null);
            return;
        }
        ServerWire wire = new ServerWire(guest, channel);
        wires.add(wire);
        guest.connected(wire);
        channel.getReceiveSetter().set(wire.listener());
        channel.addCloseTask(c -> wire.lost("it went away"));
        channel.resumeReceives();
    }

    /** Lets everybody go and the address with them. */
    @Override
    public void close() {
        closed = true;
        wires.forEach(wire -> wire.close("Roadcase ends"));
        server.stop();
    }

    private final class ServerWire extends Wire {
        private final WebSocketChannel channel;

        ServerWire(Ear ear, WebSocketChannel channel) {
            super(ear);
            this.channel = channel;
        }

        @Override
        void begin(String text) {
            WebSockets.sendText(text, channel, new WebSocketCallback<Void>() {
                @Override
                public void complete(WebSocketChannel c, Void nothing) {
                    sent();
                }

                @Override
                public void onError(WebSocketChannel c, Void nothing, Throwable fault) {
                    lost("the connection broke");
                }
            });
        }

        @Override
        void beginPing() {
            WebSockets.sendPing(ByteBuffer.allocate(0), channel, null);
        }

        @Override
        void cut(String why) {
            wires.remove(this);
            IoUtils.safeClose(channel);
        }

        private AbstractReceiveListener listener() {
            return new AbstractReceiveListener() {
                @Override
                protected void onFullTextMessage(WebSocketChannel c, BufferedTextMessage message) {
                    hears(message.getData());
                }

                @Override
                protected void onFullBinaryMessage(WebSocketChannel c, BufferedBinaryMessage message) {
                    message.getData().free();
                    refuses("bytes where a text belongs");
                }

                @Override
                protected void onFullPongMessage(WebSocketChannel c, BufferedBinaryMessage message) {
                    message.getData().free();
                    alive();
                }

                @Override
                protected void onFullCloseMessage(WebSocketChannel c, BufferedBinaryMessage message) throws IOException {
                    super.onFullCloseMessage(c, message);
                    lost("it ended the connection");
                }

                @Override
                protected void onError(WebSocketChannel c, Throwable fault) {
                    refuses("no WebSocket frames");
                    lost("the connection broke");
                }

                @Override
                protected long getMaxTextBufferSize() {
                    return longest;
                }

                @Override
                protected long getMaxBinaryBufferSize() {
                    return MOST_BYTES;
                }
            };
        }
    }
}
