package roadcase.osc;

import java.util.List;

/**
 * What a {@link Mirror} must be told of a unit: what it can be asked, and what its answers mean. Knows a brand; comes from
 * outside of the kernel. Immutable; any thread.
 */
public interface Protocol {
    /** Takes what a message says. */
    interface Says {
        /** This is how it stands. Unknown addresses are ignored. */
        void value(String address, Object value);

        /**
         * The message answers this one of {@link Protocol#asks}; said before its values.
         *
         * @param only whether it can be nothing but an answer; else the unit may have told it of its own accord
         */
        void answers(int ask, boolean only);
    }

    /** For people: {@code X32}. */
    String name();

    /** Every value there is, by address. */
    List<String> addresses();

    /** All that is to be asked to know every value. */
    List<OscMessage> asks();

    /** What the unit answers whenever it is there. */
    OscMessage probe();

    /** Whether a message is the answer to {@link #probe}. */
    boolean answersProbe(OscMessage message);

    /** A sentence where the answer to {@link #probe} comes from a unit that this protocol does not know, else null. */
    String stranger(OscMessage answer);

    /** What is to be said again and again, so that the unit tells what changes. */
    List<OscMessage> renewals();

    /** How often it is said again, in nanoseconds; a lease should outlive two of these. */
    long renewNanos();

    /** Tells what a message says. @return false where it says nothing about values */
    boolean read(OscMessage message, Says says);

    /** Asks for one value. */
    OscMessage get(String address);

    /** Sets one value, which {@link #grid} gave. */
    OscMessage set(String address, Object value);

    /** Why this value cannot be set there, as a sentence, or null. */
    String fault(String address, Object value);

    /** The nearest value that the unit keeps. */
    Object grid(String address, Object value);

    /** Whether two values are the same to the unit. */
    boolean same(String address, Object one, Object other);
}
