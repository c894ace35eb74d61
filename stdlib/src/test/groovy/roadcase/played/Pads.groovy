package roadcase.played

import groovy.transform.CompileStatic
import java.util.function.Consumer
import roadcase.midi.Message
import roadcase.rig.Rehearsal
import roadcase.rig.Remembered
import roadcase.rig.Stage
import roadcase.rig.plan.DevicePlan
import roadcase.rig.plan.Origin
import roadcase.surface.Light
import roadcase.surface.SimulatedUnit

/**
 * A script that is played in virtual time on simulated units with pads, and what these show: as rows of characters,
 * {@code G} for green, {@code R}, {@code Y}, and {@code .} for a dark one.
 */
@CompileStatic
class Pads implements Rehearsal.Paper {
    private static final Map<Light.Hue, String> LETTERS = [(Light.Hue.OFF): '.', (Light.Hue.GREEN): 'G', (Light.Hue.RED): 'R',
            (Light.Hue.YELLOW): 'Y']
    private static final int SIDE = 8

    private final Map<String, String> deviceAt = [:]
    private final Map<String, SimulatedUnit> units = [:]
    private final Rehearsal rehearsal
    /** When a unit was told something about its pads, in ms, by device. */
    final Map<String, List<Long>> told = [:].withDefault { [] as List<Long> } as Map<String, List<Long>>
    final List<String> faults = []
    private long now

    Pads(String text) {
        def gig = Scripts.declared(text, [:])
        for (DevicePlan device : gig.rig().devices()) {
            deviceAt[device.out().name()] = device.name()
            units[device.name()] = new SimulatedUnit(device.spec(), { Message m -> } as Consumer<Message>)
        }
        rehearsal = new Rehearsal(gig, Remembered.NOTHING, this)
    }

    /** Plays on until this time in ms. */
    Pads at(Number millis) {
        now = Math.round(millis.doubleValue() * 1e6d)
        rehearsal.end(now)
        this
    }

    Pads reload(String text) {
        rehearsal.reload(now, Scripts.declared(text, [:]))
        at(now / 1e6d)
    }

    Pads press(int column, int row) {
        says('APC MINI', units['ApcMini'].press("row $row column $column"))
    }

    Pads release(int column, int row) {
        says('APC MINI', units['ApcMini'].release("row $row column $column"))
    }

    Pads moves(String fader, int to) {
        says('APC MINI', units['ApcMini'].move(fader, to))
    }

    Pads says(String port, Message message) {
        assert rehearsal.message(now, port, message) == null
        at(now / 1e6d)
    }

    Pads meter(String name, double decibels) {
        rehearsal.meter(now, name, decibels, decibels)
        this
    }

    Pads tempo(double bpm) {
        rehearsal.tempo(now, bpm)
        this
    }

    Pads does(Consumer<Stage> what) {
        rehearsal.at(now, what)
        at(now / 1e6d)
    }

    Pads fresh() {
        told.clear()
        this
    }

    /** What the pads show, from the top. */
    List<String> look(String device = 'ApcMini') {
        List<String> rows = []
        for (int row = 1; row <= SIDE; row++) {
            StringBuilder said = new StringBuilder()
            for (int column = 1; column <= SIDE; column++) said.append(letter(units[device].shows("row $row column $column".toString())))
            rows << said.toString()
        }
        rows
    }

    private static String letter(Light light) {
        LETTERS[light.hue()] ?: '?'
    }

    @Override
    void sent(long timeNanos, String port, Message message) {
        String device = deviceAt[port]
        if (device == null) return
        told[device] << timeNanos.intdiv(1_000_000L)
        units[device].hear(message)
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
