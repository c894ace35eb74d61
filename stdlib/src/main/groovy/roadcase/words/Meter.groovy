package roadcase.words

import groovy.transform.PackageScope
import roadcase.rig.RigBuilder
import roadcase.rig.plan.PicturePlan
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** How loud something is: to show, not to move. */
@Spoken('a meter')
final class Meter implements Signal {
    private final String name

    private static final int MOST_BANDS = 64

    Meter(String name) {
        this.name = name
    }

    /** The written name. */
    @NotAWord
    String name() {
        name
    }

    @NotAWord
    @Override
    PicturePlan.Signal shown() {
        new PicturePlan.Signal.OfMeter(name)
    }

    /** Of a spectrum, the lowest band first. */
    @PackageScope
    static List<Meter> bands(RigBuilder rig, String whose, int count) {
        if (count < 1 || count > MOST_BANDS) throw rig.error("spectrum($count); a spectrum has 1 to $MOST_BANDS bands")
        List<Meter> bands = []
        for (int band : 1..count) bands << new Meter("$whose / spectrum $count / $band")
        bands
    }

    @Override
    String toString() {
        name
    }
}
