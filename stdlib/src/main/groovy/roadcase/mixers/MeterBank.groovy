package roadcase.mixers

import roadcase.osc.OscBlob

/**
 * A bank of meters: what its places are, and how its frames are read. In a frame the length of the blob is big-endian, as
 * all of OSC, and what is in it little-endian (X32 protocol 4.06, seen in its vectors).
 */
final class MeterBank {
    /** What the numbers of a frame are. */
    enum Form {
        /** Floats, an amplitude: 1 is 0 dBFS. The count is of floats. */
        AMPLITUDES,
        /** Shorts, 256ths of a decibel. The count is of floats, and there are two shorts for each. */
        SHORTS_BY_TWO,
        /** Shorts, 256ths of a decibel. The count is of shorts. */
        SHORTS,
        /** Shorts: gains, 32767 is 1; behind place 88 those of the automixer, 256ths of a power of two (X32, bank 16). */
        GAINS
    }

    /** What desks show of silence. */
    static final float SILENCE = -128f

    final int number
    final Form form
    /** Names of the places: {@code bus 15}. */
    final List<String> places

    MeterBank(int number, Form form, List<String> places) {
        this.number = number
        this.form = form
        this.places = places.asImmutable()
    }

    /** {@code /meters/6}. */
    String getAddress() {
        "/meters/$number"
    }

    /** Where a place is in a frame, or −1. */
    int place(String name) {
        places.indexOf(name)
    }

    /**
     * A frame in dBFS, gains in dB. Silence is −128; what is not a number stays so.
     *
     * @return null where this is no frame of this bank
     */
    float[] decibels(OscBlob frame) {
        if (frame.length() < 4) return null
        int count = littleInt(frame, 0)
        int size = form == Form.AMPLITUDES ? 4 : 2
        int numbers = form == Form.SHORTS_BY_TWO || form == Form.GAINS ? 2 * count : count
        if (count < 0 || numbers != places.size() || frame.length() < 4 + numbers * size || frame.length() > 4 + numbers * size + 2) return null
        float[] levels = new float[numbers]
        for (int i = 0; i < numbers; i++) levels[i] = level(frame, 4 + i * size, i)
        levels
    }

    private float level(OscBlob frame, int at, int place) {
        if (form == Form.AMPLITUDES) return ofAmplitude(Float.intBitsToFloat(littleInt(frame, at)))
        short number = (short) (frame.at(at) | frame.at(at + 1) << 8)
        if (form != Form.GAINS) return (float) (number / 256f)
        place < 88 ? ofAmplitude((float) (number / 32767f)) : (float) (number / 256d * 20d * Math.log10(2d))
    }

    /** dB of a linear amplitude. */
    static float ofAmplitude(float amplitude) {
        if (Float.isNaN(amplitude)) return Float.NaN
        if (!(amplitude > 0)) return SILENCE
        (float) Math.max((double) SILENCE, 20d * Math.log10((double) amplitude))
    }

    private static int littleInt(OscBlob frame, int at) {
        frame.at(at) | frame.at(at + 1) << 8 | frame.at(at + 2) << 16 | frame.at(at + 3) << 24
    }

    /** The frame that a desk sends for these levels; the other way round of {@link #decibels}. */
    OscBlob frame(float[] decibels) {
        int size = form == Form.AMPLITUDES ? 4 : 2
        int count = form == Form.SHORTS_BY_TWO || form == Form.GAINS ? decibels.length.intdiv(2) : decibels.length
        def bytes = java.nio.ByteBuffer.allocate(4 + size * decibels.length).order(java.nio.ByteOrder.LITTLE_ENDIAN)
        bytes.putInt(count)
        for (int i = 0; i < decibels.length; i++) {
            double level = decibels[i]
            if (form == Form.AMPLITUDES) bytes.putFloat((float) Math.pow(10d, level / 20d))
            else if (form != Form.GAINS) bytes.putShort((short) Math.max(-32768L, Math.min(32767L, Math.round(level * 256d))))
            else if (i < 88) bytes.putShort((short) Math.min(32767L, Math.round(Math.pow(10d, level / 20d) * 32767d)))
            else bytes.putShort((short) Math.round(level / (20d * Math.log10(2d)) * 256d))
        }
        new OscBlob(bytes.array())
    }
}
