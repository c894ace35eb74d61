package roadcase.rig;

/**
 * Whether what is written at a place of the script holds now: its page is shown, its bank is active, its preset is on, its
 * key is held. For what runs by itself and should rest while nobody sees it. The Conductor's thread; asking makes no
 * objects. {@link Stage#placesChanged} is where answers change, and a reload gives new ones ({@link Wiring#showing}).
 */
final class Showing {
    private final PlayedPlace[] places;

    /** @param places that of the script, once for each bank where it says every bank */
    Showing(PlayedPlace[] places) {
        this.places = places;
    }

    boolean now() {
        for (PlayedPlace place : places) if (place.active) return true;
        return false;
    }
}
