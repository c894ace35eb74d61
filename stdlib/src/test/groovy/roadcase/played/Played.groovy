package roadcase.played

import groovy.transform.CompileStatic
import roadcase.midi.Message
import roadcase.rig.Declared
import roadcase.rig.PresetStanding
import roadcase.rig.Rehearsal
import roadcase.rig.Remembered
import roadcase.rig.Stage
import roadcase.rig.plan.Action.SwitchPreset.How
import roadcase.rig.plan.Origin
import roadcase.surface.ControlSpec

import java.util.function.Consumer

/**
 * A script that is played in virtual time, and what came of it. What is done is done at the time last given to
 * {@link #at}.
 *
 * <pre>
 * def gig = Played.script('''...''')
 * gig.at(0.1).plays('MIDI Mix', '90 01 7F')
 * gig.sent('Masterator OUT') == ['0.100 90 01 7F']
 * </pre>
 */
@CompileStatic
class Played {
    private static final String MIX = 'MIDI Mix'

    private final Map<String, String> files
    private final Rehearsal rehearsal
    private final List<Sent> sentSince = []
    private final List<String> onRack = []
    private final List<String> faults = []
    private final List<String> notes = []
    /** What happened, as lines of a rehearsal. */
    final List<String> events = []
    /** Presets that were switched: {@code 0.100 Deep Mind on}. */
    final List<String> switched = []
    final Map<String, Receiver> receivers = [:].withDefault { new Receiver() } as Map<String, Receiver>
    private long now

    @groovy.transform.Canonical
    static class Sent {
        long nanos
        String port
        Message message
    }

    private Played(Declared gig, Map<String, String> files, Remembered remembered) {
        this.files = files
        rehearsal = new Rehearsal(gig, remembered, new Paper())
    }

    /** A gig; what it includes is in {@code files}, by name. */
    static Played script(String text, Map<String, String> files = [:]) {
        new Played(Scripts.declared(text, files), files, Remembered.NOTHING)
    }

    /** The next evening: another start with what is remembered. */
    Played nextEvening(String text) {
        flush()
        new Played(Scripts.declared(text, files), files, rehearsal.remembered())
    }

    /** From now on it is this time, in seconds. */
    Played at(double seconds) {
        long then = Math.round(seconds * 1e9d)
        assert then >= now
        now = then
        this
    }

    double seconds() {
        now / 1e9d
    }

    /** Messages come in at a port, in hex. */
    Played plays(String port, String... messages) {
        for (String hex : messages) {
            events << (/{"t":/ + seconds(now) + /,"port":"/ + port + /","midi":"/ + hex + /"}/)
            assert rehearsal.message(now, port, Message.parse(hex)) == null
        }
        this
    }

    Played reload(String text, Map<String, String> others = files) {
        events << (/{"t":/ + seconds(now) + /,"do":"reload"}/)
        rehearsal.reload(now, Scripts.declared(text, others))
        this
    }

    Played vanishes(String port) {
        event('vanish', port)
        assert rehearsal.vanish(now, port) == null
        this
    }

    Played comesBack(String port) {
        event('return', port)
        assert rehearsal.comeBack(now, port) == null
        this
    }

    Played panic() {
        event('panic', null)
        rehearsal.panic(now)
        this
    }

    Played quits() {
        event('quit', null)
        rehearsal.quit(now)
        this
    }

    /** By the shell, or a page. */
    Played switches(String preset, How how) {
        String refused = null
        rehearsal.at(now) { Stage s -> refused = s.preset(preset, how) }
        flush()
        assert refused == null
        this
    }

    Played slides(String preset, String label, int value) {
        String refused = null
        rehearsal.at(now) { Stage s -> refused = s.slider(preset, label, value) }
        flush()
        assert refused == null
        this
    }

    /** Presets that are on; the shown one first, in brackets where it is off. */
    List<String> presets() {
        List<PresetStanding> all = stage().standing().presets()
        all.findAll { it.shown() }.collect { it.on() ? it.name() : "(${it.name()})".toString() } +
                all.findAll { it.on() && !it.shown() }*.name()
    }

    /** Sliders of the shown preset, as a face shows them. */
    List<String> sliders() {
        stage().standing().presets().findAll { it.shown() }.collectMany { it.sliders() }.collect { "${it.label()} ${it.reads()}".toString() }
    }

