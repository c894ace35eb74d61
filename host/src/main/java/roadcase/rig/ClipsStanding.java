package roadcase.rig;

import java.util.List;

/**
 * How a launcher stands.
 *
 * @param name its written name
 * @param playing clips that play, from the left; {@code waiting} those whose turn is next
 */
public record ClipsStanding(String name, List<Clip> playing, List<Clip> waiting) {
    /** Counted from 1, from the left and from the top. */
    public record Clip(int column, int row) {
        @Override
        public String toString() {
            return column + "/" + row;
        }
    }
}
