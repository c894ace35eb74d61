package roadcase.osc;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A network of paper in virtual time: ends at addresses, packets between them, encoded and decoded as on the wire. It
 * loses nothing and takes no time; {@link BadNetwork} around an end does. The same calls always give the same. One thread.
 */
public final class VirtualNet {
    /** How many packets may be on their way. */
    public static final int MOST = 65_536;
    /** An end that says that it is always due is asked as often as this; a thread would spin. */
    private static final long LEAST = 1_000;

    private record Packet(long nanos, long order, InetSocketAddress from, InetSocketAddress to, byte[] bytes) {}

    private final class Seat implements OscOut {
        private final InetSocketAddress address;
        private final OscEnd end;
        private final OscCodec codec = new OscCodec();
        private long next = Long.MIN_VALUE;

        private Seat(InetSocketAddress address, OscEnd end) {
            this.address = address;
            this.end = end;
        }

        @Override
        public boolean send(InetSocketAddress to, OscMessage message) {
            ByteBuffer bytes = codec.encode(message);
            if (bytes == null || packets.size() == MOST) {
                dropped++;
                return false;
            }
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            packets.add(new Packet(now, order++, address, to, copy));
            return true;
        }
    }

    private final Map<InetSocketAddress, Seat> seats = new LinkedHashMap<>();
    private final PriorityQueue<Packet> packets = new PriorityQueue<>((a, b) ->
            a.nanos != b.nanos ? Long.compare(a.nanos, b.nanos) : Long.compare(a.order, b.order));
    private long now;
    private long order;
    private long dropped;

    /** @return the end's way out, for what is to be sent from outside of it */
    public OscOut join(InetSocketAddress address, OscEnd end) {
        Seat seat = new Seat(address, end);
        seats.put(address, seat);
        return seat;
    }

    /** Packets to it get lost from now on. */
    public void leave(InetSocketAddress address) {
        seats.remove(address);
    }

    public long now() {
        return now;
    }

    /** Packets for which there was no room. */
    public long dropped() {
        return dropped;
    }

    /** Lets time go on to {@code untilNanos}: packets arrive, and what is due is done at its time. */
    public void advance(long untilNanos) {
        for (Seat seat : seats.values()) seat.next = Long.MIN_VALUE;
        while (true) {
            deliver();
            Seat first = null;
            for (Seat seat : seats.values()) if (first == null || seat.next < first.next) first = seat;
            if (first == null || first.next > untilNanos) break;
            now = Math.max(now, first.next);
            first.next = Math.max(first.end.due(now, first), now + LEAST);
        }
        now = Math.max(now, untilNanos);
    }

    private void deliver() {
        for (Packet packet; (packet = packets.poll()) != null; ) {
            Seat seat = seats.get(packet.to);
            if (seat == null) continue;
            InetSocketAddress from = packet.from;
            seat.codec.decode(packet.bytes, packet.bytes.length, (at, m) -> seat.end.heard(now, from, at, m, seat));
            seat.next = now;
        }
    }
}
