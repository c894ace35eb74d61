package roadcase.cli;

import java.util.List;

/**
 * What {@code roadcase bench} runs. Its classes are no part of the product: the launcher compiles them when they are
 * asked for and puts them beside it.
 */
public interface Benches {
    /**
     * One bench.
     *
     * @param name as said on the command line
     * @param says what it measures, as a sentence
     */
    record Bench(String name, String says) {}

    /** In the order in which they run. */
    List<Bench> benches();

    /**
     * Runs some of them, tells on the way to {@code face.err()} and prints one table to {@code face.out()}.
     *
     * @param names of {@link #benches}
     * @param quick few rounds: to try a bench, not to quote it
     * @param json the table as JSON
     */
    void run(List<String> names, boolean quick, boolean json, Face face);
}
