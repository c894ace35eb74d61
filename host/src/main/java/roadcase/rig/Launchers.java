package roadcase.rig;

import java.util.ArrayList;
import java.util.List;

/**
 * The launchers of the rig that plays, and those of rigs before it whose clips have not come to their end. Conductor's
 * thread.
 */
final class Launchers {
    private final Stage stage;
    private List<PlayedClips> playing = List.of();
    private final List<PlayedClips> leaving = new ArrayList<>();

    Launchers(Stage stage) {
        this.stage = stage;
    }

    /** Another rig plays from now on. What has the same name goes on; what has gone plays to its next line. */
    void follow(Wiring next, Live by) {
        leaving.addAll(playing);
        playing = next.clips;
        for (int i = leaving.size() - 1; i >= 0; i--) {
            PlayedClips old = leaving.get(i);
            boolean goesOn = false;
            for (PlayedClips clips : playing) goesOn |= clips.grid == old.grid;
            if (goesOn) old.rest();
            else old.leave();
            if (goesOn) leaving.remove(i);
        }
        for (PlayedClips clips : playing) clips.begin(stage, by);
        forgetEnded();
    }

    private void forgetEnded() {
        leaving.removeIf(old -> !old.grid.isBusy());
    }

    /** All clips stop, of all launchers. */
    void stopAll() {
        for (int i = 0; i < playing.size(); i++) playing.get(i).stopAll();
        for (int i = 0; i < leaving.size(); i++) leaving.get(i).stopAll();
        forgetEnded();
    }

    /** All clips of this launcher stop, in all its banks. */
    void stopAll(String name) {
        for (int i = 0; i < playing.size(); i++) if (playing.get(i).plan.name().equals(name)) playing.get(i).stopAll();
    }

    /** A clock is gone with its rig: those of the next one look for theirs with {@link #follow}. */
    void gone(PlayedClock clock) {
        for (int i = 0; i < playing.size(); i++) playing.get(i).lost(clock);
        for (int i = 0; i < leaving.size(); i++) leaving.get(i).gone(clock);
        forgetEnded();
    }

    List<ClipsStanding> standing() {
        return playing.stream().map(PlayedClips::standing).toList();
    }
}
