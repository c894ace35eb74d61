package roadcase.midi;

import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;

/**
 * Takes what a provider hands over, on the provider's threads, puts whole messages together and passes them on with the
 * time at which they came: the providers' own time stamps count from moments that they do not tell.
 *
 * <p>SysEx comes in parts: the first has status F0, the others F7, which is no byte of the message; {@code getMessage}
 * shows it all the same, {@code getData} does not. What ends the message is an F7 within the data.
 */
final class JavaInput implements Receiver {
    private static final int CONTINUES = 0xF7;

    private static final Decoder.Fault[] FAULTS = Decoder.Fault.values();

    private final Decoder decoder;
    private final JavaCounts counts;
    private final long[] counted = new long[FAULTS.length];
    private final byte[] bytes = new byte[3];
    private boolean closed;

    JavaInput(Decoder.Output output, JavaCounts counts) {
        this.decoder = new Decoder(output);
        this.counts = counts;
    }

    @Override
    public synchronized void send(MidiMessage message, long providersTime) {
        if (closed || message instanceof MetaMessage) return;
        long now = System.nanoTime();
        if (message instanceof SysexMessage part) {
            if (part.getStatus() != CONTINUES) decoder.feed(now, part.getStatus());
            byte[] data = part.getData();
            decoder.feed(now, data, 0, data.length);
        } else if (message instanceof ShortMessage whole) {
            bytes[0] = (byte) whole.getStatus();
            bytes[1] = (byte) whole.getData1();
            bytes[2] = (byte) whole.getData2();
            decoder.feed(now, bytes, 0, Math.min(whole.getLength(), bytes.length));
        } else {
            decoder.feed(now, message.getMessage(), 0, message.getLength());
        }
        count();
    }

    private void count() {
        for (Decoder.Fault fault : FAULTS) {
            long more = decoder.count(fault) - counted[fault.ordinal()];
            if (more == 0) continue;
            counted[fault.ordinal()] += more;
            counts.fault(fault, more);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
