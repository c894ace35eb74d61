package roadcase.devices

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Spoken
import roadcase.surface.ControlSpec
import roadcase.surface.ControlSpec.Type
import roadcase.surface.DeviceSpec
import roadcase.words.Button
import roadcase.words.Buttons
import roadcase.words.Device
import roadcase.words.Fader
import roadcase.words.Faders
import roadcase.words.Knobs

/**
 * Akai MIDImix: eight strips of three knobs, two buttons and a fader; a master fader; BANK LEFT, BANK RIGHT, SOLO.
 *
 * <p>Numbers: the factory map, everything on channel 1, as the scripts of Ableton Live, Zynthian and LX and the default
 * dump of midimixeditor have it. Lights: note-on at the button's factory number, 127 on, 0 off; they cannot be
 * programmed, SOLO has none (the same sources; Cantabile forum, thread 3295). A release is a note-off with velocity 127
 * (Ardour pull request 855).
 */
@Spoken('the MIDImix')
final class MidiMix extends Device {
    private static final int STRIPS = 8
    private static final int CHANNEL = 1

    /** Top, middle and bottom knob and fader of a strip send four CCs in a row; 32 to 45 are skipped. */
    private static final List<Integer> FIRST_CC = [16, 20, 24, 28, 46, 50, 54, 58]

    private static final int BANK_LEFT = 25
    private static final int BANK_RIGHT = 26
    private static final int SOLO_KEY = 27
    private static final int MASTER_CC = 62
    private static final int NO_LIGHT = -1

    /**
     * Its port as systems name it, without what they put around it. CoreMIDI, WinMM and ALSA's sequencer say
     * {@code MIDI Mix}, RtMidi on Windows puts an index behind, JACK and PipeWire write blanks as they like; raw ALSA and
     * javax.sound say {@code Mix [hw:3,0,0]}.
     */
    private static final List<String> PORT_NAMES = [/MIDI Mix/, /MIDI[ _-]?Mix( \d{1,2})?/, /Mix \[hw:\d+,\d+,0\]/]

    /** Akai's number, then the product's, in its identity reply (Ableton's script; dhoessl/apc-mini-py). */
    private static final List<Integer> IDENTITY = [0x47, 0x31]

    public static final DeviceSpec SPEC =
            new DeviceSpec('MidiMix', 'MIDI Mix', PORT_NAMES, IDENTITY, controls())

    /** For whoever finds that nothing moves. */
    public static final String EXPECTED = 'MIDImix: its controls are expected as the factory set them, on' +
            " channel 1; `roadcase monitor 'MIDI Mix'` shows what they send, Akai's MIDImix Editor resets them"

    MidiMix(RigBuilder rig, String alias) {
        super(rig, SPEC, alias)
    }

    /** Whether a port is one of its. */
    @NotAWord
    static boolean isOne(String port) {
        PORT_NAMES.any { String name -> port.matches(/(.*[^A-Za-z0-9])?/ + name + /([^A-Za-z0-9].*)?/) }
    }

    /** In the order in which lights are painted: rows of buttons, bank buttons, then what has no light. */
    private static List<ControlSpec> controls() {
        List<ControlSpec> all = []
        for (int strip : 1..STRIPS) all << button('mute', strip, 3 * strip - 2, "solo $strip", null)
        // while SOLO is held the unit itself sends these numbers for the MUTE row (Ardour pull request 855)
        for (int strip : 1..STRIPS) all << button('solo', strip, 3 * strip - 1, "mute $strip", 'soloKey')
        for (int strip : 1..STRIPS) all << button('recArm', strip, 3 * strip, null, null)
        all << lone('bankLeft', BANK_LEFT, BANK_LEFT)
        all << lone('bankRight', BANK_RIGHT, BANK_RIGHT)
        all << lone('soloKey', SOLO_KEY, NO_LIGHT)
        for (int strip : 1..STRIPS) {
            int cc = FIRST_CC[strip - 1]
            all << absolute("top $strip", 'top', strip, cc)
            all << absolute("mid $strip", 'mid', strip, cc + 1)
            all << absolute("low $strip", 'low', strip, cc + 2)
            all << absolute("fader $strip", 'faders', strip, cc + 3)
        }
        all << absolute('master', 'master', 1, MASTER_CC)
        all
    }

