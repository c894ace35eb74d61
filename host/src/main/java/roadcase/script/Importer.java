package roadcase.script;

import java.util.List;
import java.util.Map;
import roadcase.rig.Memory;

/** Turns the files of another system into what Roadcase plays or remembers. A language brings them. Any thread. */
public interface Importer {
    /** As it is said on the command line: {@code masterator}. */
    String name();

    /** What it takes, for the help: {@code a folder with Bank A.json to Bank D.json}. */
    String takes();

    /** Whether a file of this name is meant for it, where a folder is given. */
    boolean takes(String fileName);

    /**
     * Reads files.
     *
     * @param files texts by file name
     * @return what came of them; mistakes in them are lines of its report
     */
    Imported read(Map<String, String> files);

    /**
     * What a file of the other system does, in sentences for a person; none where this importer tells nothing.
     *
     * @param everything whether long lists are told whole
     */
    default List<String> explain(String fileName, String text, boolean everything) {
        return List.of();
    }

    /**
     * What came of an import: something to remember, or a gig, perhaps with what it remembers.
     *
     * @param remembered for the gig's memory, by written names
     * @param gig the text of a gig, or null
     * @param report what was taken, what was changed and what was left out, in sentences
     * @param complete whether nothing was left out
     * @param session of the gig's rack, as its file, or null
     */
    record Imported(Map<String, Memory.Entry> remembered, String gig, List<String> report, boolean complete, byte[] session) {
        public Imported {
            remembered = Map.copyOf(remembered);
            report = List.copyOf(report);
        }

        public Imported(Map<String, Memory.Entry> remembered, String gig, List<String> report, boolean complete) {
            this(remembered, gig, report, complete, null);
        }

        /** Nothing could be taken over; the report says why. */
        public static Imported nothing(List<String> report) {
            return new Imported(Map.of(), null, report, false);
        }
    }
}
