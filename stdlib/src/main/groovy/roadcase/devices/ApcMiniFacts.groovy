package roadcase.devices

import groovy.transform.PackageScope
import roadcase.midi.Kind
import roadcase.surface.ControlSpec
import roadcase.surface.ControlSpec.Type
import roadcase.surface.DeviceSpec
import roadcase.surface.Light
import roadcase.surface.Light.Hue
import roadcase.surface.Light.Motion
import roadcase.surface.LightKind
import roadcase.surface.LightSpec
import roadcase.surface.ListedLights
import roadcase.surface.ListedLights.Value
import roadcase.surface.Manners
import roadcase.surface.Manners.Chord
import roadcase.surface.Manners.Report
import roadcase.surface.PaletteLights
import roadcase.surface.PaletteLights.Way
import roadcase.surface.RgbMessage
import roadcase.surface.RgbMessage.Group

/**
 * What an APC mini is, of both generations.
 *
 * <p>Sources: Live's scripts APC_mini and APC_mini_mk2, Bitwig's extension apcmk2, DrivenByMoss, LX, Mixxx; for what its
 * lights do on the second generation Akai's "APC mini mk2 Communication Protocol" as these have it, and padbound for the
 * order in which they take it. A button of the first generation says note-off 127 when it is let go, as its owner's notes
 * have it; what comes with a note-off does not matter here.
 */
@PackageScope
final class ApcMiniFacts {
    static final int SIDE = 8
    private static final int CHANNEL = 1
    private static final int FIRST_FADER = 48
    private static final int MASTER = 56

    /** Live's number, as its scripts introduce themselves; the unit answers any. */
    private static final String INTRODUCTION = 'F0 47 7F 4F 60 00 04 41 00 00 00 F7'

    /** Note-on: 0 off, then green, red and yellow, each still and blinking. A note-off does nothing (BespokeSynth 1828). */
    private static final ListedLights THREE = new ListedLights('three colours', [new Value(Light.OFF, 0),
        new Value(Light.GREEN, 1), new Value(Light.GREEN.blinking(0), 2), new Value(Light.RED, 3),
        new Value(Light.RED.blinking(0), 4), new Value(Light.YELLOW, 5), new Value(Light.YELLOW.blinking(0), 6)])

    private static final ListedLights RED_ONLY = one('only red', Light.RED)
    private static final ListedLights GREEN_ONLY = one('only green', Light.GREEN)

    private static final RgbMessage RGB = new RgbMessage([0xF0, 0x47, 0x7F, 0x4F, 0x24], true, Group.RUN_OF_EIGHT_BITS, 32)

    /** The channel is how bright a pad is, or how it moves; the channel of a whole grid of seven is the brightest. */
    private static final List<Way> WAYS = [new Way(7, Motion.STILL, 0, 100), new Way(1, Motion.STILL, 0, 10),
        new Way(2, Motion.STILL, 0, 25), new Way(3, Motion.STILL, 0, 50), new Way(4, Motion.STILL, 0, 65),
        new Way(5, Motion.STILL, 0, 75), new Way(6, Motion.STILL, 0, 90), new Way(10, Motion.PULSE, 4, 100),
        new Way(8, Motion.PULSE, 16, 100), new Way(9, Motion.PULSE, 8, 100), new Way(11, Motion.PULSE, 2, 100),
        new Way(15, Motion.BLINK, 4, 100), new Way(12, Motion.BLINK, 24, 100), new Way(13, Motion.BLINK, 16, 100),
        new Way(14, Motion.BLINK, 8, 100), new Way(16, Motion.BLINK, 2, 100)]

    private static final Map<Hue, Integer> NAMED = [(Hue.ON): 21, (Hue.GREEN): 21, (Hue.RED): 5, (Hue.YELLOW): 13]

    /** Byte for byte the same in LX, Helgobox and tstriker's apc-mini-mk2, each from Akai's own document. */
    private static final String PALETTE = '''
        000000 1E1E1E 7F7F7F FFFFFF FF4C4C FF0000 590000 190000 FFBD6C FF5400 591D00 271B00 FFFF4C FFFF00 595900 191900
        88FF4C 54FF00 1D5900 142B00 4CFF4C 00FF00 005900 001900 4CFF5E 00FF19 00590D 001902 4CFF88 00FF55 00591D 001F12
        4CFFB7 00FF99 005935 001912 4CC3FF 00A9FF 004152 001019 4C88FF 0055FF 001D59 000819 4C4CFF 0000FF 000059 000019
        874CFF 5400FF 190064 0F0030 FF4CFF FF00FF 590059 190019 FF4C87 FF0054 59001D 220013 FF1500 993500 795100 436400
        033900 005735 00547F 0000FF 00454F 2500CC 7F7F7F 202020 FF0000 BDFF2D AFED06 64FF09 108B00 00FF87 00A9FF 002AFF
        3F00FF 7A00FF B21A7D 402100 FF4A00 88E106 72FF15 00FF00 3BFF26 59FF71 38FFCC 5B8AFF 3151C6 877FE9 D31DFF FF005D
        FF7F00 B9B000 90FF00 835D07 392B00 144C10 0D5038 15152A 16205A 693C1C A8000A DE513D D86A1C FFE126 9EE12F 67B50F
        1E1E30 DCFF6B 80FFBD 9A99FF 8E66FF 404040 757575 E0FFFF A00000 350000 1AD000 074200 B9B000 3F3100 B35F00 4B1502'''

