package roadcase.words

import roadcase.audio.Rack
import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.script.Spoken

/** All slots of the rack, counted from 1. */
@Spoken('the slots')
final class Slots implements Iterable<Slot> {
    private final RigBuilder rig

    Slots(RigBuilder rig) {
        this.rig = rig
    }

    @Word(says = 'rack.slots[1]', meaning = 'One of the eight slots; the first is 1.', gives = 'Slot',
            example = 'keys.to(rack.slots[1])')
    Slot getAt(int number) {
        if (number < 1 || number > Rack.SLOTS) throw rig.error("slots[$number]; slots are 1 to $Rack.SLOTS")
        new Slot(rig, number)
    }

    @Word(says = 'rack.slots.meters', meaning = 'How loud each of the slots is.', gives = 'Meters', example = '''
        panel('Stage') { meter 'First', rack.slots.meters[0] }''')
    List<Meter> getMeters() {
        List<Meter> meters = []
        for (Slot slot : this) meters << slot.meter
        meters
    }

    @Override
    Iterator<Slot> iterator() {
        List<Slot> all = []
        for (int number : 1..Rack.SLOTS) all << new Slot(rig, number)
        all.iterator()
    }
}