    private static ControlSpec button(String row, int strip, int note, String twin, String shift) {
        new ControlSpec("$row $strip", row, strip, Type.BUTTON, CHANNEL, note, note, twin, shift)
    }

    private static ControlSpec lone(String name, int note, int light) {
        new ControlSpec(name, name, 1, Type.BUTTON, CHANNEL, note, light, null, null)
    }

    private static ControlSpec absolute(String name, String row, int index, int cc) {
        new ControlSpec(name, row, index, Type.ABSOLUTE, CHANNEL, cc, NO_LIGHT, null, null)
    }

    @Word(says = 'mix.mute', meaning = 'The MUTE row; mix.mute[1] is the first.',
            example = 'mix.mute.toggles().to(daw)')
    Buttons getMute() {
        buttons('mute')
    }

    @Word(says = 'mix.solo', meaning = 'The MUTE row while SOLO is held; the unit shifts it by itself.',
            example = 'mix.solo.toggles().to(daw)')
    Buttons getSolo() {
        buttons('solo')
    }

    @Word(says = 'mix.recArm', meaning = 'The REC ARM row.', example = 'mix.recArm.toggles().to(daw)')
    Buttons getRecArm() {
        buttons('recArm')
    }

    @Word(says = 'mix.knobs', meaning = 'All knobs: 1 to 8 is the top row, 17 to 24 the lowest.',
            example = 'mix.knobs.pickup().to(daw)')
    Knobs getKnobs() {
        knobs('knobs', 'top', 'mid', 'low')
    }

    @Word(says = 'mix.faders', meaning = 'The eight faders of the strips.',
            example = 'mix.faders.hysteresis(3).to(daw)')
    Faders getFaders() {
        faders('faders')
    }

    @Word(says = 'mix.master', meaning = 'The master fader.', example = 'mix.master.becomes(cc(7)).to(synth)')
    Fader getMaster() {
        fader('master')
    }

    @Word(says = 'mix.bankLeft', meaning = 'BANK LEFT, with a light.', example = '''
        banks('Two sounds') {
            previous mix.bankLeft
            next     mix.bankRight
            bank 'A', channel: 1
            bank 'B', channel: 2
            everyBank { mix.mute.toggles().to(daw) }
        }''')
    Button getBankLeft() {
        button('bankLeft')
    }

    @Word(says = 'mix.bankRight', meaning = 'BANK RIGHT, with a light.',
            example = 'mix.bankRight.onPress { synth.send(programChange(2)) }')
    Button getBankRight() {
        button('bankRight')
    }

    @Word(says = 'mix.soloKey', meaning = 'The SOLO key; it has no light.',
            example = 'mix.soloKey.onPress { synth.send(noteOn(C4, 100)) }')
    Button getSoloKey() {
        button('soloKey')
    }

    @Word(says = 'mix.strips · strip.number .top .mid .low .fader .mute .recArm',
            meaning = 'The eight strips, each with its knobs, fader and buttons.', example = '''
        for (strip in mix.strips) {
            strip.fader.becomes(cc(7)).toChannel(strip.number).to(synth)
        }''')
    Strips getStrips() {
        List<Strip> all = []
        for (int n : 1..STRIPS)
            all << new Strip(n, knob("top $n"), knob("mid $n"), knob("low $n"), fader("fader $n"), button("mute $n"),
                    button("recArm $n"))
        new Strips(rig, name(), all)
    }

    @Builds
    @Word(says = 'mix.swapBankButtons()',
            meaning = 'For a unit that was programmed RIGHT = 25, LEFT = 26.', example = '''
        mix.swapBankButtons()
        mix.bankLeft.onPress { synth.send(programChange(1)) }''')
    void swapBankButtons() {
        rig.mustBeReading('swapBankButtons')
        sends('bankLeft', BANK_RIGHT)
        sends('bankRight', BANK_LEFT)
    }
}
