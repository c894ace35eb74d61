package roadcase.rig.plan;

/**
 * Where a line of a script stands.
 *
 * @param file as the player gave it, relative to the gig where it is included
 * @param line from 1; 0 where no line is meant
 * @param column from 1; 0 where unknown
 */
public record Origin(String file, int line, int column) {
    /** For things that no script wrote. */
    public static final Origin NOWHERE = new Origin("", 0, 0);

    @Override
    public String toString() {
        return column > 0 ? file + ":" + line + ":" + column : file + ":" + line;
    }
}
