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

    private final Decoder decoder;
    private final byte[] bytes = new byte[3];
    private boolean closed;

    JavaInput(Decoder.Output output) {
        this.decoder = new Decoder(output);
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
    }

    /** How often something was wrong with what came. */
    synchronized long count(Decoder.Fault fault) {
        return decoder.count(fault);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
