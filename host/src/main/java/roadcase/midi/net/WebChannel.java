package roadcase.midi.net;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import roadcase.midi.Packed;

/**
 * The messages of Qt WebChannel that are needed here, and the objects of the MIDI Router.
 *
 * <p>Source: Qt WebChannel's message types as {@code qwebchannel.js} numbers them; the objects and methods of the MIDI
 * Router's server.
 */
final class WebChannel {
    static final int SIGNAL = 1;
    static final int INIT = 3;
    static final int IDLE = 4;
    static final int DEBUG = 5;
    static final int INVOKE = 6;
    static final int CONNECT = 7;
    static final int DISCONNECT = 8;
    static final int RESPONSE = 10;

    static final String IN = "wcmidiin";
    static final String OUT = "wcmidiout";
    static final String DATA = "wcuserdata";
    /** Only a Roadcase has it: ports have their written names there. */
    static final String ROADCASE = "roadcase";
    /** The signal of {@link #IN} with a message, for whoever asked by {@link #ADD_LOG}. */
    static final String DATA_TO_CLIENT = "dataToClient";
    static final String ADD_CHAIN = "routingMidiChainsAaddChain";
    static final String ADD_LOG = "routingActionAddLogData";
    /** The message goes to a client, not to the server's screen. */
    static final int LOG_TO_CLIENT = 0;

    private WebChannel() {}

    static String init(int id) {
        return "{\"type\":" + INIT + ",\"id\":" + id + "}";
    }

    static String idle() {
        return "{\"type\":" + IDLE + "}";
    }

    /** @param args as JSON, without brackets */
    static String invoke(String object, int method, String args, int id) {
        return "{\"type\":" + INVOKE + ",\"object\":\"" + object + "\",\"method\":" + method + ",\"args\":[" + args + "],\"id\":" + id
                + "}";
    }

    static String connect(String object, int signal) {
        return "{\"type\":" + CONNECT + ",\"object\":\"" + object + "\",\"signal\":" + signal + "}";
    }

    static String response(int id, String data) {
        return "{\"type\":" + RESPONSE + ",\"id\":" + id + ",\"data\":" + data + "}";
    }

    /** Qt's clients overlook the reason. */
    static String refusal(int id, String why) {
        return "{\"type\":" + RESPONSE + ",\"id\":" + id + ",\"data\":null,\"error\":" + Json.quoted(why) + "}";
    }

    static String signal(String object, int signal, String args) {
        return "{\"type\":" + SIGNAL + ",\"object\":\"" + object + "\",\"signal\":" + signal + ",\"args\":[" + args + "]}";
    }

    /** A message as a list of numbers. {@code bytes} is null for a short one. */
    static String bytes(int packed, byte[] bytes) {
        int length = bytes == null ? Packed.length(packed) : bytes.length;
        StringBuilder list = new StringBuilder(length * 4 + 2).append('[');
        for (int i = 0; i < length; i++) {
            if (i > 0) list.append(',');
            list.append(bytes == null ? packed >> 8 * i & 0xFF : bytes[i] & 0xFF);
        }
        return list.append(']').toString();
    }

    /** An object as the reply to {@link #INIT} describes it: names with their numbers. */
    static String description(List<String> methods, List<String> signals) {
        return "{\"methods\":" + numbered(methods) + ",\"signals\":" + numbered(signals) + ",\"properties\":[],\"enums\":{}}";
    }

    private static String numbered(List<String> names) {
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i < names.size(); i++)
            list.append(i > 0 ? "," : "").append("[\"").append(names.get(i)).append("\",").append(i).append(']');
        return list.append(']').toString();
    }

    /** The number of a method or signal in a description, or -1. */
    static int number(JsonNode objects, String object, String kind, String name) {
        for (JsonNode one : objects.path(object).path(kind))
            if (name.equals(one.path(0).asText()) && one.path(1).isInt()) return one.path(1).intValue();
        return -1;
    }
}
