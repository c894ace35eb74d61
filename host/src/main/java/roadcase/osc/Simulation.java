package roadcase.osc;

/** A unit that can be pretended: a language brings it, {@code roadcase desk --simulate} puts it behind a socket. Any thread. */
public interface Simulation {
    /** As it is said on the command line: {@code x32}. */
    String name();

    /** The UDP port that the real one listens at. */
    int port();

    /**
     * A new one.
     *
     * @param address what it says of itself when it is asked where it is
     * @param operatorNanos how often somebody at the unit moves something; 0 for nobody
     * @param seed of what is played and moved
     */
    OscEnd begin(String address, long operatorNanos, long seed);
}
