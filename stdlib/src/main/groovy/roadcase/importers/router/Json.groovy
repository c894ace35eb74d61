package roadcase.importers.router

import com.fasterxml.jackson.core.JsonFactory
import com.fasterxml.jackson.core.JsonLocation
import com.fasterxml.jackson.core.JsonParser
import com.fasterxml.jackson.core.JsonProcessingException
import com.fasterxml.jackson.core.JsonToken
import com.fasterxml.jackson.core.StreamReadConstraints
import com.fasterxml.jackson.core.json.JsonReadFeature
import groovy.transform.PackageScope

/**
 * A value of a JSON text that knows where it stands. Immutable.
 *
 * <p>Comments and a comma too many are forgiven, and a text that begins with a key, as documents quote it, counts as
 * an object. Bounded: {@value #DEEPEST} levels. Errors: {@link Broken} with line and column.
 */
@PackageScope
final class Json {
    static final int DEEPEST = 60
    private static final int LONGEST_NUMBER = 40

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER).build())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build()

    final Place place
    /** A map, a list, a text, a Long, a Double, a Boolean, or null. */
    private final Object value

    private Json(Place place, Object value) {
        this.place = place
        this.value = value
    }

    /** It is no JSON; the message says where and why. */
    static final class Broken extends Exception {
        Broken(String sentence) {
            super(sentence)
        }
    }

    static Json read(String text) throws Broken {
        String begin = text.stripLeading()
        if (begin.isEmpty()) throw new Broken('it is empty')
        boolean quoted = begin.startsWith('"')
        JsonParser parser = FACTORY.createParser(quoted ? "{$text}".toString() : text)
        int shift = quoted ? 1 : 0
        try {
            parser.nextToken()
            Json whole = read(parser, '', shift)
            if (parser.nextToken() != null) throw broken('there is more after its end', parser.currentTokenLocation(), shift)
            return whole
        } catch (JsonProcessingException e) {
            throw broken(reason(e), e.location, shift)
        } finally {
            parser.close()
        }
    }

    private static Broken broken(String why, JsonLocation at, int shift) {
        int line = at == null ? 1 : at.lineNr
        new Broken("it is not JSON at line $line, column ${column(at, shift)}: $why")
    }

    private static int column(JsonLocation at, int shift) {
        if (at == null) return 1
        Math.max(1, at.lineNr == 1 ? at.columnNr - shift : at.columnNr)
    }

    /** The parser's own words, without its remarks in brackets and the text that it quotes. */
    private static String reason(JsonProcessingException e) {
        String said = (e.originalMessage ?: 'it cannot be read').replaceAll(/\s+/, ' ')
        int more = said.indexOf(' (')
        String short_ = more > 0 ? said.substring(0, more) : said
        short_.length() > 120 ? short_.substring(0, 120) + '...' : short_
    }

    private static Json read(JsonParser parser, String path, int shift) {
        JsonLocation at = parser.currentTokenLocation()
        Place place = new Place(path, at.lineNr, column(at, shift))
        switch (parser.currentToken()) {
            case JsonToken.START_OBJECT: return new Json(place, fields(parser, path, shift))
            case JsonToken.START_ARRAY: return new Json(place, items(parser, path, shift))
            case JsonToken.VALUE_STRING: return new Json(place, parser.text)
            case JsonToken.VALUE_NUMBER_INT:
                return new Json(place, parser.bigIntegerValue.bitLength() < 63 ? (Object) parser.longValue
                        : (Object) parser.bigIntegerValue.doubleValue())
            case JsonToken.VALUE_NUMBER_FLOAT: return new Json(place, parser.doubleValue)
            case JsonToken.VALUE_TRUE: return new Json(place, true)
            case JsonToken.VALUE_FALSE: return new Json(place, false)
            default: return new Json(place, null)
        }
    }

    /** Where a key stands twice the last one counts, as in the original. */
    private static Map<String, Json> fields(JsonParser parser, String path, int shift) {
        Map<String, Json> fields = new LinkedHashMap<>()
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName()
            parser.nextToken()
            fields[key] = read(parser, path.isEmpty() ? key : "$path.$key".toString(), shift)
        }
        fields
    }

    private static List<Json> items(JsonParser parser, String path, int shift) {
        List<Json> items = []
        while (parser.nextToken() != JsonToken.END_ARRAY) items << read(parser, "$path[${items.size()}]".toString(), shift)
        items
    }

    boolean isObject() {
        value instanceof Map
    }

    boolean isList() {
        value instanceof List
    }

    Map<String, Json> fields() {
        isObject() ? (Map<String, Json>) value : Map.<String, Json> of()
    }

    List<Json> items() {
        isList() ? (List<Json>) value : List.<Json> of()
    }

    boolean has(String key) {
        fields().containsKey(key)
    }

    /** A text, or null. */
    String text() {
        value instanceof String ? (String) value : null
    }

    /** Whether it was written as a number at all. */
    boolean isNumber() {
        value instanceof Number
    }

    /** A whole number that fits an int, or null. */
    Integer number() {
        if (value instanceof Long) {
            long whole = (Long) value
            return whole == (int) whole ? (Integer) (int) whole : null
        }
        if (value instanceof Double) {
            double d = (Double) value
            return d == (int) d ? (Integer) (int) d : null
        }
        null
    }

    /** True or false, or null. */
    Boolean yes() {
        value instanceof Boolean ? (Boolean) value : null
    }

    /** As one would name it in a sentence. */
    String shown() {
        if (isObject()) return 'an object'
        if (isList()) return 'a list'
        if (value == null) return 'null'
        String said = value instanceof String ? "'${Plain.line((String) value)}'" : value.toString()
        said.length() > 60 ? said.substring(0, 57) + '...' : said
    }
}
