package roadcase.rig;

import roadcase.rig.plan.ClipsPlan;
import roadcase.rig.plan.RoutePlan;
import roadcase.surface.Light;

/** Something that lights show: now, and asked again whenever lights are painted. Conductor's thread; makes no objects. */
interface Glow {
    /** See {@link Light#code()}. */
    long code();

    /** Whether it changes by itself: then it is painted with the frames of its device, not at once. */
    default boolean moves() {
        return false;
    }

    /** A digit of the active bank's place. */
    record Digit(PlayedBanks banks, int bit) implements Glow {
        private static final long LIT = Light.ON.code();

        @Override
        public long code() {
            return (banks.active >> bit & 1) != 0 ? LIT : 0;
        }
    }

    /** Whether a page is shown. */
    record Chosen(PlayedPages pages, int page) implements Glow {
        private static final long LIT = Light.ON.code();

        @Override
        public long code() {
            return pages.active == page ? LIT : 0;
        }
    }

    /** A light of a picture. */
    record Part(Picture picture, int index) implements Glow {
        @Override
        public long code() {
            return picture.at(index);
        }

        @Override
        public boolean moves() {
            return true;
        }
    }

    /** A pad or a button of a launcher. */
    record OfClips(PlayedClips clips, ClipsPlan.Part part, int column, int row) implements Glow {
        @Override
        public long code() {
            return clips.code(part, column, row);
        }
    }

    /** What a line's button shows while it is on or off. */
    static long of(RoutePlan plan, boolean on) {
        return (on ? plan.looks().on() : plan.looks().off()).code();
    }
}
