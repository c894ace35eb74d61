package roadcase.midi.net;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import roadcase.midi.Message;

/** Reads what strangers send, within limits. Pure, any thread. */
final class Json {
    /** A SysEx of 65,536 bytes, each on an indented line of its own, as Qt writes it. */
    static final int LONGEST_TEXT = 2 << 20;

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 24;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER).maxStringLength(LONGEST_TEXT).maxNameLength(256).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {}

    /** @throws Refused where it is no JSON object */
    static JsonNode object(String text) throws Refused {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node != null && node.isObject()) return node;
        } catch (JsonProcessingException none) {
            throw new Refused("no JSON (" + none.getOriginalMessage().lines().findFirst().orElse("") + ")");
        }
        throw new Refused("no JSON object");
    }

    /** @throws Refused where it is no whole number */
    static int number(JsonNode node, String what) throws Refused {
        if (node == null || !node.isIntegralNumber() || !node.canConvertToInt()) throw new Refused(what + " is no whole number");
        return node.intValue();
    }

    /** @throws Refused where it is no text of reasonable length */
    static String text(JsonNode node, String what) throws Refused {
        if (node == null || !node.isTextual()) throw new Refused(what + " is no text");
        if (node.textValue().length() > 256) throw new Refused(what + " is longer than 256 characters");
        return node.textValue();
    }

    /** One whole MIDI message from a list of numbers. @throws Refused with the reason */
    static Message message(JsonNode list) throws Refused {
        if (list == null || !list.isArray()) throw new Refused("the bytes are no list");
        if (list.size() > Message.MAX_LENGTH) throw new Refused(list.size() + " bytes are more than " + Message.MAX_LENGTH);
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            int value = number(list.get(i), "byte " + (i + 1));
            if (value < 0 || value > 255) throw new Refused("byte " + (i + 1) + " is " + value + "; bytes are 0 to 255");
            bytes[i] = (byte) value;
        }
        try {
            return Message.of(bytes);
        } catch (IllegalArgumentException notWhole) {
            throw new Refused(notWhole.getMessage());
        }
    }

    /** A text as JSON has it, in quotation marks. */
    static String quoted(String text) {
        try {
            return MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    /** What a peer said that is not taken; the message is the reason. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why, null, false, false);
        }
    }
}
