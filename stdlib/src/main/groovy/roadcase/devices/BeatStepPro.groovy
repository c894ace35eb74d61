package roadcase.devices

import roadcase.rig.RigBuilder
import roadcase.rig.plan.Source
import roadcase.script.NotAWord
import roadcase.script.Spoken
import roadcase.surface.ControlSpec
import roadcase.surface.DeviceSpec
import roadcase.words.Device
import roadcase.words.Flow
import roadcase.words.Line

/**
 * Arturia BeatStep Pro: two sequencers and a drum sequencer, heard as what they play. From the factory they send on
 * channels 1, 2 and 10; each can be set to another on the unit (manual, CHAN).
 *
 * <p>It has no lights for others in its normal mode, and its control mode sends what Arturia's MIDI Control Center says,
 * so it has no controls here: {@code bsp.cc(10)} is its first encoder as it comes from the factory.
 */
@Spoken('the BeatStep Pro')
final class BeatStepPro extends Device implements Flow {
    /**
     * The port of sequencers, clock and CCs. WinMM calls it {@code Arturia BeatStep Pro}, ALSA's sequencer
     * {@code Arturia BeatStep Pro MIDI 1}, CoreMIDI {@code Arturia BeatStep Pro Arturia BeatStepPro}; the second one, for
     * Mackie's protocol, is never meant (Bitwig's extension for it; LinkVST's documentation).
     */
    private static final List<String> PORT_NAMES = [/Arturia BeatStep Pro/, /(Arturia )?BeatStep[ _]?Pro([ _]MIDI[ _]1)?/,
        /Arturia BeatStep Pro Arturia BeatStep ?Pro/]

    /** Arturia's number in its identity reply; which of its products it is nobody has written down (Bitwig's extension). */
    private static final List<Integer> IDENTITY = [0x00, 0x20, 0x6B]

    public static final DeviceSpec SPEC =
            new DeviceSpec('BeatStepPro', 'BeatStep Pro', PORT_NAMES, IDENTITY, List.<ControlSpec> of())

    BeatStepPro(RigBuilder rig, String alias) {
        super(rig, SPEC, alias)
    }

    @NotAWord
    @Override
    Line line() {
        new Line(rig, new Source.Port(ports()[0]))
    }

    @NotAWord
    @Override
    String from() {
        line().from()
    }
}
