package roadcase.promises

import groovy.transform.CompileStatic
import java.util.function.Consumer
import roadcase.midi.Message
import roadcase.promises.Deed.What
import roadcase.rig.Rehearsal
import roadcase.rig.Remembered
import roadcase.rig.Standing
import roadcase.rig.Trace
import roadcase.rig.plan.Origin

/**
 * Plays the deeds of a case in virtual time, on the stage that plays live, and keeps what was sent.
 *
 * <p>What cannot be is left out: a port without a plug says nothing, a button that is down does not go down. So any
 * deed of a case may be struck out, and the rest is a case still.
 */
@CompileStatic
class Performance implements Rehearsal.Paper {
    /** One message that went out. */
    static final class Sent {
        final long nanos
        final String port
        final Message message

        Sent(long nanos, String port, Message message) {
            this.nanos = nanos
            this.port = port
            this.message = message
        }

        @Override
        String toString() {
            "${nanos / 1e9d} $port ${message.hex()}"
        }
    }

    private final Repertoire gigs
    private Rehearsal rehearsal
    private long micros
    final Set<String> away = new LinkedHashSet<>()
    private final Set<String> missed = []
    final MixUnit unit = new MixUnit()
    final List<Sent> sent = []
    final List<String> faults = []
    /** Which script plays. */
    int script
    /** The message that the deed just done made somebody say, or null. */
    Message said
    /** Whether the show has ended. */
    boolean over
    /** What was done, as lines of a rehearsal, evening by evening; null where nobody asks. */
    List<List<String>> lines
    /** Told what becomes of each message; null where nobody asks. */
    private final Consumer<Trace> follower
    List<Remembered> evenings = []
    List<Integer> firsts = []

    Performance(Repertoire gigs, int first, boolean written = false, Consumer<Trace> follower = null) {
        this.gigs = gigs
        this.follower = follower
        if (written) lines = []
        gigs.begin()
        begin(first, Remembered.NOTHING)
    }

    private void begin(int first, Remembered remembered) {
        script = first
        if (lines != null) {
            lines << []
            evenings << remembered
            firsts << first
        }
        rehearsal = new Rehearsal(gigs.declared(first), remembered, this)
        if (follower != null) rehearsal.follow(follower)
        over = false
        missed.clear()
        missing()
    }

    /** A port that this evening did not know when its plug was pulled lacks it when it is named. */
    private void missing() {
        for (String port : away)
            if (!(port in missed) && rehearsal.vanish(nanos(), port) == null) {
                missed << port
                write('vanish', ',"port":"' + port + '"')
            }
    }

    /** Does it. With {@link #settle} all that comes of it at once is there too. @return whether it could be done */
    boolean does(Deed deed) {
        said = null
        if (over) return false
        micros = deed.micros
        switch (deed.what) {
            case What.PLAY: return says(deed.port, deed.message)
            case What.PRESS: return says(MixUnit.PORT, unit.press(deed.number))
            case What.RELEASE: return says(MixUnit.PORT, unit.release(deed.number))
            case What.TURN: return says(MixUnit.PORT, MixUnit.turn(deed.number, deed.value))
            case What.RESET:
                if (MixUnit.PORT in away) return false
                settle()
                unit.powerLost()
                return says(MixUnit.PORT, MixUnit.IDENTITY)
            case What.RELOAD:
                write('reload', ',"file":"' + gigs.names[deed.number] + '.groovy"')
                script = deed.number
                rehearsal.reload(nanos(), gigs.declared(deed.number))
                missing()
                return true
            case What.MISTAKE:
                write('reload', ',"file":"mistake-' + deed.number + '.groovy"')
                assert gigs.refused(deed.number)
                return true
            case What.VANISH:
                if (deed.port in away || rehearsal.vanish(nanos(), deed.port) != null) return false
                write('vanish', ',"port":"' + deed.port + '"')
                away << deed.port
                missed << deed.port
                if (deed.port == MixUnit.PORT) {
                    settle()
                    unit.powerLost()
                }
                return true
            case What.RETURN:
                if (!away.remove(deed.port)) return false
                if (missed.remove(deed.port)) {
                    write('return', ',"port":"' + deed.port + '"')
                    rehearsal.comeBack(nanos(), deed.port)
                }
                return true
            case What.PANIC:
                write('panic', '')
                rehearsal.panic(nanos())
                return true
            case What.QUIT:
                write('quit', '')
                rehearsal.quit(nanos())
                settle()
                over = true
                return true
            case What.NIGHT:
                write('quit', '')
                rehearsal.quit(nanos())
                settle()
                begin(script, rehearsal.remembered())
                return true
        }
        throw new IllegalStateException(deed.what.name())
    }

    private boolean says(String port, Message message) {
        if (message == null || port in away) return false
        if (rehearsal.message(nanos(), port, message) != null) return false
        said = message
        if (lines != null) lines.last() << ('{"t":' + seconds() + ',"port":"' + port + '","midi":"' + message.hex() + '"}')
        true
    }

    private void write(String what, String more) {
        if (lines != null) lines.last() << ('{"t":' + seconds() + ',"do":"' + what + '"' + more + '}')
    }

    private String seconds() {
        String.format(Locale.ROOT, '%.6f', micros / 1e6d)
    }

    private long nanos() {
        micros * 1000
    }

    /** All that was done has come about. */
    void settle() {
        if (!over) rehearsal.end(nanos())
    }

    /** Nothing more is done; time goes on. */
    void waits(double seconds) {
        micros += Math.round(seconds * 1e6d)
        if (lines != null) lines.last() << ('{"t":' + this.seconds() + ',"do":"end"}')
        if (!over) rehearsal.end(nanos())
    }

    /** It is later, and nothing is done. */
    void advance(long newMicros) {
        micros = newMicros
        settle()
    }

    /** What would become of a message now. */
    Trace would(String port, Message message) {
        rehearsal.stage().why().would(port, message)
    }

    Remembered remembered() {
        rehearsal.remembered()
    }

    Standing standing() {
        rehearsal.stage().standing()
    }

    long now() {
        micros
    }

    @Override
    void sent(long timeNanos, String port, Message message) {
        sent << new Sent(timeNanos, port, message)
        if (port == MixUnit.PORT && !(port in away)) unit.hear(message)
    }

    @Override
    void fault(long timeNanos, Origin where, String sentence) {
        faults << ("${where.line()}: $sentence" as String)
    }

    @Override
    void note(long timeNanos, String sentence) {}

    @Override
    void light(long timeNanos, String port, String control, boolean on) {}
}
