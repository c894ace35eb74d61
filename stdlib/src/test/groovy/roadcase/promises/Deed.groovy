package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.midi.Message

/**
 * One thing that happens in a case, at its time.
 *
 * <p>What hands do on the unit is said as such, for what the unit makes of it depends on what else is held there and
 * on whether it has power.
 */
@CompileStatic
final class Deed {
    enum What { PLAY, PRESS, RELEASE, TURN, RELOAD, MISTAKE, VANISH, RETURN, PANIC, QUIT, NIGHT, RESET }

    final long micros
    final What what
    /** PLAY, VANISH, RETURN; else null. */
    final String port
    /** PLAY; else null. */
    final Message message
    /** PRESS, RELEASE: the button. TURN: the CC. RELOAD, MISTAKE: which script. */
    final int number
    /** TURN. */
    final int value

    private Deed(long micros, What what, String port, Message message, int number, int value) {
        this.micros = micros
        this.what = what
        this.port = port
        this.message = message
        this.number = number
        this.value = value
    }

    static Deed play(long micros, String port, Message message) {
        new Deed(micros, What.PLAY, port, message, 0, 0)
    }

    static Deed press(long micros, int button) {
        new Deed(micros, What.PRESS, null, null, button, 0)
    }

    static Deed release(long micros, int button) {
        new Deed(micros, What.RELEASE, null, null, button, 0)
    }

    static Deed turn(long micros, int cc, int value) {
        new Deed(micros, What.TURN, null, null, cc, value)
    }

    static Deed reload(long micros, int script) {
        new Deed(micros, What.RELOAD, null, null, script, 0)
    }

    static Deed mistake(long micros, int script) {
        new Deed(micros, What.MISTAKE, null, null, script, 0)
    }

    static Deed vanish(long micros, String port) {
        new Deed(micros, What.VANISH, port, null, 0, 0)
    }

    static Deed comeBack(long micros, String port) {
        new Deed(micros, What.RETURN, port, null, 0, 0)
    }

    static Deed panic(long micros) {
        new Deed(micros, What.PANIC, null, null, 0, 0)
    }

    static Deed quit(long micros) {
        new Deed(micros, What.QUIT, null, null, 0, 0)
    }

    /** The show ends and is started again with what it remembers. */
    static Deed night(long micros) {
        new Deed(micros, What.NIGHT, null, null, 0, 0)
    }

    /** The unit loses its lights and its fingers' layer, and says who it is. */
    static Deed reset(long micros) {
        new Deed(micros, What.RESET, null, null, 0, 0)
    }

    @Override
    String toString() {
        "${micros / 1e6d} $what ${port ?: ''} ${message ?: ''} $number $value"
    }
}
