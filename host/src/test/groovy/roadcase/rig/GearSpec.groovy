package roadcase.rig

import java.util.concurrent.CopyOnWriteArrayList
import roadcase.midi.Backend
import roadcase.midi.MidiFault
import roadcase.midi.RealPort
import roadcase.midi.Traffic
import roadcase.midi.VirtualBackend
import roadcase.rig.plan.Origin
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** What is said of gear that comes and goes, and what a driver that fails can not do. */
@Timeout(30)
class GearSpec extends Specification {
    /** Ports in this process, behind a driver that can fail as real ones do. */
    static class Driver implements Backend {
        @Delegate(interfaces = false) final VirtualBackend midi = new VirtualBackend()
        volatile boolean answers = true
        volatile boolean alive = true
        volatile int returns
        volatile int looks

        @Override
        List<RealPort> ports() {
            looks++
            if (!answers) throw new MidiFault('it does not answer')
            alive ? midi.ports() : []
        }

        @Override
        void close(int handle) {
            if (!answers) throw new MidiFault('it does not answer')
            midi.close(handle)
        }

        @Override
        Traffic traffic() { new Traffic(alive, 0, 0, 0, 0, 0, 0, 0, returns, 0, 0, 0, 0) }
    }

    @AutoCleanup Driver driver = new Driver()
    final List<String> said = new CopyOnWriteArrayList<>()
    final List<String> faults = new CopyOnWriteArrayList<>()
    final Witness witness = new Witness() {
        void fault(long t, Origin where, String sentence) { faults << sentence }
        void note(long t, String sentence) { said << sentence }
        void light(long t, String port, String control, boolean on) { }
    }
    Gear gear
    @AutoCleanup Conductor conductor = new Conductor(driver, { r, w, l -> true }, witness, Remembered.NOTHING, { gear.changed() }, { })
    def box = driver.gear('The Box')
    def synth = driver.gear('synth')

    def setup() {
        gear = new Gear(driver, conductor, witness)
        conductor.start()
        play(withBox())
        gear.start()
    }

    def cleanup() { gear.close() }

    static SmallGig withBox() {
        def gig = new SmallGig()
        gig.box()
        gig.output('synth')
        gig
    }

    private void play(SmallGig gig) {
        def declared = gig.declared()
        assert gear.open(declared.rig()) == []
        conductor.prepare(declared).swap()
        gear.closeOthers(declared.rig())
    }

    private static void until(Closure<Boolean> holds) { while (!holds()) Thread.sleep(5) }

    def "gear that goes and comes back is said once, under its name"() {
        when:
        box.vanish()

        then:
        until { said == ["'The Box' is missing; it is taken as soon as it is there."] }

        when:
        box.appear()

        then:
        until { said[1..<said.size()] == ["'The Box' is there and taken."] }
        faults.empty
    }

    def "a driver that does not answer is said once, and looked at again until it does"() {
        when:
        driver.answers = false
        box.vanish()
        int before = driver.looks
        until { driver.looks > before + 1 }

        then:
        faults == ['it does not answer']

        when:
        driver.answers = true

        then:
        until { said == ["'The Box' is missing; it is taken as soon as it is there."] }
    }

    def "a reload is not ended by a driver that does not answer; the port is closed by the next one"() {
        given:
        driver.answers = false

        when:
        play(new SmallGig())

        then:
        gear.states()*.port()*.name() == ['The Box', 'The Box', 'synth']

        when:
        driver.answers = true
        play(new SmallGig())

        then:
        gear.states() == []
    }

    def "a gig without the device that was there a moment ago can be played, and the device again"() {
        when:
        play(new SmallGig())
        play(withBox())

        then:
        gear.states()*.gear() == ['The Box', 'The Box', 'synth']
    }

    def "a server that went and returned between two looks: all is joined and painted anew"() {
        given:
        List<String> lights = []
        until { lights.addAll(box.take()*.message()*.hex().findAll { it.startsWith('90') }); lights.size() == 5 }

        when:
        driver.returns = 1
        gear.changed()

        then:
        until { lights.addAll(box.take()*.message()*.hex().findAll { it.startsWith('90') }); lights.size() == 10 }
    }

    def "a server that is gone is said, not each port"() {
        when:
        driver.alive = false
        gear.changed()

        then:
        until { said == ["The server of 'virtual' is gone; the show waits for it."] }

        when:
        driver.returns = 1
        driver.alive = true
        gear.changed()

        then:
        until { said.size() == 2 }
        said[1].startsWith("The server of 'virtual' is back")
        gear.states()*.gear() == ['The Box', 'The Box', 'synth']
    }
}
