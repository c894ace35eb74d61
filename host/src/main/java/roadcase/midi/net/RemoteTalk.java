package roadcase.midi.net;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import roadcase.midi.Message;
import roadcase.sockets.Ear;
import roadcase.sockets.SocketClient;
import roadcase.sockets.SocketFault;
import roadcase.sockets.Wire;

/**
 * What is said over one connection to a server of the MIDI Router's protocol, by its client: asks for ports, sends
 * messages, hears those that it asked for.
 *
 * <p>One thread asks; what comes is told on the socket's threads.
 */
final class RemoteTalk implements Ear {
    private static final long CONNECT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long ANSWER_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** Of messages, whose answers nobody waits for. */
    private static final int NO_MATTER = 0;

    /** What is heard without having been asked for. */
    interface News {
        void message(Message message);

        /** The server's configuration was applied anew: what was opened there is closed. */
        void configured();

        /** Something happened that the asking thread should look at. */
        void look();
    }

    private final News news;
    private final String tag;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger(NO_MATTER);
    private final AtomicLong refused = new AtomicLong();
    private volatile String gone;
    private volatile int dataSignal = -1;
    private volatile int configuredSignal = -1;
    private Wire wire;
    private JsonNode objects;

    private RemoteTalk(String tag, News news) {
        this.tag = tag;
        this.news = news;
    }

    /**
     * Connects and learns what there is.
     *
     * @param tag tells our own messages from those that others asked for
     * @throws SocketFault with a sentence
     * @throws Json.Refused where something else answers there
     */
    static RemoteTalk begin(NetworkAddress address, String tag, News news) throws Json.Refused {
        RemoteTalk talk = new RemoteTalk(tag, news);
        talk.wire = SocketClient.connect(address.host(), address.port(), Json.LONGEST_TEXT, CONNECT_NANOS, talk);
        talk.wire.onRoom(news::look);
        try {
            CompletableFuture<JsonNode> answer = new CompletableFuture<>();
            int id = talk.expect(answer);
            talk.wire.send(WebChannel.init(id));
            talk.objects = talk.await(id, answer);
            if (talk.number(WebChannel.OUT, "methods", "sendMessage") < 0 || talk.number(WebChannel.IN, "methods", "getPortNumber") < 0)
                throw new Json.Refused("what answers there is no MIDI Router and no Roadcase");
            talk.configuredSignal = talk.number(WebChannel.DATA, "signals", "userDataChanges");
            if (talk.configuredSignal >= 0) talk.wire.send(WebChannel.connect(WebChannel.DATA, talk.configuredSignal));
            talk.wire.send(WebChannel.idle());
            return talk;
        } catch (Json.Refused fault) {
            talk.wire.close(fault.getMessage());
            throw fault;
        }
    }

    boolean isRoadcase() {
        return objects.has(WebChannel.ROADCASE);
    }

    Wire wire() {
        return wire;
    }

    /** Why it is over, or null while it is not. */
    String gone() {
        return gone;
    }

    /** How many of our messages were refused there, and of theirs here. */
    long refused() {
        return refused.get();
    }

    private int number(String object, String kind, String name) {
        return WebChannel.number(objects, object, kind, name);
    }

    /** The number of the port there, or -1, and the name it goes by. */
    record Found(String object, String name, int number) {}

    /** @throws Json.Refused where no answer comes */
    Found find(String object, String written) throws Json.Refused {
        List<String> names = PeerNames.asked(written, isRoadcase());
        for (String name : names) {
            int number = ask(object, "getPortNumber", Json.quoted(name)).asInt(-1);
            if (number >= 0) return new Found(object, name, number);
        }
        return new Found(object, names.get(0), -1);
    }

    /** Looks whether a port is still there, without waiting: its number, -1 where it is gone. */
    CompletableFuture<Integer> look(Found port) {
        return begin(port.object, "getPortNumber", Json.quoted(port.name)).thenApply(answer -> answer.asInt(-1));
    }

    void openOutput(int number) throws Json.Refused {
        ask(WebChannel.OUT, "openPort", String.valueOf(number));
    }

