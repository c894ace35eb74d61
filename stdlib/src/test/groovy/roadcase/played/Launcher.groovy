package roadcase.played

import groovy.transform.CompileStatic
import roadcase.devices.ApcMini
import roadcase.midi.Message
import roadcase.surface.DeviceSpec
import roadcase.surface.Light
import roadcase.surface.SimulatedUnit

/** A gig with an APC mini that somebody plays: what its lights show is what the unit makes of what it was sent. */
@CompileStatic
class Launcher {
    static final DeviceSpec FIRST = ApcMini.SPEC
    static final String HEAD = '''
        def apc  = device(ApcMini)
        def keys = input('Keys')
        def daw  = output('DAW')
        '''
    static final String LAYOUT = '''
        layout """
            x x x . x . . .
            x x x x x . . .
            . x x x . x . .
            . . x . . x . .
            . . . . . . . .
            . . . . . . . .
            . . . . . . . .
            x . x . x . x .
        """
        '''
    static final String BUTTONS = '''
        columnButtons apc.columnButtons
        rowButtons    apc.rowButtons
        stopAll       apc.rowButtons[8], holding: apc.shift
        '''
    static final String CODE = '''
        onStart { clip -> daw.send(noteOn(clip.number, 127)) }
        onStop  { clip -> daw.send(noteOff(clip.number)) }
        '''
    static final String PLAIN = HEAD + 'def all = apc.grid.clips {' + LAYOUT + BUTTONS + CODE + '}\n'
    static final String BARS = HEAD + 'def link = clock(LINK, 120.bpm)\napc.grid.clips {' + LAYOUT + BUTTONS + CODE +
            'quantise 1.bar, link\n}\n'

    final Played gig
    private final SimulatedUnit unit = new SimulatedUnit(FIRST, { Message m -> })
    private int heard

    Launcher(String script) {
        gig = Played.script(script)
        look()
    }

    Launcher at(double seconds) {
        gig.at(seconds)
        this
    }

    Launcher press(String control) {
        gig.plays('APC MINI', unit.press(control).hex())
        this
    }

    Launcher release(String control) {
        gig.plays('APC MINI', unit.release(control).hex())
        this
    }

    Launcher tap(String control) {
        press(control).release(control)
    }

    /** The unit was switched off and is there again. */
    Launcher switchedOff() {
        gig.vanishes('APC MINI')
        look()
        unit.powerLost()
        this
    }

    private void look() {
        List<String> all = gig.heard('APC MINI')
        all.drop(heard).each { String hex -> unit.hear(Message.parse(hex)) }
        heard = all.size()
    }

    /** What the unit shows. */
    String shows(String control) {
        look()
        said(unit.shows(control))
    }

    /** The same of every light. */
    Map<String, String> lights() {
        look()
        unit.lights().collectEntries { String control, Light light -> [control, said(light)] } as Map<String, String>
    }

    private static String said(Light light) {
        light.isLit() ? light.toString() : 'off'
    }

    /** What the unit was told about a control since {@code from} messages, as the document writes it: 09 90 xx 02 is 02. */
    List<String> told(String control, int from) {
        String number = String.format('%02X', FIRST.control(control).number())
        gig.heard('APC MINI').drop(from).findAll { String hex -> hex.startsWith("90 $number") }.collect { String hex -> hex[6..7] }
    }

    int count() {
        gig.heard('APC MINI').size()
    }

    static String pad(int column, int row) {
        "row $row column $column"
    }
}
