package roadcase.rig.plan;

import java.util.Arrays;
import roadcase.surface.Light;

/**
 * Pads in rows and columns to paint on, and what whoever paints is told. Columns and rows count from 1, the first
 * row is the top. Lights are codes ({@link Light#code()}).
 *
 * <p>One thread at a time: who hands it over has no say until it comes back. Painting makes no objects.
 */
public final class Canvas {
    /** How often the picture's span has passed since it began. */
    public int step;
    /** The beat of the gig's first clock. */
    public double beat;
    /** Since the picture began. */
    public double seconds;

    private final int columns;
    private final int rows;
    private final long[] codes;
    private final boolean[] held;

    public Canvas(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.codes = new long[columns * rows];
        this.held = new boolean[columns * rows];
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** All dark. */
    public void clear() {
        Arrays.fill(codes, 0);
    }

    /** One pad shows this. @throws IllegalArgumentException where there is no such pad */
    public void pad(int column, int row, long code) {
        codes[index(column, row)] = code;
    }

    /** A whole column shows this. */
    public void column(int column, long code) {
        for (int row = 1; row <= rows; row++) pad(column, row, code);
    }

    /** One pad of a column, at this height: 0 is the lowest, 1 the highest. */
    public void dot(int column, double height, long code) {
        pad(column, rows - (int) Math.round(within(height) * (rows - 1)), code);
    }

    /**
     * A column filled from the bottom up to this height, 0 to 1; above it is dark.
     *
     * @param colours from the bottom up, each for its part of the way
     */
    public void bar(int column, double height, long[] colours) {
        double full = within(height) * rows;
        for (int up = 0; up < rows; up++) pad(column, rows - up, up < full ? colours[up * colours.length / rows] : 0);
    }

    private static double within(double height) {
        return Double.isNaN(height) ? 0 : Math.max(0, Math.min(1, height));
    }

    private int index(int column, int row) {
        if (column < 1 || column > columns) throw new IllegalArgumentException(none("column", column, columns));
        if (row < 1 || row > rows) throw new IllegalArgumentException(none("row", row, rows));
        return (row - 1) * columns + column - 1;
    }

    private static String none(String what, int number, int most) {
        return what + " " + number + "; the picture has " + most + " of them, the first is 1";
    }

    /** Whether a finger is on a pad. */
    public boolean isHeld(int column, int row) {
        return held[index(column, row)];
    }

    // ---- for the rig: pads by index, row by row from the top

    public void held(int index, boolean is) {
        held[index] = is;
    }

    public long at(int index) {
        return codes[index];
    }

    public void set(int index, long code) {
        codes[index] = code;
    }

    public int size() {
        return codes.length;
    }
}
