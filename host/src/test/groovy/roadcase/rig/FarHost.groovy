package roadcase.rig

import java.util.concurrent.CopyOnWriteArrayList
import roadcase.midi.VirtualBackend
import roadcase.midi.net.ListenAddress
import roadcase.midi.net.NetworkPorts
import roadcase.midi.RealPort.Direction
import roadcase.rig.plan.*
import roadcase.rig.plan.RoutePlan.*

/** One of two Roadcases: virtual gear, a Conductor, and network ports on real sockets. */
class FarHost implements AutoCloseable {
    final VirtualBackend midi = new VirtualBackend()
    final List<String> said = new CopyOnWriteArrayList<>()
    final List<String> faults = new CopyOnWriteArrayList<>()
    final Witness witness = new Witness() {
        void fault(long t, Origin where, String sentence) { faults << sentence }
        void note(long t, String sentence) { said << sentence }
        void light(long t, String port, String control, boolean on) { }
    }
    final NetworkPorts ports = new NetworkPorts(midi, { String sentence -> said << sentence })
    Gear gear
    final Conductor conductor = new Conductor(ports, { r, w, l -> true }, witness, Remembered.NOTHING, { gear.changed() }, { })

    FarHost() {
        gear = new Gear(ports, conductor, witness)
        conductor.start()
        gear.start()
    }

    /** Plays routes from port to port: input, owned, output, owned. */
    FarHost play(List... routes) {
        def gig = new SmallGig()
        routes.each { from, ownIn, to, ownOut ->
            def source = new Source.Port(gig.builder.port(from, Direction.INPUT, ownIn))
            gig.route(source, [], Press.PLAIN, Takeover.JUMP, new Target.ToPort(gig.builder.port(to, Direction.OUTPUT, ownOut)))
        }
        play(gig)
    }

    FarHost play(SmallGig gig) {
        def declared = gig.declared()
        assert gear.open(declared.rig()) == []
        conductor.prepare(declared).swap()
        gear.closeOthers(declared.rig())
        this
    }

    /** Listens, and returns the port when it does. */
    int listen(int at = 0) {
        ports.listen(ListenAddress.parse(at as String))
        until('it listens') { ports.listensAt() > 0 }
        ports.listensAt()
    }

    List<String> heardBy(String port) { midi.peer(port).take()*.message()*.hex() }

    Standing getStanding() { conductor.ask { it.standing() } }

    /** Joined, and the stage knows. */
    boolean isJoined(String name) { gear.states().any { it.port().name() == name && it.gear() } && !(name in standing.missing()) }

    /** Waits for what real sockets and threads do; a Spec has a time limit of its own. */
    static void until(String what, Closure<Boolean> holds) {
        long end = System.nanoTime() + 20_000_000_000
        while (!holds()) {
            if (System.nanoTime() > end) throw new AssertionError((Object) "$what: not within 20 s")
            Thread.sleep(2)
        }
    }

    @Override
    void close() {
        conductor.close()
        gear.close()
        ports.close()
        midi.close()
    }
}
