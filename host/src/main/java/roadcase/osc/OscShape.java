package roadcase.osc;

/**
 * Looks whether a message is whole before anybody reads it: JavaOSC answers broken ones with unchecked exceptions or null.
 * One thread; reused.
 */
final class OscShape {
    /** Lists in lists are beyond JavaOSC, and beyond gear. */
    private static final int MAX_DEPTH = 1;

    /** Where the last message looked at has its types; the same as its end where it has none. */
    int typesAt;
    /** Where its address ends, without what fills it up. */
    int addressEnd;

    /** @return why the message in these bytes is refused, or null */
    Refusal look(byte[] bytes, int from, int to) {
        if (to == from) return Refusal.EMPTY;
        if ((to - from) % 4 != 0) return Refusal.NOT_IN_FOURS;
        addressEnd = zero(bytes, from, to);
        if (addressEnd < 0) return Refusal.ADDRESS_NOT_ENDED;
        int length = addressEnd - from;
        if (length == 0 || length > OscMessage.MAX_ADDRESS || bytes[from] == '#') return Refusal.ADDRESS;
        for (int i = from; i < addressEnd; i++) if (bytes[i] <= ' ' || bytes[i] > '~') return Refusal.ADDRESS;
        typesAt = padded(addressEnd, from);
        if (!blank(bytes, addressEnd, typesAt)) return Refusal.PADDING;
        if (typesAt == to) return null;
        return types(bytes, from, to);
    }

    private Refusal types(byte[] bytes, int from, int to) {
        if (bytes[typesAt] != ',') return Refusal.TYPES_MISSING;
        int end = zero(bytes, typesAt, to);
        if (end < 0) return Refusal.TYPES_NOT_ENDED;
        int at = padded(end, from);
        if (!blank(bytes, end, at)) return Refusal.PADDING;
        int depth = 0;
        for (int i = typesAt + 1; i < end; i++) {
            char type = (char) bytes[i];
            if (type == '[' && ++depth > MAX_DEPTH || type == ']' && --depth < 0) return Refusal.ARRAY;
            int next = after(type, bytes, at, from, to);
            if (next < 0) return fault;
            at = next;
        }
        if (depth != 0) return Refusal.ARRAY;
        return at == to ? null : Refusal.TOO_MUCH;
    }

    private Refusal fault;

    /** Where the argument of this type ends, or −1 and {@link #fault}. */
    private int after(char type, byte[] bytes, int at, int from, int to) {
        switch (type) {
            case 'T', 'F', 'N', 'I', '[', ']':
                return at;
            case 'i', 'f', 'c', 'r', 'm':
                return room(at, 4, to);
            case 'h', 'd', 't':
                return room(at, 8, to);
            case 's', 'S':
                int zero = zero(bytes, at, to);
                if (zero < 0) return refuse(at >= to ? Refusal.ARGUMENT_MISSING : Refusal.TEXT_NOT_ENDED);
                int end = padded(zero, from);
                return blank(bytes, zero, end) ? end : refuse(Refusal.PADDING);
            case 'b':
                if (to - at < 4) return refuse(Refusal.ARGUMENT_MISSING);
                int length = (bytes[at] & 0xFF) << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8
                        | bytes[at + 3] & 0xFF;
                if (length < 0 || length > to - at - 4) return refuse(Refusal.BLOB_LENGTH);
                int past = (at - from + 4 + length + 3) / 4 * 4 + from;
                return blank(bytes, at + 4 + length, past) ? past : refuse(Refusal.PADDING);
            default:
                return refuse(Refusal.TYPE);
        }
    }

    private int room(int at, int length, int to) {
        return to - at < length ? refuse(Refusal.ARGUMENT_MISSING) : at + length;
    }

    private int refuse(Refusal why) {
        fault = why;
        return -1;
    }

    private static int zero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) if (bytes[i] == 0) return i;
        return -1;
    }

    /** Past the text that ends before {@code zero}, at the next multiple of four. */
    private static int padded(int zero, int from) {
        return (zero - from) / 4 * 4 + 4 + from;
    }

    private static boolean blank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) if (bytes[i] != 0) return false;
        return true;
    }
}
