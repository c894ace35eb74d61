package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.PicturePlan
import roadcase.route.Shape
import roadcase.route.Shape.Form
import roadcase.script.Builds
import roadcase.script.NotAWord

/** A knob or a fader: a control that knows where it stands. */
abstract class Absolute extends Controls implements Values, Signal {
    protected Absolute(RigBuilder rig, String device, String name) {
        super(rig, device, [name])
    }

    @NotAWord
    @Override
    PicturePlan.Signal shown() {
        new PicturePlan.Signal.OfControl(device(), names()[0])
    }

    @Builds
    @Word(says = 'fader.sends(cc(127))', meaning = 'Says that this unit was programmed to send another CC here.',
            example = '''
        mix.master.sends(cc(63))
        mix.master.to(daw)''')
    void sends(Shape shape) {
        rig.mustBeReading('sends')
        if (shape.form() != Form.CC || shape.low() != shape.high())
            throw rig.error("'sends' takes the one CC that the unit was programmed to send: sends(cc(127))")
        Programmed.sends(rig, device(), names()[0], Shapes.checked(rig, shape).low())
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
