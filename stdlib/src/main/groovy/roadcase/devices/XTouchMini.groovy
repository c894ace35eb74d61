package roadcase.devices

import roadcase.docs.Word
import roadcase.midi.Kind
import roadcase.rig.RigBuilder
import roadcase.script.Spoken
import roadcase.surface.ControlSpec
import roadcase.surface.DeviceSpec
import roadcase.surface.Light
import roadcase.surface.LightSpec
import roadcase.surface.ListedLights
import roadcase.surface.ListedLights.Value
import roadcase.surface.Manners
import roadcase.words.Buttons
import roadcase.words.Device
import roadcase.words.Fader
import roadcase.words.Knobs

/**
 * Behringer X-Touch Mini in its standard mode, layer A, as it comes from the factory: eight knobs with rings of thirteen
 * lights that can be pushed, sixteen buttons, a fader. It sends on channel 11 and takes lights on its global channel, 1.
 *
 * <p>Sources: Behringer's manual for lights; padbound and a log of MIDI-OX for what it sends. It darkens the light of a
 * button by itself when that is let go (padbound), so that light is sent again then. It does not say who it is.
 */
@Spoken('the X-Touch Mini')
final class XTouchMini extends Device {
    private static final int SENDS = 11
    private static final int LISTENS = 1
    private static final int KNOBS = 8
    private static final int RING = 13
    private static final int FIRST_RING = 9

    private static final ListedLights BUTTON = new ListedLights('one colour',
            [new Value(Light.OFF, 0), new Value(Light.ON, 1), new Value(Light.ON.blinking(0), 2)])

    private static final List<String> PORT_NAMES = [/X-TOUCH MINI/, /X[ _-]?TOUCH[ _-]MINI( MIDI 1)?( \d{1,2})?/]

    public static final DeviceSpec SPEC = new DeviceSpec('XTouchMini', 'X-Touch Mini', 'X-TOUCH MINI', PORT_NAMES, [], controls(),
            new Manners([], 0L, [], [], true), [])

    XTouchMini(RigBuilder rig, String alias) {
        super(rig, SPEC, alias)
    }

    /** 1 to 13 is one light of the ring, 14 to 26 the same blinking, 27 all of them, 28 all blinking. */
    private static ListedLights ring() {
        List<Value> values = [new Value(Light.OFF, 0), new Value(Light.ON, 27), new Value(Light.ON.blinking(0), 28)]
        for (int place : 1..RING) {
            Light there = Light.level(((place - 1) * 127).intdiv(RING - 1))
            values << new Value(there, place)
            values << new Value(there.blinking(0), RING + place)
        }
        new ListedLights('a ring of 13', values)
    }

    private static List<ControlSpec> controls() {
        ListedLights ring = ring()
        ControlRows rows = new ControlRows()
        (1..16).each { int i ->
            String row = i <= KNOBS ? 'upper' : 'lower'
            int index = i <= KNOBS ? i : i - KNOBS
            rows.add(ControlRows.button("$row $index", row, index, Kind.NOTE_ON, SENDS, 7 + i,
                    new LightSpec(BUTTON, Kind.NOTE_ON, LISTENS, i - 1)))
        }
        rows.buttons('push', 'push', Kind.NOTE_ON, SENDS, (0..7).toList(), null)
        List<LightSpec> rings = (0..<KNOBS).collect { int i -> new LightSpec(ring, Kind.CC, LISTENS, FIRST_RING + i) }
        rows.absolutes('knob', 'knobs', SENDS, (1..KNOBS).toList(), rings)
        rows.absolute('fader', SENDS, 9)
        rows.all()
    }

    @Word(says = 'mini.upper', meaning = 'The upper row of buttons.', example = '''
        def mini = device(XTouchMini)
        mini.upper.toggles().to(daw)''')
    Buttons getUpper() {
        buttons('upper')
    }

    @Word(says = 'mini.lower', meaning = 'The lower row of buttons.', example = '''
        def mini = device(XTouchMini)
        mini.lower.toggles().to(daw)''')
    Buttons getLower() {
        buttons('lower')
    }

    @Word(says = 'mini.push', meaning = 'The knobs as buttons, when they are pushed; they have no light for that.', example = '''
        def mini = device(XTouchMini)
        mini.push[1].onPress { synth.send(programChange(1)) }''')
    Buttons getPush() {
        buttons('push')
    }

    @Word(says = 'mini.knobs', meaning = 'The eight knobs.', example = '''
        def mini = device(XTouchMini)
        mini.knobs.pickup().to(daw)''')
    Knobs getKnobs() {
        knobs('knobs', 'knobs')
    }

    @Word(says = 'mini.fader', meaning = 'The fader.', example = '''
        def mini = device(XTouchMini)
        mini.fader.pickup().to(daw)''')
    Fader getFader() {
        fader('fader')
    }
}
