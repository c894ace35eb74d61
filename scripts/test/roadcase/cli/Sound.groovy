package roadcase.cli

import java.nio.file.Path
import javax.sound.sampled.AudioFormat
import javax.sound.sampled.AudioSystem

/** The left side of a WAV file, as Java's own reader reads it; 1 is full scale. */
class Sound {
    double[] left
    int rate

    Sound(Path file) {
        AudioSystem.getAudioInputStream(file.toFile()).withCloseable { from ->
            def format = from.format
            assert format.channels == 2 && !format.bigEndian
            rate = (int) format.sampleRate
            byte[] all = from.readAllBytes()
            int size = format.frameSize, half = size.intdiv(2)
            boolean isFloat = format.encoding == AudioFormat.Encoding.PCM_FLOAT
            left = new double[all.length.intdiv(size)]
            for (int i = 0; i < left.length; i++) {
                int number = 0
                for (int b = 0; b < half; b++) number |= (all[i * size + b] & 0xFF) << 8 * b + 32 - 8 * half
                left[i] = isFloat ? Float.intBitsToFloat(number) : number / 2147483648d
            }
        }
    }

    int getFrames() { left.length }

    double getSeconds() { left.length / (double) rate }

    /** The first frame that is not silent, -1 for none. */
    int begin(double fromSecond = 0) {
        for (int i = (int) (fromSecond * rate); i < left.length; i++) if (left[i] != 0) return i
        -1
    }

    double peak(double from, double to) {
        double most = 0
        for (int i = (int) (from * rate); i < (int) (to * rate); i++) most = Math.max(most, Math.abs(left[i]))
        most
    }

    /** How much of a tenth of a second is at this frequency, 10 Hz to each side, as a part of all of it. */
    double part(double from, double hertz) {
        int begin = (int) (from * rate), count = rate.intdiv(10)
        double turn = 2 * Math.PI * hertz / rate, re = 0, im = 0, all = 0
        for (int i = 0; i < count; i++) {
            double x = left[begin + i] * (1 - Math.cos(2 * Math.PI * i / count))
            re += x * Math.cos(turn * i)
            im += x * Math.sin(turn * i)
            all += x * x
        }
        // Of a sine through this window the sum is half its height by its frames, the squares three quarters of its square.
        all == 0 ? 0 : 3 * (re * re + im * im) / (count * all)
    }

    /** A Spec that fails prints this, not every frame. */
    @Override
    String toString() { "$frames frames at $rate Hz, peak ${peak(0, seconds)}, from frame ${begin()}" }
}
