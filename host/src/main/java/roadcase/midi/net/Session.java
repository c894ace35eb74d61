package roadcase.midi.net;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import roadcase.midi.Message;
import roadcase.midi.Packed;
import roadcase.midi.net.Ears.Subscription;
import roadcase.midi.net.Offers.Offer;
import roadcase.sockets.Doorman;
import roadcase.sockets.Wire;

/**
 * One peer at our door: a MIDI Router, a Roadcase, or a program that speaks the same. What it may do: ask which ports
 * there are, play to some, hear others. Everything else is refused with a reason and changes nothing.
 *
 * <p>Told by the server's threads, one at a time; {@link #pump} belongs to the door's thread.
 */
final class Session implements Doorman.Guest {
    private static final int MOST_CHAINS = 64;
    private static final int MOST_SUBSCRIPTIONS = 16;
    private static final int KEPT_FOR_ANSWERS = Wire.MOST / 2;

    private final int who;
    private final String from;
    private final Door door;
    private final Inbox.Inflow inflow;
    /** Which input each chain that it made listens to. */
    private final List<Integer> chains = new ArrayList<>();
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private volatile boolean hearsData;
    private boolean gone;
    private volatile Wire wire;

    Session(int who, String from, Door door, Inbox inbox) {
        this.who = who;
        this.from = from;
        this.door = door;
        this.inflow = inbox.ofPeer(who);
    }

    int who() {
        return who;
    }

    @Override
    public void connected(Wire mine) {
        wire = mine;
        mine.onRoom(door::look);
    }

    /** Null until it is connected. */
    Wire wire() {
        return wire;
    }

    @Override
    public void gone(String why) {
        synchronized (this) {
            gone = true;
            subscriptions.forEach(door.ears()::remove);
            inflow.lost();
        }
        door.left(this);
    }

    @Override
    public void refused(String why) {
        door.complaints().about(from, why);
    }

    /** Not while it goes: what came last must not begin anything after all was ended. */
    @Override
    public synchronized void hears(String text) {
        if (gone) return;
        int id = -1;
        try {
            JsonNode message = Json.object(text);
            int type = Json.number(message.get("type"), "the type");
            if (message.has("id")) id = Json.number(message.get("id"), "the id");
            if (type == WebChannel.INIT) answer(id, door.methods().description());
            else if (type == WebChannel.INVOKE) answer(id, invoke(message));
            else if (type == WebChannel.CONNECT || type == WebChannel.DISCONNECT) signal(message, type == WebChannel.CONNECT);
            else if (type != WebChannel.IDLE && type != WebChannel.DEBUG)
                throw new Json.Refused("messages of type " + type + " are not taken");
        } catch (Json.Refused bad) {
            refused(bad.getMessage());
            if (id >= 0) say(WebChannel.refusal(id, bad.getMessage()));
        }
    }

    private void answer(int id, String data) throws Json.Refused {
        if (id < 0) throw new Json.Refused("a question without an id cannot be answered");
        say(WebChannel.response(id, data));
    }

    private void say(String text) {
        if (!wire.send(text) && wire.isOpen()) wire.close("it does not read its answers");
    }

    private void signal(JsonNode message, boolean on) throws Json.Refused {
        String object = Json.text(message.get("object"), "the object");
        int signal = Json.number(message.get("signal"), "the signal");
        if (!door.methods().hasSignal(object, signal)) throw new Json.Refused("'" + object + "' has no signal " + signal);
        if (object.equals(WebChannel.IN) && signal == door.methods().dataSignal()) hearsData = on;
    }

    private String invoke(JsonNode message) throws Json.Refused {
        if (!message.has("id")) throw new Json.Refused("a question without an id cannot be answered");
        String object = Json.text(message.get("object"), "the object");
        String method = door.methods().name(object, message.get("method"));
        JsonNode args = message.get("args");
        if (args == null || !args.isArray()) throw new Json.Refused("'" + method + "' came without a list of arguments");
        boolean heard = object.equals(WebChannel.IN);
        return switch (method) {
            case "getPortCount" -> String.valueOf(door.offers().all(heard).stream().mapToInt(Offer::number).max().orElse(-1) + 1);
            case "getPorts" -> ports(heard, offer -> true);
            case "getOpenedPorts" -> ports(heard, offer -> heard && hears(offer));
            case "getPortName" -> Json.quoted("0_" + offer(args).name());
            case "getPortNumber" -> String.valueOf(number(Json.text(args.get(0), "the port's name"), heard));
            case "openPort" -> {
                offer(args);
                yield "null";
            }
            case "isPortOpen" -> String.valueOf(offer(args) != null);
            case "sendMessage" -> play(offer(args), Json.message(args.get(1)));
            case WebChannel.ADD_CHAIN -> chain(offer(args));
            case WebChannel.ADD_LOG -> log(args);
            case "clearRoutingMidiChains" -> clear(offer(args));
            case "getJon" -> door.methods().data(door.offers());
            default -> throw new Json.Refused("'" + method + "' is not done here");
        };
    }

