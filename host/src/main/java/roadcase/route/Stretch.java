package roadcase.route;

/**
 * Maps one range onto another: {@code trunc((v-a)/(b-a) * (d-c) + c)}, computed in whole numbers so that no rounding
 * error moves a value by one. {@code c > d} inverts; where {@code a = b} the result is {@code c}.
 *
 * <p>Source: the range rule of MIDI Router, which Roadcase follows everywhere.
 */
public final class Stretch {
    private Stretch() {}

    public static int map(int v, int a, int b, int c, int d) {
        if (a == b) return c;
        long numerator = (long) (v - a) * (d - c) + (long) c * (b - a);
        return (int) (numerator / (b - a));
    }
}
