package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.midi.Backend
import roadcase.midi.RealPort
import roadcase.midi.RealPort.Direction
import roadcase.midi.VirtualBackend
import roadcase.rig.Conductor
import roadcase.rig.Declared
import roadcase.rig.Gear
import roadcase.rig.Remembered
import roadcase.rig.Witness

/** Ports stay open: what old and new rig both name is the same port, with its connections; what none names is closed. */
class PortsStayOpenPromiseSpec extends Promise {
    static final Repertoire GIGS = new Repertoire(
            Lines.VARIANTS.collectEntries { name, v -> ['lines ' + name, v.text] } +
                    Banked.VARIANTS.findAll { it.key != 'masterator' }.collectEntries { name, m -> ['banks ' + name, m.text()] } as Map<String, String>)

    /** Ports as a driver has them. */
    @CompileStatic
    static class Driver implements Backend {
        @Delegate(excludes = ['open', 'close', 'connect', 'disconnect'])
        private final VirtualBackend midi
        /** Port to handle. */
        final Map<String, Integer> open = [:]
        final Map<Integer, String> joined = [:]
        /** How often somebody laid hands on a handle. */
        final Map<Integer, Integer> touched = [:].withDefault { 0 } as Map<Integer, Integer>

        Driver(VirtualBackend midi) {
            this.midi = midi
        }

        @Override
        int open(Direction direction, String name, boolean owned) {
            int handle = midi.open(direction, name, owned)
            assert open.put("$name $direction" as String, handle) == null: "$name is opened twice"
            handle
        }

        @Override
        void connect(int handle, RealPort port) {
            touched[handle]++
            midi.connect(handle, port)
            joined[handle] = port.name()
        }

        @Override
        void disconnect(int handle) {
            touched[handle]++
            midi.disconnect(handle)
            joined.remove(handle)
        }

        @Override
        void close(int handle) {
            open.values().remove(handle)
            midi.close(handle)
        }

        @Override
        void close() {
            midi.close()
        }
    }

    @CompileStatic
    static class Ports extends Property {
        Ports() {
            super(GIGS)
        }

        @Override
        Score make(Chance chance) {
            List<Deed> deeds = (1..chance.from(2, 8)).collect { Deed.reload(it * 1000L, chance.upTo(gigs.size())) }
            new Score(chance.upTo(gigs.size()), deeds)
        }

        @Override
        protected String look(Score score) {
            gigs.begin()
            VirtualBackend midi = new VirtualBackend()
            [Lines.KEYS, Lines.PADS, Lines.SYNTH, Lines.PIANO, MixUnit.PORT].each { midi.gear(it) }
            Driver driver = new Driver(midi)
            Conductor conductor = new Conductor(driver, { r, w, l -> true }, Witness.NOBODY, Remembered.NOTHING, {}, {})
            Gear gear = new Gear(driver, conductor, Witness.NOBODY)
            try {
                conductor.start()
                Declared first = gigs.declared(score.first)
                assert gear.open(first.rig()).isEmpty()
                conductor.prepare(first).start()
                String wrong = amiss(driver, first)
                for (Deed deed : score.deeds) {
                    if (wrong != null) return wrong
                    Map<String, Integer> before = new TreeMap<>(driver.open)
                    Map<Integer, Integer> touched = new TreeMap<>(driver.touched)
                    Declared next = gigs.declared(deed.number)
                    assert gear.open(next.rig()).isEmpty()
                    conductor.prepare(next).swap()
                    gear.closeOthers(next.rig())
                    wrong = amiss(driver, next)
                    before.each { String port, int handle ->
                        if (port in driver.open.keySet() && (driver.open[port] != handle || (driver.touched[handle] ?: 0) != (touched[handle] ?: 0)))
                            wrong = "$port was not left alone by $deed"
                    }
                }
                wrong
            } finally {
                conductor.close()
                gear.close()
                driver.close()
            }
        }

        /** Open are the ports that the rig names and no others, and what is gear is joined to it. */
        private static String amiss(Driver driver, Declared plays) {
            Set<String> named = plays.rig().ports().collect { "${it.name()} ${it.direction()}" as String } as Set<String>
            if (named != driver.open.keySet()) return "$driver.open are open instead of $named"
            for (port in plays.rig().ports()) {
                int handle = driver.open["${port.name()} ${port.direction()}" as String]
                if (!port.owned() && driver.joined[handle] != port.name()) return "${port.name()} is joined to ${driver.joined[handle]}"
            }
            null
        }
    }

    def "over any row of reloads no port that goes on is closed, opened, joined or let go"() {
        expect:
        holds('ports stay open', new Ports()) == Cases.of('ports stay open')
    }
}
