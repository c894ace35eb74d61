package roadcase.surface;

import roadcase.surface.Light.Hue;

/** Colours as 0xRRGGBB, and how far they are apart. Pure. */
final class Colours {
    private static final int GREEN = 0x00FF00;
    private static final int RED = 0xFF0000;
    private static final int YELLOW = 0xFFC000;
    private static final int WHITE = 0xFFFFFF;

    private Colours() {}

    /** The colour of a hue that has one by itself; white for others. */
    static int of(Hue hue, int value) {
        return switch (hue) {
            case OFF -> 0;
            case GREEN -> GREEN;
            case RED -> RED;
            case YELLOW -> YELLOW;
            case RGB -> value;
            case ON, PALETTE, LEVEL -> WHITE;
        };
    }

    static int distance(int a, int b) {
        int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
        int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
        int blue = (a & 0xFF) - (b & 0xFF);
        return red * red + green * green + blue * blue;
    }

    /** The same colour at this many percent. */
    static int dimmed(int rgb, int percent) {
        if (percent >= 100) return rgb;
        int red = (rgb >> 16 & 0xFF) * percent / 100;
        int green = (rgb >> 8 & 0xFF) * percent / 100;
        int blue = (rgb & 0xFF) * percent / 100;
        return red << 16 | green << 8 | blue;
    }
}
