package roadcase.surface;

import java.util.Arrays;

/**
 * Which clips of a grid play, and which wait for their turn: at most one of a column plays. A clip that is pressed waits:
 * where the grid is quantised until {@link #line}, else until its pad is let go. Columns and rows count from 0. It knows no
 * lights, no beats and no gear.
 *
 * <p>One thread at a time. Allocates nothing but in {@link #layout}.
 */
public final class ClipGrid {
    private static final int NONE = -1;
    private static final int STOPS = -2;
    /** It was taken out of the layout: it plays to the next line. */
    private static final int LEAVES = -3;

    /** Told what begins and ends, in this order. */
    public interface Player {
        void starts(int column, int row);

        void stops(int column, int row);
    }

    /** What is to be seen of a pad. */
    public enum Look { NOTHING, READY, WAITING, PLAYING }

    private final int columns;
    private final int rows;
    private final boolean[] clips;
    /** By column: the row that plays, or NONE. */
    private final int[] plays;
    /** By column: the row that plays next, or what else happens then. */
    private final int[] next;
    /** By column: whether that is for a whole row. */
    private final boolean[] byRow;
    private final boolean[] columnHeld;
    private int rowWaits = NONE;
    private boolean quantised;

    public ClipGrid(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        clips = new boolean[columns * rows];
        plays = new int[columns];
        next = new int[columns];
        byRow = new boolean[columns];
        columnHeld = new boolean[columns];
        Arrays.fill(plays, NONE);
        Arrays.fill(next, NONE);
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** @param where a letter for each pad, line by line: x is a clip */
    public static boolean isClip(String where, int columns, int column, int row) {
        return where.charAt(row * columns + column) == 'x';
    }

    // ---- what the script says

    /**
     * There are clips here and nowhere else. One that waits and is gone is forgotten; one that plays and is gone plays to the
     * next line, and on if it is there again by then.
     *
     * @param where as for {@link #isClip}
     * @param isQuantised whether clips wait for {@link #line}; where they no longer do, those that wait start now
     */
    public void layout(String where, boolean isQuantised, Player player) {
        for (int i = 0; i < clips.length; i++) clips[i] = where.charAt(i) == 'x';
        for (int column = 0; column < columns; column++) {
            if (next[column] >= 0 && !has(column, next[column])) next[column] = NONE;
            boolean gone = plays[column] != NONE && !has(column, plays[column]);
            if (gone && next[column] == NONE) next[column] = LEAVES;
            if (!gone && next[column] == LEAVES) next[column] = NONE;
        }
        boolean wasQuantised = quantised;
        quantised = isQuantised;
        if (wasQuantised && !quantised) line(player);
        for (int column = 0; column < columns && !quantised; column++) if (next[column] == LEAVES) turn(column, player);
    }

    // ---- hands

    /** A pad goes down; one without a clip does nothing. */
    public void press(int column, int row) {
        if (!has(column, row)) return;
        next[column] = row;
        byRow[column] = false;
    }

    public void release(int column, int row, Player player) {
        if (!quantised && next[column] == row && !byRow[column]) turn(column, player);
    }

    /** The button of a column goes down; where nothing plays it does nothing. */
    public void pressColumn(int column) {
        columnHeld[column] = plays[column] != NONE;
    }

    /** The column stops, and what waits in it is forgotten. */
    public void releaseColumn(int column, Player player) {
        if (!columnHeld[column]) return;
        columnHeld[column] = false;
        next[column] = STOPS;
        turn(column, player);
    }

    /** All clips of a row are next; what plays of it plays on, and columns that have none there stop. */
    public void pressRow(int row) {
        rowWaits = row;
        for (int column = 0; column < columns; column++) {
            if (has(column, row)) next[column] = plays[column] == row ? NONE : row;
            else next[column] = plays[column] == NONE ? NONE : STOPS;
            byRow[column] = next[column] != NONE;
        }
    }

    public void releaseRow(int row, Player player) {
        if (quantised || rowWaits != row) return;
        rowWaits = NONE;
        for (int column = 0; column < columns; column++) if (byRow[column]) turn(column, player);
    }

    /** Nobody's finger is there any more, and nobody let go: what only was held has not been pressed. */
    public void withdraw() {
        Arrays.fill(columnHeld, false);
        if (quantised) return;
        rowWaits = NONE;
        Arrays.fill(next, NONE);
        Arrays.fill(byRow, false);
    }

    /** All stop now, and none waits any more. */
    public void stopAll(Player player) {
        rowWaits = NONE;
        for (int column = 0; column < columns; column++) {
            next[column] = STOPS;
            turn(column, player);
        }
    }

    // ---- time

    /** Whether something waits for a line of the grid. */
    public boolean waitsForLine() {
        if (!quantised) return false;
        if (rowWaits != NONE) return true;
        for (int column = 0; column < columns; column++) if (next[column] != NONE) return true;
        return false;
    }

    /** A line of the grid is here: what waits has its turn, from the left. */
    public void line(Player player) {
        rowWaits = NONE;
        for (int column = 0; column < columns; column++) turn(column, player);
    }

    private void turn(int column, Player player) {
        int what = next[column];
        if (what == NONE) return;
        next[column] = NONE;
        byRow[column] = false;
        int before = plays[column];
        plays[column] = what >= 0 ? what : NONE;
        if (before != NONE) player.stops(column, before);
        if (what >= 0) player.starts(column, what);
    }

    // ---- what is so

    public boolean has(int column, int row) {
        return clips[row * columns + column];
    }

    /** The row that plays in a column, or -1. */
    public int playing(int column) {
        return plays[column];
    }

    /** The row that is next in a column, or -1. */
    public int waiting(int column) {
        return Math.max(NONE, next[column]);
    }

    /** Whether anything plays or waits. */
    public boolean isBusy() {
        for (int column = 0; column < columns; column++) if (plays[column] != NONE || next[column] != NONE) return true;
        return rowWaits != NONE;
    }

    public Look pad(int column, int row) {
        if (next[column] == row) return Look.WAITING;
        if (plays[column] == row) return Look.PLAYING;
        return has(column, row) ? Look.READY : Look.NOTHING;
    }

    /** A column's button: WAITING while it is held to stop what plays. */
    public Look columnButton(int column) {
        if (plays[column] == NONE) return Look.NOTHING;
        return columnHeld[column] ? Look.WAITING : Look.PLAYING;
    }

    /** A row's button: WAITING or nothing. */
    public Look rowButton(int row) {
        return rowWaits == row ? Look.WAITING : Look.NOTHING;
    }
}