    private static String ports(List<Offer> offers) {
        StringBuilder map = new StringBuilder("{");
        for (Offer offer : offers)
            map.append(map.length() > 1 ? "," : "").append('"').append(offer.number()).append("\":")
                    .append(Json.quoted("0_" + offer.name()));
        return map.append('}').toString();
    }

    private String ports(boolean heard, java.util.function.Predicate<Offer> those) {
        return ports(door.offers().all(heard).stream().filter(those).toList());
    }

    private boolean hears(Offer offer) {
        return subscriptions.stream().anyMatch(s -> s.number == offer.number());
    }

    /**
     * A MIDI Router that wants to send looks the port up among the inputs and uses that number among the outputs, so
     * inputs answer for both (its SignalSlot.h).
     */
    private int number(String name, boolean heard) {
        Offer offer = door.offers().named(name);
        return offer == null || !heard && offer.destination() == Offers.NOBODY ? -1 : offer.number();
    }

    private Offer offer(JsonNode args) throws Json.Refused {
        int number = Json.number(args.get(0), "the port");
        Offer offer = door.offers().offer(number);
        if (offer == null) throw new Json.Refused("there is no port " + number);
        return offer;
    }

    private String play(Offer to, Message message) throws Json.Refused {
        if (to.destination() == Offers.NOBODY) throw new Json.Refused("nobody may play to '" + to.name() + "', it can only be heard");
        boolean taken = message.isShort() ? inflow.message(to.destination(), message.packed(), null)
                : inflow.message(to.destination(), 0, message.bytes());
        if (!taken) throw new Json.Refused("more comes for '" + to.name() + "' than is taken, so some is dropped");
        return "null";
    }

    private String chain(Offer of) throws Json.Refused {
        if (of.source() == Offers.NOBODY) throw new Json.Refused("'" + of.name() + "' cannot be heard, only played to");
        if (chains.size() == MOST_CHAINS) throw new Json.Refused("more than " + MOST_CHAINS + " chains are too many");
        chains.add(of.number());
        return String.valueOf(chains.size() - 1);
    }

    private String log(JsonNode args) throws Json.Refused {
        Offer of = offer(args);
        int chain = Json.number(args.get(1), "the chain");
        if (chain < 0 || chain >= chains.size() || chains.get(chain) != of.number())
            throw new Json.Refused("'" + of.name() + "' has no chain " + chain);
        if (Json.number(args.get(2), "where the log goes") != WebChannel.LOG_TO_CLIENT)
            throw new Json.Refused("others' messages are not logged here");
        String tag = Json.text(args.get(3), "the tag");
        if (subscriptions.size() == MOST_SUBSCRIPTIONS)
            throw new Json.Refused("more than " + MOST_SUBSCRIPTIONS + " inputs to hear are too many");
        Subscription one = new Subscription(of.number(), of.name(), of.source(), tag);
        subscriptions.add(one);
        door.ears().add(one);
        return String.valueOf(chains.size() - 1);
    }

    private String clear(Offer of) {
        for (Subscription one : subscriptions) {
            if (one.number != of.number()) continue;
            door.ears().remove(one);
            subscriptions.remove(one);
        }
        chains.replaceAll(number -> number == of.number() ? -1 : number);
        return "null";
    }

    /** Sends on what was heard, as far as there is room. */
    void pump(long now) {
        for (Subscription one : subscriptions) {
            int room = wire == null ? 0 : wire.room() - KEPT_FOR_ANSWERS;
            if (!hearsData) one.outflow.clear();
            else one.outflow.drain(now, room, (packed, bytes) -> tell(one, packed, bytes));
            if (one.outflow.recovers()) one.sounding.end(off -> tell(one, off, null));
        }
    }

    private void tell(Subscription one, int packed, byte[] bytes) {
        String data = "{\"portName\":" + Json.quoted("0_" + one.name) + ",\"portNumber\":" + one.number + ",\"userdata\":"
                + Json.quoted(one.tag) + ",\"channel\":" + (bytes == null && Packed.isChannel(packed) ? Packed.channel(packed) : 0)
                + ",\"data1\":" + Packed.data1(packed) + ",\"data2\":" + Packed.data2(packed)
                + ",\"data\":" + WebChannel.bytes(packed, bytes) + "}";
        if (wire.send(WebChannel.signal(WebChannel.IN, door.methods().dataSignal(), Json.quoted(data))) && bytes == null)
            one.sounding.heard(packed);
    }

    /** How long until something that was heard is due. */
    long nextNanos(long now) {
        long next = Long.MAX_VALUE;
        for (Subscription one : subscriptions) next = Math.min(next, one.outflow.nextNanos(now));
        return next;
    }

    long dropped() {
        return subscriptions.stream().mapToLong(one -> one.outflow.dropped()).sum();
    }
}
