package roadcase.words

import roadcase.rig.RigBuilder
import roadcase.route.Shape

/** Several knobs or faders, counted from 1. */
abstract class NumberRow<C extends Absolute> extends Row<C> implements Values {
    protected NumberRow(RigBuilder rig, String device, String word, List<C> all) {
        super(rig, device, word, all)
    }

    @Override
    Values onChannel(int channel) {
        line().onChannel(channel)
    }

    @Override
    Values onChannel(IntRange channels) {
        line().onChannel(channels)
    }

    @Override
    Values toChannel(int channel) {
        line().toChannel(channel)
    }

    @Override
    Values becomes(Shape shape) {
        line().becomes(shape)
    }
}