    Played tempo(double bpm) {
        events << (/{"t":/ + seconds(now) + /,"do":"tempo","bpm":/ + bpm + '}')
        rehearsal.tempo(now, bpm)
        this
    }

    /** Somebody does this on the stage now. */
    Played does(Consumer<Stage> what) {
        flush()
        rehearsal.at(now, what)
        flush()
        this
    }

    private void event(String what, String port) {
        events << (/{"t":/ + seconds(now) + /,"do":"/ + what + '"' + (port == null ? '' : /,"port":"/ + port + '"') + '}')
    }

    /** What was said so far is forgotten; begins to listen anew. */
    Played fresh() {
        flush()
        sentSince.clear()
        this
    }

    private void flush() {
        rehearsal.end(now)
    }

    /** What went out at a port: {@code 0.100 90 01 7F}. */
    List<String> sent(String port) {
        flush()
        sentSince.findAll { it.port == port }.collect { seconds(it.nanos) + ' ' + it.message.hex() }
    }

    /** What went out at a port, without times. */
    List<String> heard(String port) {
        flush()
        sentSince.findAll { it.port == port }.collect { it.message.hex() }
    }

    /** Controls whose light is on at the unit, in the unit's order. */
    List<String> lights(String device = 'MidiMix', String port = MIX) {
        stage().rig().device(device).spec().controls()
                .findAll { ControlSpec c -> c.hasLight() && receivers[port].notes.contains((c.channel() - 1) * 128 + c.light()) }
                .collect { ControlSpec c -> c.name() }
    }

    /** What was last told to a light of an APC mini, without its number: {@code 96 15}. */
    String lightState(String port, String control) {
        flush()
        int note = stage().rig().device('ApcMini').spec().generations().last().control(control).number()
        Sent last = sentSince.findAll { it.port == port && it.message.isShort() && it.message.bytes()[1] == (byte) note }.last()
        String hex = last.message.hex()
        hex[0..1] + ' ' + hex[6..7]
    }

    /** Controls whose light should be on. */
    List<String> lightsMeant(String device = 'MidiMix') {
        stage().lights(device).findAll { it.value }.collect { it.key }
    }

    /** What the rack was told since it was last asked: {@code slot 1: 90 3C 64}, {@code slot 0 gain -3.00}. */
    List<String> rack() {
        flush()
        List<String> told = onRack.toList()
        onRack.clear()
        told
    }

    /** {@code line: sentence} of each fault. */
    List<String> faults() {
        flush()
        faults
    }

    List<String> notes() {
        flush()
        notes
    }

    String bank(String group) {
        stage().standing().banks()[group]
    }

    Stage stage() {
        flush()
        rehearsal.stage()
    }

    /** Notes and pedals that sound at a port: {@code note 60 on 1}, {@code pedal 64 on 2}. */
    List<String> sounding(String port) {
        flush()
        receivers[port].sounding()
    }

    static String seconds(long nanos) {
        String.format(Locale.ROOT, '%.3f', nanos / 1e9d)
    }

    private final class Paper implements Rehearsal.Paper {
        @Override
        void sent(long timeNanos, String port, Message message) {
            Sent one = new Sent(timeNanos, port, message)
            sentSince << one
            receivers[port].hear(message)
        }

        @Override
        void fault(long timeNanos, Origin where, String sentence) {
            faults << ("${where.line()}: $sentence" as String)
        }

        @Override
        void note(long timeNanos, String sentence) {
            notes << sentence
        }

        @Override
        void light(long timeNanos, String port, String control, boolean on) {}

        @Override
        void played(long timeNanos, int slot, Message message) {
            onRack << "slot $slot: ${message.hex()}".toString()
        }

        @Override
        void moved(long timeNanos, int slot, Rehearsal.Moved what, String which, double value) {
            String said = String.format(Locale.ROOT, '%.2f', value)
            onRack << "slot $slot ${what.name().toLowerCase()}${which ? ' ' + which : ''} $said".toString()
        }

        @Override
        void preset(long timeNanos, String preset, boolean on) {
            switched << "${seconds(timeNanos)} $preset ${on ? 'on' : 'off'}".toString()
        }
    }
}
