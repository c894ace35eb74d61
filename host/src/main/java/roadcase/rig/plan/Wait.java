package roadcase.rig.plan;

/**
 * How long a script's code waits: {@code nanos} where it is no music.
 *
 * @param clock the written name of the clock that counts, or null for the gig's first
 */
public record Wait(long nanos, double beats, double bars, String clock) {
    public boolean isMusic() {
        return beats != 0 || bars != 0;
    }
}
