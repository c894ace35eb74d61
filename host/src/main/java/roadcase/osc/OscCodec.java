package roadcase.osc;

import com.illposed.osc.BufferBytesReceiver;
import com.illposed.osc.OSCMessage;
import com.illposed.osc.OSCPacket;
import com.illposed.osc.OSCParseException;
import com.illposed.osc.OSCParser;
import com.illposed.osc.OSCSerializeException;
import com.illposed.osc.OSCSerializer;
import com.illposed.osc.OSCSerializerAndParserBuilder;
import com.illposed.osc.argument.ArgumentHandler;
import com.illposed.osc.argument.OSCImpulse;
import com.illposed.osc.argument.OSCTimeTag64;
import com.illposed.osc.argument.handler.BooleanFalseArgumentHandler;
import com.illposed.osc.argument.handler.BooleanTrueArgumentHandler;
import com.illposed.osc.argument.handler.DoubleArgumentHandler;
import com.illposed.osc.argument.handler.FloatArgumentHandler;
import com.illposed.osc.argument.handler.ImpulseArgumentHandler;
import com.illposed.osc.argument.handler.IntegerArgumentHandler;
import com.illposed.osc.argument.handler.LongArgumentHandler;
import com.illposed.osc.argument.handler.NullArgumentHandler;
import com.illposed.osc.argument.handler.StringArgumentHandler;
import com.illposed.osc.argument.handler.TimeTag64ArgumentHandler;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes to messages and back, by JavaOSC 0.8. What is malformed is refused and counted by its reason, never thrown, and
 * a packet is taken whole or not at all. One thread; reused for every packet; counts may be read by any thread.
 *
 * <p>JavaOSC carries no address patterns and no address without a slash, so it never sees an address: the last four bytes
 * of it are overwritten with {@code /}, and it reads and writes from there. Texts are UTF-8 where they can be, else
 * Latin-1, as names from old gear are. Characters, colours and MIDI ({@code c}, {@code r},
 * {@code m}) come as their four bytes, an Integer, and symbols as texts.
 */
public final class OscCodec {
    /** The most that UDP carries. */
    public static final int MAX_PACKET = 65_507;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_MESSAGES = 1_024;
    private static final byte[] BUNDLE = {'#', 'b', 'u', 'n', 'd', 'l', 'e', 0};
    private static final int BUNDLE_HEAD = 16;
    private static final int ROOM = 256;
    /** A message without arguments says so, for those who insist on types. */
    private static final byte[] NOTHING = {',', 0, 0, 0};

    /** Where the messages of a packet go, in their order. */
    @FunctionalInterface
    public interface Output {
        /** @param at when it is to be done; {@link OscTime#NOW} outside of bundles */
        void message(OscTime at, OscMessage message);
    }

    private record Timed(OscTime at, OscMessage message) {}

    private final OscShape shape = new OscShape();
    private final OSCParser parser;
    private final ByteBuffer out = ByteBuffer.allocate(ROOM + MAX_PACKET + 4);
    /** What JavaOSC writes: a slash, types, arguments. There is room for the rest of the address before it. */
    private final ByteBuffer body = out.slice(ROOM, MAX_PACKET + 4);
    private final OSCSerializer serializer;
    private final RefusalCounts refusals = new RefusalCounts();
    private final List<Timed> found = new ArrayList<>();

    public OscCodec() {
        OSCSerializerAndParserBuilder builder = new OSCSerializerAndParserBuilder().setUsingDefaultHandlers(false);
        for (ArgumentHandler<?> one : handlers()) builder.registerArgumentHandler(one);
        parser = builder.buildParser();
        serializer = builder.buildSerializer(new BufferBytesReceiver(body));
    }

    /** Latin-1 loses no byte and refuses none; what the texts really are is decided here. Of its own, JavaOSC forgets it. */
    private static List<ArgumentHandler<?>> handlers() {
        return List.of(IntegerArgumentHandler.INSTANCE, FloatArgumentHandler.INSTANCE, new BlobHandler(),
                new StringArgumentHandler(StandardCharsets.ISO_8859_1), LongArgumentHandler.INSTANCE,
                DoubleArgumentHandler.INSTANCE, TimeTag64ArgumentHandler.INSTANCE,
                BooleanTrueArgumentHandler.INSTANCE, BooleanFalseArgumentHandler.INSTANCE,
                NullArgumentHandler.INSTANCE, ImpulseArgumentHandler.INSTANCE);
    }

    /** How often what was refused. */
    public RefusalCounts refusals() {
        return refusals;
    }

    /**
     * Reads a packet. The bytes are spoilt by it.
     *
     * @return null, or why it was refused; then nothing of it was handed over
     */
    public Refusal decode(byte[] bytes, int length, Output output) {
        found.clear();
        Refusal why = length > MAX_PACKET ? Refusal.TOO_LONG : packet(bytes, 0, length, OscTime.NOW, 0);
        if (why == null) for (Timed one : found) output.message(one.at, one.message);
        else refusals.add(why);
        found.clear();
        return why;
    }