    private static final PaletteLights MIXED =
            new PaletteLights('a palette of 128 colours', palette(), NAMED, WAYS, RGB, true)

    /**
     * CoreMIDI and WinMM say {@code APC MINI}, ALSA {@code APC MINI MIDI 1}; case differs between versions (BespokeSynth
     * 1828). Of the second generation the port is called Control, on Windows as the unit; the one called Notes takes no
     * lights. Raw ALSA and javax.sound have the card's short id.
     */
    private static final List<String> FIRST_NAMES = [/APC MINI/, /APC[ _-]?MINI( MIDI 1)?( \d{1,2})?/, /MINI \[hw:\d+,\d+,0\]/]
    private static final List<String> SECOND_NAMES = [/APC mini mk2 Control/, /(AKAI )?APC mini mk2( Control)?( MIDI 1)?( \d{1,2})?/,
        /mk2 \[hw:\d+,\d+,0\]/]

    private ApcMiniFacts() {}

    static DeviceSpec both() {
        DeviceSpec second = new DeviceSpec('ApcMini', 'APC mini mk2', 'APC mini mk2 Control', SECOND_NAMES,
                [0x47, 0x4F, 0x00, 0x19], controls(MIXED, 100, 112, 122),
                new Manners([INTRODUCTION], 0L, [], [positions(), mode()], false, modes()), [])
        new DeviceSpec('ApcMini', 'APC mini', 'APC MINI', FIRST_NAMES, [0x47, 0x28, 0x00, 0x19],
                controls(THREE, 64, 82, 98), Manners.PLAIN, [second])
    }

    /** The answer to the introduction: where the nine faders stand. */
    private static Report positions() {
        List<String> faders = []
        for (int i : 1..SIDE) faders << "fader $i".toString()
        new Report([0xF0, 0x47, -1, 0x4F, 0x61, 0x00, 0x09], faders + ['master'])
    }

    /** Printed under SHIFT: Drum and Note. Source: Ableton's own script and Bitwig's extension, in code. */
    private static List<Chord> modes() {
        [new Chord('shift', 'rowButton 6'), new Chord('shift', 'rowButton 7')]
    }

    /** SHIFT and a button: session, note or drum mode; after it nothing is lit as it was (Bitwig's extension). */
    private static Report mode() {
        new Report([0xF0, 0x47, -1, 0x4F, 0x62, 0x00, 0x01], [])
    }

    private static List<Integer> palette() {
        List<Integer> all = []
        for (String hex : PALETTE.trim().split(/\s+/)) all << Integer.parseInt(hex, 16)
        all
    }

    private static ListedLights one(String called, Light colour) {
        new ListedLights(called, [new Value(Light.OFF, 0), new Value(colour, 1), new Value(colour.blinking(0), 2)])
    }

    /** Pads row by row from the top, where the numbers begin at the bottom; then the buttons, then the faders. */
    private static List<ControlSpec> controls(LightKind pads, int below, int beside, int shift) {
        List<ControlSpec> all = []
        for (int row : 1..SIDE)
            for (int column : 1..SIDE)
                all << button("row $row column $column", 'grid', (row - 1) * SIDE + column, (SIDE - row) * SIDE + column - 1, pads)
        for (int i : 1..SIDE) all << button("columnButton $i", 'columnButtons', i, below + i - 1, RED_ONLY)
        for (int i : 1..SIDE) all << button("rowButton $i", 'rowButtons', i, beside + i - 1, GREEN_ONLY)
        all << button('shift', 'shift', 1, shift, null)
        for (int i : 1..SIDE) all << fader("fader $i", 'faders', i, FIRST_FADER + i - 1)
        all << fader('master', 'master', 1, MASTER)
        all
    }

    private static ControlSpec button(String name, String row, int index, int note, LightKind light) {
        LightSpec lamp = light == null ? null : new LightSpec(light, Kind.NOTE_ON, CHANNEL, note)
        new ControlSpec(name, row, index, Type.BUTTON, Kind.NOTE_ON, CHANNEL, note, lamp, null, null)
    }

    private static ControlSpec fader(String name, String row, int index, int cc) {
        new ControlSpec(name, row, index, Type.ABSOLUTE, Kind.CC, CHANNEL, cc, null, null, null)
    }
}
