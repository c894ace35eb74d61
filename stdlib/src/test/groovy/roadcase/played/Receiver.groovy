package roadcase.played

import groovy.transform.CompileStatic
import roadcase.midi.Kind
import roadcase.midi.Message
import roadcase.midi.Packed

/** An instrument, or a unit with lights, at the other end of a port: what is on there now. */
@CompileStatic
class Receiver {
    private static final List<Integer> PEDALS = [64, 66]

    /** Notes that are on: (channel - 1) * 128 + number. */
    final SortedSet<Integer> notes = new TreeSet<>()
    final SortedSet<Integer> pedals = new TreeSet<>()

    void hear(Message message) {
        if (!message.isShort() || !message.kind().isChannel()) return
        int packed = message.packed()
        int what = (Packed.channel(packed) - 1) * 128 + Packed.data1(packed)
        if (Packed.isNoteOn(packed)) notes << what
        else if (Packed.isNoteOff(packed)) notes.remove(what)
        else if (message.kind() == Kind.CC && Packed.data1(packed) in PEDALS) {
            if (Packed.data2(packed) >= 64) pedals << what
            else pedals.remove(what)
        }
    }

    List<String> sounding() {
        notes.collect { int n -> "note ${n % 128} on ${n.intdiv(128) + 1}".toString() } +
                pedals.collect { int n -> "pedal ${n % 128} on ${n.intdiv(128) + 1}".toString() }
    }
}
