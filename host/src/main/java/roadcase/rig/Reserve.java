package roadcase.rig;

/**
 * Memory kept back for the moment when scripts have taken all there is: given up then, so that the rest of the house
 * can still speak, save and read a better script; taken again when there is room.
 *
 * <p>Any thread.
 */
final class Reserve {
    /** Part of the heap. Source: tried; a reading of 200 lines needs less than 20 MB at once. */
    private static final int PART = 16;

    private volatile byte[] kept = take();

    private static byte[] take() {
        return new byte[(int) Math.min(Runtime.getRuntime().maxMemory() / PART, 64 << 20)];
    }

    /** Whether there is no room for as much again: then memory is gone, not just too little for one wish. */
    boolean isNeeded() {
        try {
            return take().length == 0;
        } catch (OutOfMemoryError gone) {
            return true;
        }
    }

    void giveUp() {
        kept = null;
    }

    boolean isGivenUp() {
        return kept == null;
    }

    /** @return whether it is there (again) */
    boolean restore() {
        if (kept != null) return true;
        try {
            kept = take();
        } catch (OutOfMemoryError stillShort) {
            return false;
        }
        return true;
    }
}
