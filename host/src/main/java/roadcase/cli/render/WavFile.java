package roadcase.cli.render;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import roadcase.files.LargeFile;

/**
 * A WAV file of two channels that is being written, and that appears when it is whole. One thread.
 *
 * <p>Source: "Multimedia Programming Interface and Data Specifications 1.0" (IBM and Microsoft, 1991): RIFF, its chunks
 * {@code fmt } and {@code data}; float samples are format 3 and want a {@code fact} chunk. All numbers little-endian;
 * sizes have 32 bits, so 4 GB is the end.
 */
public final class WavFile implements Closeable {
    private static final int CHANNELS = 2;
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int FLOAT_BITS = 32;
    private static final long LARGEST = 0xFFFF_FFFFL;
    private static final int MOST_HEADER = 64;

    private final LargeFile file;
    private final String name;
    private final int bits;
    private int rate;
    private int header;
    private long frames;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    private WavFile(LargeFile file, String name, int bits) {
        this.file = file;
        this.name = name;
        this.bits = bits;
    }

    /** @param bits 16 or 24, or 32 for float */
    public static WavFile begin(Path file, int bits) throws IOException {
        return new WavFile(LargeFile.begin(file), file.toString(), bits);
    }

    /** Before the first sound. */
    public void rate(int framesASecond) throws IOException {
        rate = framesASecond;
        ByteBuffer head = head(0);
        header = head.remaining();
        file.write(head);
    }

    /** @param interleaved 1 is full scale; louder is cut off where samples are no floats */
    public void write(float[] interleaved, int offset, int count) throws IOException {
        if (header + (frames + count) * frame() > LARGEST)
            throw new FileSystemException(name, null, "it would be larger than the 4 GB that a WAV file can have; say --length");
        int size = count * frame();
        if (bytes.capacity() < size) bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.clear();
        for (int i = offset; i < offset + count * CHANNELS; i++) put(interleaved[i]);
        file.write(bytes.flip());
        frames += count;
    }

    private int frame() {
        return CHANNELS * bits / 8;
    }

    private void put(float sample) {
        if (bits == FLOAT_BITS) {
            bytes.putFloat(sample);
            return;
        }
        float within = Math.max(-1, Math.min(1, sample));
        int number = (int) Math.rint(within * (double) ((1 << bits - 1) - 1));
        bytes.putShort((short) number);
        if (bits == 24) {
            bytes.position(bytes.position() - 2);
            bytes.put((byte) number).put((byte) (number >> 8)).put((byte) (number >> 16));
        }
    }

    /** So many frames of it, and it is whole. */
    public void keep(long wanted) throws IOException {
        frames = Math.min(frames, wanted);
        file.cut(header + frames * frame());
        file.write(head(frames * frame()), 0);
        file.keep();
    }

    private ByteBuffer head(long data) {
        boolean isFloat = bits == FLOAT_BITS;
        ByteBuffer to = ByteBuffer.allocate(MOST_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        to.put(ascii("RIFF")).putInt((int) (data + (isFloat ? 50 : 36))).put(ascii("WAVE"));
        to.put(ascii("fmt ")).putInt(isFloat ? 18 : 16).putShort((short) (isFloat ? FLOAT : PCM)).putShort((short) CHANNELS);
        to.putInt(rate).putInt(rate * frame()).putShort((short) frame()).putShort((short) bits);
        if (isFloat) to.putShort((short) 0).put(ascii("fact")).putInt(4).putInt((int) (data / frame()));
        return to.put(ascii("data")).putInt((int) data).flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
