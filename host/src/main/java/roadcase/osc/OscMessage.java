package roadcase.osc;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One message: an address and arguments. Immutable.
 *
 * @param address as on the wire: {@code /ch/01/mix/fader}; some gear answers without the slash
 * @param arguments Integer, Float, Long, Double, String, Boolean, {@link OscBlob}, {@link OscTime}, {@link OscSign}, or
 *     a List of those, which has no lists in it
 */
public record OscMessage(String address, List<Object> arguments) {
    /** Longest address, in characters. */
    public static final int MAX_ADDRESS = 255;
    /** Lists in lists are beyond JavaOSC, and beyond gear. */
    private static final int MAX_DEPTH = 1;
    private static final Set<Class<?>> TYPES = Set.of(Integer.class, Float.class, Long.class, Double.class, String.class,
            Boolean.class, OscBlob.class, OscTime.class, OscSign.class);

    /** @throws IllegalArgumentException with a sentence, where this is no message that could be sent */
    public OscMessage {
        String fault = addressFault(address);
        if (fault != null) throw new IllegalArgumentException(fault);
        arguments = List.copyOf(arguments);
        for (Object one : arguments) check(one, 0);
    }

    public static OscMessage of(String address, Object... arguments) {
        return new OscMessage(address, Arrays.asList(arguments));
    }

    /** Why this cannot be an address, or null. */
    public static String addressFault(String address) {
        if (address.isEmpty()) return "an OSC address is not empty: write it as '/mixer/volume'";
        if (address.length() > MAX_ADDRESS) return "an OSC address has at most " + MAX_ADDRESS + " characters";
        if (address.charAt(0) == '#') return "an OSC address does not begin with '#'";
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c <= ' ' || c > '~') return "an OSC address has letters, digits and signs only, no "
                    + (c == ' ' ? "blanks" : "'" + c + "'") + ": '" + address + "'";
        }
        return null;
    }

    private static void check(Object one, int depth) {
        if (one instanceof List<?> list && depth < MAX_DEPTH) {
            for (Object inner : list) check(inner, depth + 1);
            return;
        }
        if (!TYPES.contains(one.getClass()))
            throw new IllegalArgumentException("OSC has no type for " + one.getClass().getSimpleName());
        if (one instanceof String text && text.indexOf(0) >= 0)
            throw new IllegalArgumentException("a text in an OSC message has no character 0");
    }

    public int size() {
        return arguments.size();
    }

    /** An argument as a number: numbers as they are, yes 1, no 0; not a number where it is something else or missing. */
    public double number(int place) {
        Object one = place < arguments.size() ? arguments.get(place) : null;
        if (one instanceof Number n) return n.doubleValue();
        return one instanceof Boolean yes ? (yes ? 1 : 0) : Double.NaN;
    }

    /** An argument as text, or null where it is none. */
    public String text(int place) {
        return place < arguments.size() && arguments.get(place) instanceof String s ? s : null;
    }

    /** An argument as bytes, or null where it is none. */
    public OscBlob blob(int place) {
        return place < arguments.size() && arguments.get(place) instanceof OscBlob b ? b : null;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(address);
        for (Object one : arguments) text.append(' ').append(one instanceof String s ? "\"" + s + "\"" : one);
        return text.toString();
    }
}
