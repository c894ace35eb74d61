package roadcase.importers.router

import groovy.transform.PackageScope

/**
 * One range of the router's notation: {@code low..high} goes to {@code toLow..toHigh}, which may run backwards.
 *
 * <p>Vectors: [1,3,10,16] makes 2 to 13; [0,127,127,0] makes 63 to 64.
 */
@PackageScope
record Stretch(int low, int high, int toLow, int toHigh) {
    static Stretch same(int low, int high) {
        new Stretch(low, high, low, high)
    }

    boolean takes(int value) {
        value >= low && value <= high
    }

    /** {@code trunc((v - low) / (high - low) * (toHigh - toLow) + toLow)}, in whole numbers. */
    int of(int value) {
        if (low == high) return toLow
        long width = high - low
        long up = (long) (value - low) * (toHigh - toLow) + (long) toLow * width
        (int) (up / width)
    }

    boolean changesNothing() {
        low == toLow && high == toHigh
    }

    /** Moved as a whole, not stretched. */
    boolean isMove() {
        toHigh - toLow == high - low
    }

    /** In the shortest form of the notation. */
    String shown() {
        if (changesNothing()) return low == high ? "[$low]" : "[$low, $high, $low]"
        if (low == high) return "[$low, $toLow]"
        isMove() ? "[$low, $high, $toLow]" : "[$low, $high, $toLow, $toHigh]"
    }
}