    private Refusal packet(byte[] bytes, int from, int to, OscTime at, int depth) {
        if (to > from && bytes[from] == '#') return bundle(bytes, from, to, depth);
        Refusal why = shape.look(bytes, from, to);
        if (why != null) return why;
        if (found.size() == MAX_MESSAGES) return Refusal.BUNDLE_LENGTH;
        OscMessage message = message(bytes, from, to);
        if (message == null) return Refusal.CODEC;
        found.add(new Timed(at, message));
        return null;
    }

    private Refusal bundle(byte[] bytes, int from, int to, int depth) {
        if (to - from < BUNDLE_HEAD) return Refusal.BUNDLE_HEAD;
        for (int i = 0; i < BUNDLE.length; i++) if (bytes[from + i] != BUNDLE[i]) return Refusal.BUNDLE_HEAD;
        if (depth == MAX_DEPTH) return Refusal.BUNDLE_DEPTH;
        ByteBuffer view = ByteBuffer.wrap(bytes, 0, to);
        OscTime at = new OscTime(view.getLong(from + BUNDLE.length));
        int place = from + BUNDLE_HEAD;
        while (place < to) {
            if (to - place < 4) return Refusal.BUNDLE_ELEMENT;
            int length = view.getInt(place);
            place += 4;
            if (length < 0 || length > to - place) return Refusal.BUNDLE_ELEMENT;
            Refusal why = packet(bytes, place, place + length, at, depth + 1);
            if (why != null) return why;
            place += length;
        }
        return null;
    }

    private OscMessage message(byte[] bytes, int from, int to) {
        String address = new String(bytes, from, shape.addressEnd - from, StandardCharsets.US_ASCII);
        if (shape.typesAt == to) return new OscMessage(address, List.of());
        int slash = shape.typesAt - 4;
        bytes[slash] = '/';
        bytes[slash + 1] = bytes[slash + 2] = bytes[slash + 3] = 0;
        for (int i = shape.typesAt; bytes[i] != 0; i++) bytes[i] = plainer(bytes[i]);
        try {
            OSCPacket packet = parser.convert(ByteBuffer.wrap(bytes, slash, to - slash).slice());
            return packet instanceof OSCMessage m ? new OscMessage(address, taken(m.getArguments())) : null;
        } catch (OSCParseException | RuntimeException refused) {
            // Counted by who called; there is nothing else to be known of it.
            return null;
        }
    }

    private static byte plainer(byte type) {
        return switch (type) {
            case 'c', 'r', 'm' -> 'i';
            case 'S' -> 's';
            default -> type;
        };
    }

    private static List<Object> taken(List<?> arguments) {
        List<Object> values = new ArrayList<>(arguments.size());
        for (Object one : arguments) values.add(taken(one));
        return values;
    }

    private static Object taken(Object one) {
        if (one == null) return OscSign.NIL;
        if (one instanceof String text) return text(text);
        if (one instanceof OSCTimeTag64 time) return new OscTime(time.getNtpTime());
        if (one instanceof OSCImpulse) return OscSign.IMPULSE;
        if (one instanceof List<?> list) return List.copyOf(taken(list));
        return one;
    }

    private static String text(String latin) {
        boolean plain = true;
        for (int i = 0; i < latin.length() && plain; i++) plain = latin.charAt(i) < 0x80;
        if (plain) return latin;
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(latin.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException notUtf8) {
            return latin;
        }
    }

    /**
     * Writes a message.
     *
     * @return its bytes, valid until the next call, from position to limit; null where it is longer than a packet
     */
    public ByteBuffer encode(OscMessage message) {
        byte[] address = message.address().getBytes(StandardCharsets.US_ASCII);
        int begin = ROOM - address.length / 4 * 4;
        try {
            body.clear();
            serializer.write(new OSCMessage("/", given(message.arguments())));
        } catch (OSCSerializeException | RuntimeException tooLong) {
            return null;
        }
        if (message.arguments().isEmpty()) body.clear().position(4).put(NOTHING);
        int end = ROOM + body.position();
        for (int i = begin; i < ROOM + 4; i++) out.put(i, i - begin < address.length ? address[i - begin] : 0);
        return end - begin > MAX_PACKET ? null : out.clear().position(begin).limit(end);
    }

    private static List<Object> given(List<?> arguments) {
        List<Object> values = new ArrayList<>(arguments.size());
        for (Object one : arguments) values.add(given(one));
        return values;
    }

    private static Object given(Object one) {
        if (one instanceof String text) return latin(text);
        if (one instanceof OscTime time) return OSCTimeTag64.valueOf(time.ntp());
        if (one == OscSign.NIL) return null;
        if (one == OscSign.IMPULSE) return OSCImpulse.INSTANCE;
        if (one instanceof List<?> list) return given(list);
        return one;
    }

    private static String latin(String text) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        return StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }
}
