package roadcase.rig

import static roadcase.midi.RealPort.Direction.INPUT
import static roadcase.midi.RealPort.Direction.OUTPUT

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.TimeUnit
import roadcase.midi.Backend
import roadcase.midi.JackServer
import roadcase.midi.NativeBackend
import roadcase.midi.Packed
import roadcase.rig.plan.Origin
import roadcase.rig.plan.RoutePlan.Press
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** A gig on a real JACK server that is killed and started again, with the gear as another client of it. */
@Timeout(300)
class JackComesBackSpec extends Specification {
    static final int TIMES = 20
    static final List<String> LINES = ['Roadcase:The Box (out) → Lamps:The Box', 'Gear:keys → Roadcase:keys', 'Gear:The Box → Roadcase:The Box', 'Roadcase:synth → Gear:synth']

    @AutoCleanup JackServer jack = new JackServer()
    @AutoCleanup NativeBackend ours = NativeBackend.open('jack', 'Roadcase', jack.name, '')
    @AutoCleanup NativeBackend others = NativeBackend.open('jack', 'Gear', jack.name, '')
    /** The box's lights: JACK has one set of names for both directions. */
    @AutoCleanup NativeBackend lights = NativeBackend.open('jack', 'Lamps', jack.name, '')
    final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>()
    final ConcurrentLinkedQueue<Integer> sounds = new ConcurrentLinkedQueue<>()
    final Map<Integer, Integer> lamps = Collections.synchronizedMap([:])
    final Witness witness = new Witness() {
        void fault(long t, Origin where, String sentence) { faults << sentence }
        void note(long t, String sentence) { }
        void light(long t, String port, String control, boolean on) { }
    }
    Gear gear
    final Conductor conductor = new Conductor(ours, { r, w, l -> true }, witness, Remembered.NOTHING, { gear.changed() }, { })
    volatile boolean over
    int keys, knobs, synthIn

    void setup() {
        gear = new Gear(ours, conductor, witness)
        keys = others.open(OUTPUT, 'keys', true)
        knobs = others.open(OUTPUT, 'The Box', true)
        lights.open(INPUT, 'The Box', true)
        synthIn = others.open(INPUT, 'synth', true)
        listen(others) { handle, packed -> if (handle == synthIn) sounds << packed }
        listen(lights) { handle, packed -> lamps[Packed.data1(packed)] = Packed.data2(packed) }
    }

    private void listen(NativeBackend to, Closure heard) {
        def ear = new Backend.Receiver() {
            void received(int handle, long time, int packed) { heard(handle, packed) }
            void received(int handle, long time, byte[] bytes, int length) { }
            void portsChanged() { }
            void skipped(int handle, long time) { }
        }
        Thread.startDaemon { while (!over) to.await(System.nanoTime() + 100_000_000, ear) }
    }

    void cleanup() {
        over = true
        conductor.close()
        gear.close()
    }

    void soon(String what, Closure<Boolean> thing) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20)
        while (!thing.call()) {
            assert System.nanoTime() < deadline: "not within 20 s: $what; ${account()}"
            Thread.sleep(2)
        }
    }

    /**
     * What a player would do: where nothing comes of it, he plays it again. A machine that is too busy makes JACK lose
     * messages, and JACK says so; what is lost while it says nothing was lost by us.
     */
    void played(String what, Closure act, Closure<Boolean> thing) {
        for (int turn in 1..6) {
            long before = troubles()
            act()
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5)
            while (!thing.call() && System.nanoTime() < deadline) Thread.sleep(2)
            if (thing.call()) return
            assert troubles() > before: "nothing came of it, and JACK lost nothing: $what; ${account()}"
        }
        assert false: "played six times: $what; ${account()}"
    }

    private long troubles() {
        [ours, others, lights].sum { it.traffic().with { xruns() + skipped() + reconnects() + droppedOut() } } as long
    }

    /** What a failure needs to be understood: who missed what. */
    private String account() {
        "lamps $lamps, lights ${conductor.ask { it.lights('Box') }}, heard ${sounds.collect { Integer.toHexString(it) }}, " +
                "faults $faults, ours ${ours.traffic()}, gear's ${others.traffic()}, lamps' ${lights.traffic()}, lines ${jack.connections()}"
    }

    boolean lightsAreTrue() {
        conductor.ask { it.lights('Box') }.every { name, lit -> def c = SmallGig.BOX.control(name); ((lamps[c.light()] ?: 0) > 0) == lit }
    }

    def "killed and restarted twenty times in the middle of a gig: ports, connections, state and lights are back each time"() {
        given:
        def g = new SmallGig()
        g.box()
        g.keys([], g.synth())
        g.controls(['pad 1', 'pad 2', 'pad 3'], Press.TOGGLE, [], g.synth())
        def declared = g.declared()
        conductor.start()
        assert gear.open(declared.rig()) == []
        conductor.prepare(declared).start()
        gear.start()
        def toggles = [false] * 3
        def random = new Random(1)
        List<Long> took = []

        expect:
        jack.connections().containsAll(LINES)
        (1..TIMES).every { round ->
            def pad = random.nextInt(3)
            toggles[pad] = !toggles[pad]
            played("round $round: pad ${pad + 1} toggles",
                    { others.send(knobs, 0, Packed.of(0x90, pad + 1, 127)) && others.send(knobs, 0, Packed.of(0x80, pad + 1, 127)) },
                    { conductor.ask { it.lights('Box') }["pad ${pad + 1}" as String] == toggles[pad] })
            soon("round $round: the lights show it") { lightsAreTrue() }
            played("round $round: a note is held", { others.send(keys, 0, Packed.of(0x90, 60, 100)) },
                    { conductor.ask { it.standing().held() } == 1 })
            jack.kill()
            soon("round $round: the loss is noticed, what the keyboard held is ended") { conductor.ask { it.standing().with { held() == 0 && missing() } } }
            lamps.clear()
            sounds.clear()
            jack.start()
            long begin = System.nanoTime()
            soon("round $round: the gear is there") { others.traffic().alive() && lights.traffic().alive() && ours.traffic().alive() }
            soon("round $round: nothing is missing") { conductor.ask { !it.standing().missing() } }
            took << System.nanoTime() - begin
            soon("round $round: the lights are right on a dark box") { lightsAreTrue() }
            assert (1..3).collect { conductor.ask { s -> s.lights('Box') }["pad $it" as String] } == toggles
            soon("round $round: our connections are there") { jack.connections().containsAll(LINES) }
            sounds.clear()
            played("round $round: it plays",
                    { others.send(keys, 0, Packed.of(0x90, 62, 100)) && others.send(keys, 0, Packed.of(0x80, 62, 0)) },
                    { sounds.containsAll([Packed.of(0x90, 62, 100), Packed.of(0x80, 62, 0)]) })
            true
        }
        ours.traffic().reconnects() >= TIMES
        faults.empty
        Files.writeString(Path.of('target', 'jack-comes-back.txt'), "back after (ms): ${took.collect { it.intdiv(1_000_000) }}")
    }
}
