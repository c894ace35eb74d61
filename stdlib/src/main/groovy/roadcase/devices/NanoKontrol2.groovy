package roadcase.devices

import roadcase.docs.Word
import roadcase.midi.Kind
import roadcase.rig.RigBuilder
import roadcase.script.Spoken
import roadcase.surface.ControlSpec
import roadcase.surface.DeviceSpec
import roadcase.surface.ListedLights
import roadcase.surface.Manners
import roadcase.words.Button
import roadcase.words.Buttons
import roadcase.words.Device
import roadcase.words.Faders
import roadcase.words.Knobs

/**
 * Korg nanoKONTROL2: eight strips of a knob, a fader and three buttons; a row for transport, three for markers, two for
 * tracks. It is put into its native mode, in which its lights are ours, all on channel 16, without Korg's editor.
 *
 * <p>Sources: Zynthian's driver and its tests, and a second code base, for numbers and the native mode.
 */
@Spoken('the nanoKONTROL2')
final class NanoKontrol2 extends Device {
    private static final int CHANNEL = 16
    private static final String HEAD = 'F0 42 40 00 01 13 00 00 00'

    private static final List<String> PORT_NAMES = [/nanoKONTROL2/, /nanoKONTROL2( MIDI 1| SLIDER\/KNOB| CTRL| _ CTRL)?( \d{1,2})?/]

    public static final DeviceSpec SPEC = new DeviceSpec('NanoKontrol2', 'nanoKONTROL2', 'nanoKONTROL2', PORT_NAMES,
            [0x42, 0x13, 0x01, 0x00, 0x00], controls(), new Manners(["$HEAD 01 F7".toString()], 0L, ["$HEAD 00 F7".toString()], []), [])

    NanoKontrol2(RigBuilder rig, String alias) {
        super(rig, SPEC, alias)
    }

    /** What stands alone: its word and its CC. */
    private static Map<String, Integer> single() {
        [play: 41, stop: 42, rewind: 43, forward: 44, record: 45, cycle: 46, trackLeft: 58, trackRight: 59, markerSet: 60,
            markerLeft: 61, markerRight: 62]
    }

    private static List<ControlSpec> controls() {
        ControlRows rows = new ControlRows()
        rows.buttons('solo', 'solo', Kind.CC, CHANNEL, (32..39).toList(), ListedLights.ON_OFF)
        rows.buttons('mute', 'mute', Kind.CC, CHANNEL, (48..55).toList(), ListedLights.ON_OFF)
        rows.buttons('recArm', 'recArm', Kind.CC, CHANNEL, (64..71).toList(), ListedLights.ON_OFF)
        for (Map.Entry<String, Integer> one : single().entrySet())
            rows.button(one.key, Kind.CC, CHANNEL, one.value, one.value <= 46 ? ListedLights.ON_OFF : null)
        rows.absolutes('knob', 'knobs', CHANNEL, (16..23).toList())
        rows.absolutes('fader', 'faders', CHANNEL, (0..7).toList())
        rows.all()
    }

    @Word(says = 'nano.solo', meaning = 'The upper row of buttons.', example = '''
        def nano = device(NanoKontrol2)
        nano.solo.toggles().to(daw)''')
    Buttons getSolo() {
        buttons('solo')
    }

    @Word(says = 'nano.mute', meaning = 'The middle row of buttons.', example = '''
        def nano = device(NanoKontrol2)
        nano.mute.toggles().to(daw)''')
    Buttons getMute() {
        buttons('mute')
    }

    @Word(says = 'nano.recArm', meaning = 'The lower row of buttons.', example = '''
        def nano = device(NanoKontrol2)
        nano.recArm.toggles().to(daw)''')
    Buttons getRecArm() {
        buttons('recArm')
    }

    @Word(says = 'nano.knobs', meaning = 'The eight knobs.', example = '''
        def nano = device(NanoKontrol2)
        nano.knobs.pickup().to(daw)''')
    Knobs getKnobs() {
        knobs('knobs', 'knobs')
    }

    @Word(says = 'nano.faders', meaning = 'The eight faders.', example = '''
        def nano = device(NanoKontrol2)
        nano.faders.pickup().to(daw)''')
    Faders getFaders() {
        faders('faders')
    }

    @Word(says = "nano.transport('play')",
            meaning = 'A button by what it is: play, stop, rewind, forward, record, cycle, trackLeft, trackRight, markerSet, markerLeft or markerRight.',
            example = '''
        def nano = device(NanoKontrol2)
        nano.transport('play').onPress { synth.send(programChange(1)) }''')
    Button transport(String control) {
        if (!single().containsKey(control))
            throw rig.error("the nanoKONTROL2 has no button '$control'; it has ${single().keySet().join(', ')}")
        button(control)
    }
}