    /** From now on what that input hears is told. */
    void openInput(int number) throws Json.Refused {
        // Never ask a MIDI Router about a port that was not opened: it looks up what is not there and falls.
        ask(WebChannel.IN, "openPort", String.valueOf(number));
        dataSignal = number(WebChannel.IN, "signals", WebChannel.DATA_TO_CLIENT);
        if (dataSignal < 0) throw new Json.Refused("it does not tell what its inputs hear");
        wire.send(WebChannel.connect(WebChannel.IN, dataSignal));
        int chain = Json.number(ask(WebChannel.IN, WebChannel.ADD_CHAIN, String.valueOf(number)), "its answer");
        ask(WebChannel.IN, WebChannel.ADD_LOG, number + "," + chain + "," + WebChannel.LOG_TO_CLIENT + "," + Json.quoted(tag));
    }

    /** @return false where there was no room */
    boolean message(int number, int packed, byte[] bytes) {
        return wire.send(WebChannel.invoke(WebChannel.OUT, number(WebChannel.OUT, "methods", "sendMessage"),
                number + "," + WebChannel.bytes(packed, bytes), NO_MATTER));
    }

    private JsonNode ask(String object, String method, String args) throws Json.Refused {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        return await(invoke(object, method, args, answer), answer);
    }

    private CompletableFuture<JsonNode> begin(String object, String method, String args) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        int id = invoke(object, method, args, answer);
        return answer.whenComplete((done, fault) -> asked.remove(id));
    }

    private int invoke(String object, String method, String args, CompletableFuture<JsonNode> answer) {
        int id = expect(answer);
        wire.send(WebChannel.invoke(object, number(object, "methods", method), args, id));
        return id;
    }

    private int expect(CompletableFuture<JsonNode> answer) {
        int id = ids.updateAndGet(last -> last == Integer.MAX_VALUE ? NO_MATTER + 1 : last + 1);
        asked.put(id, answer);
        return id;
    }

    private JsonNode await(int id, CompletableFuture<JsonNode> answer) throws Json.Refused {
        try {
            if (gone != null) throw new Json.Refused(gone);
            return answer.get(ANSWER_NANOS, TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            throw new Json.Refused("it connects but does not answer");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Json.Refused("asking was interrupted");
        } catch (ExecutionException fault) {
            throw new Json.Refused(fault.getCause().getMessage());
        } finally {
            asked.remove(id);
        }
    }

    // ---- what comes, on the socket's threads

    @Override
    public void hears(String text) {
        try {
            JsonNode message = Json.object(text);
            int type = Json.number(message.get("type"), "the type");
            if (type == WebChannel.RESPONSE) answered(message);
            else if (type == WebChannel.SIGNAL) signalled(message);
        } catch (Json.Refused bad) {
            refused(bad.getMessage());
        }
    }

    private void answered(JsonNode message) throws Json.Refused {
        int id = Json.number(message.get("id"), "the id");
        String error = message.path("error").asText("");
        if (id == NO_MATTER && !error.isEmpty()) refused(error);
        CompletableFuture<JsonNode> waiting = asked.get(id);
        if (waiting == null) return;
        if (error.isEmpty()) waiting.complete(message.path("data"));
        else waiting.completeExceptionally(new Json.Refused(error));
    }

    private void signalled(JsonNode message) throws Json.Refused {
        String object = Json.text(message.get("object"), "the object");
        int signal = Json.number(message.get("signal"), "the signal");
        if (object.equals(WebChannel.DATA) && signal == configuredSignal) news.configured();
        if (!object.equals(WebChannel.IN) || signal != dataSignal) return;
        JsonNode data = Json.object(message.path("args").path(0).asText(""));
        if (tag.equals(data.path("userdata").asText())) news.message(Json.message(data.get("data")));
    }

    @Override
    public void refused(String why) {
        refused.incrementAndGet();
    }

    @Override
    public void gone(String why) {
        gone = why;
        asked.values().forEach(waiting -> waiting.completeExceptionally(new Json.Refused(why)));
        news.look();
    }
}
