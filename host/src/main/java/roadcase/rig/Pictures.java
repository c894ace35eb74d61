package roadcase.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import roadcase.rig.plan.PicturePlan;

/**
 * The moving pictures of the rig that plays. One that has the same name after a reload goes on where it was: at the
 * same step and time, and with the same lights until it paints others.
 *
 * <p>The Conductor's thread. Nothing is allocated while nothing changes.
 */
final class Pictures {
    private final Stage stage;
    private final Outlet outlet;
    private final Consumer<Consumer<Stage>> teller;
    private PlayedPicture[] played = {};

    Pictures(Stage stage, Outlet outlet, Consumer<Consumer<Stage>> teller) {
        this.stage = stage;
        this.outlet = outlet;
        this.teller = teller;
    }

    void follow(Wiring next) {
        List<PlayedPicture> all = new ArrayList<>();
        for (PicturePlan plan : next.rig.pictures()) {
            Picture picture = stage.picture(plan.name());
            boolean known = false;
            for (PlayedPicture before : played) known |= before.plan.name().equals(plan.name());
            if (known) picture.goesAt(PlayedPicture.span(plan), stage.now());
            else picture.begin(PlayedPicture.span(plan), stage.now());
            all.add(new PlayedPicture(stage, outlet, teller, plan, picture, next));
        }
        end();
        played = all.toArray(PlayedPicture[]::new);
    }

    /** Those that came into view begin to run. At the end of each turn. */
    void settle() {
        for (PlayedPicture one : played) one.settle();
    }

    /** No picture moves any more. */
    void end() {
        for (PlayedPicture one : played) one.end();
        played = new PlayedPicture[0];
    }
}
