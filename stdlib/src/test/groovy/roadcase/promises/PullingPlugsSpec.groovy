package roadcase.promises

import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import roadcase.midi.Message
import roadcase.midi.RealPort.Direction
import roadcase.midi.VirtualGear
import roadcase.midi.VirtualPeer
import roadcase.played.Scripts
import roadcase.rig.Conductor
import roadcase.rig.Gear
import roadcase.rig.Remembered
import roadcase.rig.Witness
import roadcase.rig.plan.Origin
import spock.lang.Specification
import spock.lang.Timeout

/**
 * The Masterator gig, played on virtual gear by the threads that play live. At every step of the performance each plug
 * is pulled in turn and put back three steps later: nobody may notice but who lost the plug.
 */
@Timeout(180)
class PullingPlugsSpec extends Specification {
    static final int L = 25, R = 26, SOLO = MixUnit.SOLO
    static final int MASTER = 62
    /** Buttons pressed and let go; negative: let go alone, as SOLO is held over others; 1000 and more: the master. */
    static final List<Integer> PERFORMANCE = [1, 4, 3, 24, R, 1, 6, 1040, R, 9, SOLO, 3, 6, 2, R, 3, -SOLO, 3, 1100, L, L, 22,
            SOLO, 6, L, -SOLO, 1, R, 1]
    static final int AWAY_FOR = 3
    static final String FAST = 'the server, back before anybody looks,'

    final Cables cables = new Cables()
    final VirtualGear mix = cables.virtual().gear(MixUnit.PORT)
    final VirtualPeer host = cables.virtual().peer(Banked.OUT)
    final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>()
    final Witness witness = new Witness() {
        void fault(long t, Origin where, String sentence) { faults << sentence }
        void note(long t, String sentence) { }
        void light(long t, String port, String control, boolean on) { }
    }
    Gear gear
    final Conductor conductor = new Conductor(cables, { r, w, l -> true }, witness, Remembered.NOTHING, { gear.changed() }, { })
    final MixUnit unit = new MixUnit()
    final BankedOracle oracle = new BankedOracle(0)
    boolean unitHeard = true, unitHears = true, hostThere = true
    /** How many messages the unit has said to the rig. */
    int said
    List<String> meant = [], heard = []
    /** The threads of this show alone: what earlier Specs left may end at any time. */
    Set<Thread> threads

    void setup() {
        Set<Thread> before = Thread.allStackTraces.keySet()
        gear = new Gear(cables, conductor, witness)
        def gig = Scripts.declared(Banked.repertoire().texts[0])
        conductor.start()
        assert gear.open(gig.rig()) == []
        conductor.prepare(gig).start()
        gear.start()
        check('the start')
        threads = Thread.allStackTraces.keySet().findAll { it.name ==~ /roadcase-(conductor|gear|soloist.*)/ } - before
        assert threads*.name.containsAll(['roadcase-conductor', 'roadcase-gear'])
    }

    void cleanup() {
        conductor.close()
        gear.close()
        cables.close()
    }

    /** @param what made a text only when it is needed: it tells how things stand then */
    static void soon(Object what, Closure<Boolean> thing) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20)
        while (!thing()) {
            if (System.nanoTime() > deadline) throw new AssertionError("not within 20 s: $what" as Object)
            LockSupport.parkNanos(100_000)
        }
    }

    /** Host, unit and rig are as the oracle says. */
    void check(String when) {
        // what is still on its way would be heard by a host that is back by then
        soon("$when: $said messages are played") { conductor.ask { it.standing().received() } == said }
        soon("$when: the host hears $meant, not $heard") { heard.addAll(host.take()*.message()*.hex()); heard == meant }
        if (unitHears) soon("$when: ${oracle.lights()} is lit; it is $unit.lit") {
            mix.take().each { unit.hear(it.message()) }
            unit.lit == oracle.lights()
        }
    }

    void says(Deed deed, Message message, List<String> more = []) {
        if (!unitHeard || message == null) return
        assert mix.play(message)
        said++
        def now = oracle.expects(deed, message.bytes())[Banked.OUT] + more
        if (hostThere) meant.addAll(now)
    }

    void performs(int step) {
        if (step >= 1000) {
            int value = step - 1000
            says(Deed.turn(0, MASTER, value), MixUnit.turn(MASTER, value), [String.format('B0 3E %02X', value)])
            return
        }
        if (step > 0) says(Deed.press(0, step), unit.press(step))
        if (step < 0 || step != SOLO) says(Deed.release(0, Math.abs(step)), unit.release(Math.abs(step)))
    }

    /** The unit is not heard any more: no finger is on it, as far as anybody knows. */
    void nobodyTouches() {
        oracle.expects(Deed.vanish(0, MixUnit.PORT), null)
        oracle.expects(Deed.comeBack(0, MixUnit.PORT), null)
    }

    void pull(String plug) {
        switch (plug) {
            case 'what the unit says':
                cables.pull(MixUnit.PORT, Direction.INPUT)
                unitHeard = false
                break
            case 'what the unit shows':
                cables.pull(MixUnit.PORT, Direction.OUTPUT)
                unitHears = false
                break
            case 'the unit':
                mix.vanish()
                unit.powerLost()
                unitHeard = unitHears = false
                break
            case 'the host':
                cables.pull(Banked.OUT, Direction.OUTPUT)
                hostThere = false
                break
            case 'the server':
                cables.serverDies()
                unitHeard = unitHears = hostThere = false
        }
        if (plug == FAST) {
            nobodyTouches()
            cables.serverDies()
            cables.serverReturns()
            unit.lit.clear()
            mix.take()
        }
        if (!unitHeard) nobodyTouches()
        gear.changed()
        if (plug == FAST) {
            int painted = 0
            soon('all lights are painted') { painted += mix.take().each { unit.hear(it.message()) }.count { it.message().isShort() }; painted >= 26 }
            return
        }
        if (plug != 'the host') soon("$plug is missed") { conductor.ask { it.standing().missing() } == [MixUnit.PORT] }
        mix.take()
    }

    void plugIn(String plug) {
        // it comes back dark, and the lights that it is sent from now on are all it knows
        if (plug == FAST) return
        if (!unitHears) unit.lit.clear()
        switch (plug) {
            case 'what the unit says': cables.plugIn(MixUnit.PORT, Direction.INPUT); break
            case 'what the unit shows': cables.plugIn(MixUnit.PORT, Direction.OUTPUT); break
            case 'the unit': mix.appear(); break
            case 'the host': cables.plugIn(Banked.OUT, Direction.OUTPUT); break
            case 'the server': cables.serverReturns()
        }
        gear.changed()
        soon("$plug is back") { conductor.ask { it.standing().missing() } == [] }
        unitHeard = unitHears = hostThere = true
    }

    def "#plug is pulled and put back at every step of the performance, and it is a non-event"() {
        expect:
        PERFORMANCE.indices.every { int at ->
            PERFORMANCE.eachWithIndex { int step, int i ->
                if (i == at) pull(plug)
                if (i == at + AWAY_FOR) {
                    plugIn(plug)
                    check("right after $plug is back at step $at")
                }
                performs(step)
                check("step $i, $plug being pulled at $at")
            }
            if (at + AWAY_FOR >= PERFORMANCE.size()) plugIn(plug)
            check("after the performance in which $plug was pulled at $at")
            performs(-SOLO)
            assert conductor.ask { it.standing().held() } == 0
            heard.clear()
            meant.clear()
            true
        }
        faults.empty
        threads.every { it.alive }

        where:
        plug << ['what the unit says', 'what the unit shows', 'the unit', 'the host', 'the server', FAST]
    }
}
