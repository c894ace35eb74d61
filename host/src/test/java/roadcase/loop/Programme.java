package roadcase.loop;

import java.util.Random;

/** What is played into a simulated bus, 20 frames a second: levels and peaks in dBFS with the fader at 0 dB. */
public final class Programme {
    /** How speech, music, noise and silence move. Figures: level-control notes of the project. */
    public enum Kind { SPEECH, MUSIC, NOISE, SILENCE }

    public static final double SECONDS = 0.05;
    private static final double SILENT_DB = -95;
    private final Random random;
    private Kind kind = Kind.MUSIC;
    private double loud = -20;
    private double drift;
    private double left;
    private double part;
    private boolean sounds;
    private double syllable;
    private double peak;

    public Programme(long seed) {
        random = new Random(seed);
    }

    /** @param mean of its power, in dBFS */
    public void play(Kind next, double mean) {
        kind = next;
        loud = mean;
    }

    public Kind kind() {
        return kind;
    }

    public double loud() {
        return loud;
    }

    /** The next frame's level. */
    public double frame() {
        double level = switch (kind) {
            case SILENCE -> SILENT_DB + random.nextGaussian();
            case NOISE -> loud + 0.4 * random.nextGaussian();
            case MUSIC -> music();
            case SPEECH -> speech();
        };
        double crest = switch (kind) {
            case SPEECH -> 11;
            case MUSIC -> 9;
            default -> 8;
        };
        peak = level + Math.max(3, crest + 1.5 * random.nextGaussian());
        return level;
    }

    /** Of the last frame. */
    public double peak() {
        return peak;
    }

    /** A slow drift and a beat, two a second. */
    private double music() {
        drift += -drift * SECONDS / 4 + 1.2 * Math.sqrt(2 * SECONDS / 4) * random.nextGaussian();
        part = (part + SECONDS * 2) % 1;
        return loud + drift + 1.5 * Math.exp(-3 * part) - 0.7 + 0.7 * random.nextGaussian();
    }

    /** Syllables with gaps between them, and a pause for breath every few seconds. */
    private double speech() {
        left -= SECONDS;
        if (left <= 0) {
            sounds = !sounds;
            boolean breath = !sounds && random.nextInt(12) == 0;
            left = sounds ? 0.1 + 0.12 * random.nextDouble() : breath ? 0.4 + 0.4 * random.nextDouble() : 0.05 + 0.06 * random.nextDouble();
            syllable = sounds ? loud + 2 + 2.5 * random.nextGaussian() : breath ? loud - 45 : loud - 14 + 3 * random.nextGaussian();
        }
        return syllable + random.nextGaussian();
    }
}
