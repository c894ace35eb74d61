package roadcase.midi;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** What went through Java's MIDI since it was opened. Any thread. */
final class JavaCounts {
    final AtomicLong sent = new AtomicLong();
    final AtomicLong received = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    final AtomicLong droppedOut = new AtomicLong();
    final AtomicLong droppedIn = new AtomicLong();
    private final AtomicLongArray faults = new AtomicLongArray(Decoder.Fault.values().length);

    void fault(Decoder.Fault fault, long times) {
        faults.addAndGet(fault.ordinal(), times);
    }

    private long of(Decoder.Fault fault) {
        return faults.get(fault.ordinal());
    }

    Traffic traffic() {
        long stray = of(Decoder.Fault.STRAY_DATA) + of(Decoder.Fault.UNDEFINED_STATUS) + of(Decoder.Fault.UNFINISHED_MESSAGE);
        return new Traffic(true, sent.get(), received.get(), refused.get(), droppedOut.get(), droppedIn.get(), 0, 0, 0, 0,
                of(Decoder.Fault.UNFINISHED_SYSEX), of(Decoder.Fault.LONG_SYSEX), stray);
    }
}
