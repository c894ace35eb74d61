package roadcase.rig;

import roadcase.rig.plan.Origin;

/**
 * Something that {@link RigCheck} found.
 *
 * @param warning the gig plays all the same
 */
public record Finding(boolean warning, Origin origin, String sentence) {
    static Finding error(Origin origin, String sentence) {
        return new Finding(false, origin, sentence);
    }

    static Finding warning(Origin origin, String sentence) {
        return new Finding(true, origin, sentence);
    }
}
