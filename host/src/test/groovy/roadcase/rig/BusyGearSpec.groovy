package roadcase.rig

import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.TimeUnit
import roadcase.midi.JavaBackend
import roadcase.midi.PretendedDevices
import roadcase.midi.PretendedDevices.Pretended
import roadcase.rig.plan.Origin
import spock.lang.Specification
import spock.lang.Timeout

/** A show on Java's own MIDI, its keyboard held by another program at first. */
@Timeout(60)
class BusyGearSpec extends Specification {
    def "a busy port is told once, with who holds it and what to do, and is taken within a second of being free"() {
        given:
        def faults = new ConcurrentLinkedQueue<String>()
        def witness = new Witness() {
            void fault(long t, Origin where, String sentence) { faults << sentence }
            void note(long t, String sentence) { }
            void light(long t, String port, String control, boolean on) { }
        }
        def keys = new Pretended('K49 [hw:2,0,0]', 'keys, USB MIDI, keys MIDI 1', true).plug()
        def synth = new Pretended('Synth [hw:3,0,0]', 'synth, USB MIDI, synth MIDI 1', false).plug()
        keys.busy = true
        def midi = JavaBackend.open('a Spec wants it')
        Gear gear = null
        def conductor = new Conductor(midi, { r, w, l -> true }, witness, Remembered.NOTHING, { gear.changed() }, { })
        gear = new Gear(midi, conductor, witness, { file -> file == '/dev/snd/midiC2D0' ? ['a2jmidid (1234)'] : [] })
        def g = new SmallGig()
        g.keys([], g.synth())
        def declared = g.declared()

        when:
        conductor.start()
        gear.open(declared.rig())
        conductor.prepare(declared).start()
        gear.start()
        gear.changed()

        then:
        conductor.ask { it.standing().missing() } == ['keys']
        faults.size() == 1
        faults[0].startsWith("'keys' cannot be opened, another program may hold it; ")
        faults[0].endsWith('; it is held by a2jmidid (1234)')

        when:
        keys.busy = false
        long begin = System.nanoTime()
        while (conductor.ask { it.standing().missing() }) assert System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(10)
        long took = System.nanoTime() - begin
        keys.play(new javax.sound.midi.ShortMessage(0x90, 60, 100))
        while (synth.hex != ['90 3C 64']) assert System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(10)

        then:
        took < 2_000_000_000
        faults.size() == 1

        cleanup:
        conductor.close()
        gear.close()
        midi.close()
        PretendedDevices.PLUGGED.clear()
    }
}
