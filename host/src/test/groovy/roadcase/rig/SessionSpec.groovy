package roadcase.rig

import roadcase.rig.Memory.Entry
import roadcase.rig.Session.Plugged
import roadcase.rig.Session.Slot
import spock.lang.Specification

/** A session that several gigs share: each finds its slots by what they are called. */
class SessionSpec extends Specification {
    static Plugged plugged(String path, String name) { new Plugged(path, name, [:], null, false, [:]) }

    static Slot slot(String path, String name, double gain, Double written = 0d) {
        new Slot(plugged(path, name), gain, written, true, false, [], [:])
    }

    static Session session(Map<Integer, Slot> slots, List<Slot> elsewhere = []) {
        new Session(120, 0, 0, 0.5, false, new TreeMap(), (1..8).collect { slots[it] }, elsewhere, [], [:])
    }

    static Rig gig(Map<Integer, List<String>> slots) {
        def builder = new RigBuilder('gig')
        slots.each { number, said ->
            builder.rack().slot(number, said[0])
            builder.rack().instrument(number, said[1])
        }
        builder.build()
    }

    def "a slot is found by its name, wherever it is, and else by its number and plugin"() {
        given:
        def kept = session([1: slot('Diva', 'Lead', 0.5d), 2: slot('Moog', 'Bass', 0.25d)], [slot('Organ', 'Keys', 0.1d)])
        def rack = gig([3: ['Lead', 'Diva'], 2: ['Sub', 'Moog'], 5: ['Keys', 'Organ'], 1: ['Pad', 'Other']]).rack()

        expect:
        kept.of(rack.slot(3)).gain() == 0.5d
        kept.of(rack.slot(2)).gain() == 0.25d
        kept.of(rack.slot(5)).gain() == 0.1d
        kept.of(rack.slot(1)) == null
    }

    def "levels are remembered as the gig remembers them, and a script that was edited since wins"() {
        given:
        def kept = session([1: slot('Diva', 'Lead', 0.5d, -3d)])
        def rack = gig([3: ['Lead', 'Diva']]).rack()

        expect:
        with(kept.entries(rack)) {
            it['rack / Lead / mute'] == Entry.on(true)
            it['rack / Lead / gain'].with { [Math.round(it.value() * 100), it.script()] } == [-602L, -3d]
            it['rack / master / gain'].script() == 0d
        }
    }
}
