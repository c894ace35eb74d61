package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.midi.Message
import roadcase.promises.Deed.What
import roadcase.promises.Lines.Rule
import roadcase.promises.Lines.Said
import roadcase.promises.Lines.Variant

/**
 * What simple lines must send for each deed, and nothing else, written down from the promises:
 *
 * <ul>
 * <li>a message goes through the lines of the script that plays then, each once;
 * <li>what a key or pedal began it ends, there and nowhere else, unless another one holds the same thing;
 * <li>what has lost its key or its pedal, because a port is gone, ends by itself; where nobody hears it, on return;
 * <li>panic and quit end everything.
 * </ul>
 */
@CompileStatic
class LineOracle {
    /** What sounds: a note or a pedal of an output. */
    @groovy.transform.Immutable
    static class Thing {
        String output
        boolean pedal
        int channel
        int number
    }

    /** Because of whom: a key or pedal of an input. */
    @groovy.transform.Immutable
    static class Cause {
        String input
        boolean pedal
        int channel
        int number
    }

    private Variant plays
    private final Map<Cause, Set<Thing>> held = [:]
    private final Map<String, Set<Thing>> owed = [:].withDefault { new LinkedHashSet<Thing>() }
    private final Set<String> away = []
    /** What goes out because of the last deed, by output. */
    private Map<String, List<Message>> expected

    LineOracle(int script) {
        plays = Lines.variant(script)
    }

    /** @return what each output must be sent now */
    Map<String, List<Message>> expects(Deed deed) {
        expected = [(Lines.SYNTH): [] as List<Message>, (Lines.PIANO): [] as List<Message>]
        switch (deed.what) {
            case What.PLAY:
                played(deed.port, deed.message)
                break
            case What.RELOAD:
                Variant next = Lines.variant(deed.number)
                (plays.inputs - next.inputs).each { inputGone(it) }
                (plays.outputs - next.outputs).each { String o -> lost(o).each { end(it, 0) } }
                plays = next
                break
            case What.VANISH:
                if (deed.port in [Lines.KEYS, Lines.PADS]) inputGone(deed.port)
                else {
                    owed[deed.port].addAll(lost(deed.port))
                    away << deed.port
                }
                break
            case What.RETURN:
                away.remove(deed.port)
                owed.remove(deed.port)?.each { end(it, 0) }
                break
            case What.PANIC:
                everythingEnds()
                for (String output : plays.outputs)
                    for (int channel : 0..15) {
                        for (int controller : [64, 66, 67, 123, 120]) send(output, 0xB0 + channel, controller, 0)
                        send(output, 0xE0 + channel, 0, 64)
                    }
                break
            case What.QUIT:
                everythingEnds()
        }
        expected
    }

    private void played(String port, Message message) {
        byte[] bytes = message.bytes()
        int status = bytes[0] & 0xFF
        List<Rule> lines = plays.rules.findAll { it.from == port }
        if (status >= 0xF0) {
            for (Rule line : lines) if (line.system) for (String output : line.to) send(output, message)
            return
        }
        Said said = new Said(status >> 4, status & 0xF, bytes[1], bytes.length > 2 ? (int) bytes[2] : 0)
        if (said.kind == 8 || said.kind == 9 && said.second == 0) keyUp(port, said)
        else if (said.kind == 0xB && said.first in [64, 66] && said.second < 64) pedalUp(port, said, lines)
        else for (Rule line : lines) {
            Said goes = line.change.of(said)
            if (goes != null) for (String output : line.to) {
                hold(port, said, output, goes)
                send(output, goes, bytes.length)
            }
        }
    }

    private void hold(String port, Said said, String output, Said goes) {
        boolean pedal = said.kind == 0xB && said.first in [64, 66]
        if (said.kind != 9 && !pedal) return
        Set<Thing> things = held.computeIfAbsent(new Cause(port, pedal, said.channel, said.first)) { new LinkedHashSet<Thing>() }
        things << new Thing(output, pedal, goes.channel, goes.first)
    }

    private void keyUp(String port, Said said) {
        Set<Thing> things = held.remove(new Cause(port, false, said.channel, said.first))
        things?.each { if (!isHeld(it)) end(it, said.second) }
    }

    /** How far up it goes the lines say; where no line says anything any more, it goes up. */
    private void pedalUp(String port, Said said, List<Rule> lines) {
        Set<Thing> things = held.remove(new Cause(port, true, said.channel, said.first)) ?: [] as Set<Thing>
        for (Rule line : lines) {
            Said goes = line.change.of(said)
            if (goes != null) for (String output : line.to) {
                Thing thing = new Thing(output, true, goes.channel, goes.first)
                if (!isHeld(thing)) send(output, goes, 3)
                things.remove(thing)
            }
        }
        for (Thing thing : things) if (!isHeld(thing)) end(thing, 0)
    }

    private boolean isHeld(Thing thing) {
        held.values().any { thing in it }
    }

    private void inputGone(String input) {
        Set<Thing> things = []
        held.keySet().findAll { it.input == input }.each { things.addAll(held.remove(it)) }
        things.each { if (!isHeld(it)) end(it, 0) }
    }

    /** Nobody holds anything there any more. @return what sounded there */
    private Set<Thing> lost(String output) {
        Set<Thing> things = []
        held.values().each { Set<Thing> all ->
            things.addAll(all.findAll { it.output == output })
            all.removeIf { it.output == output }
        }
        things
    }

    private void everythingEnds() {
        Set<Thing> things = held.values().flatten() as Set<Thing>
        held.clear()
        things.each { end(it, 0) }
    }

    private void end(Thing thing, int velocity) {
        if (thing.pedal) send(thing.output, 0xB0 + thing.channel, thing.number, 0)
        else send(thing.output, 0x80 + thing.channel, thing.number, velocity)
    }

    private void send(String output, Said said, int length) {
        if (length == 2) send(output, Message.of((byte) (said.kind << 4 | said.channel), (byte) said.first))
        else send(output, said.kind << 4 | said.channel, said.first, said.second)
    }

    private void send(String output, int status, int first, int second) {
        send(output, Message.of((byte) status, (byte) first, (byte) second))
    }

    private void send(String output, Message message) {
        if (!(output in away)) expected[output] << message
    }
}
