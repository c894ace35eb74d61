package roadcase.midi

import static roadcase.midi.RealPort.Direction.INPUT
import static roadcase.midi.RealPort.Direction.OUTPUT

import com.sun.management.ThreadMXBean
import java.lang.management.ManagementFactory
import java.util.concurrent.TimeUnit
import javax.sound.midi.MetaMessage
import javax.sound.midi.MidiSystem
import javax.sound.midi.Sequencer
import javax.sound.midi.ShortMessage
import javax.sound.midi.SysexMessage
import roadcase.midi.PretendedDevices.Pretended
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** javax.sound.midi with devices of a provider of our own, which is a mechanism of the JDK, and with the JDK's own devices. */
@Timeout(60)
class JavaBackendSpec extends Specification {
    static final String CARD = 'MIDI Mix, USB MIDI, MIDI Mix MIDI 1'

    @AutoCleanup JavaBackend java = JavaBackend.open('a Spec wants it', 'Linux')
    Ear ear = new Ear()
    Pretended knobs = new Pretended('Mix [hw:3,0,0]', CARD, true)
    Pretended lamps = new Pretended('Mix [hw:3,0,0]', CARD, false)

    void cleanup() { PretendedDevices.PLUGGED.clear() }

    void plug() { [knobs, lamps]*.plug() }

    RealPort real(String id, RealPort.Direction direction) {
        def found = java.ports().find { it.id() == id && it.direction() == direction }
        assert found: "no $id among ${java.ports()}"
        found
    }

    int joined(RealPort.Direction direction, String id = 'Mix [hw:3,0,0]') {
        int handle = java.open(direction, 'MIDI Mix', false)
        java.connect(handle, real(id, direction))
        handle
    }

    static void soon(String what, Closure<Boolean> thing) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10)
        while (!thing.call()) {
            assert System.nanoTime() < deadline: "not within 10 s: $what"
            Thread.onSpinWait()
        }
    }

    static ShortMessage note(int number, int velocity = 127) { new ShortMessage(0x90, number, velocity) }

    static SysexMessage sysEx(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(' ', ''))
        new SysexMessage(bytes, bytes.length)
    }

    def "ports have the names that people know, and each is found by them"() {
        given:
        plug()
        new Pretended('mk2 [hw:4,0,0]', 'APC mini mk2, USB MIDI, APC mini mk2', true).plug()
        new Pretended('mk2 [hw:4,0,1]', 'APC mini mk2, USB MIDI, APC mini mk2', true).plug()
        new Pretended('default [default]', 'Default', true).plug()

        expect:
        java.ports().findAll { it.direction() == INPUT }*.name() == ['MIDI Mix', 'APC mini mk2', 'APC mini mk2 MIDI 2']
        PortNames.find('MIDI Mix', INPUT, java.ports()).get() == real('Mix [hw:3,0,0]', INPUT)
        PortNames.find('MIDI Mix', OUTPUT, java.ports()).get() == real('Mix [hw:3,0,0]', OUTPUT)
        PortNames.find('APC mini mk2', INPUT, java.ports()).get().id() == 'mk2 [hw:4,0,0]'
    }

    def "two units that the system calls alike are two ports, and each is itself"() {
        given:
        def twins = [new Pretended('MIDI Mix', 'External', true).plug(), new Pretended('MIDI Mix', 'External', true).plug()]

        when:
        def ports = java.ports().findAll { it.direction() == INPUT }
        def handles = ports.collect { port -> java.open(INPUT, port.id(), false).tap { java.connect(it, port) } }
        twins[1].play(note(2))
        twins[0].play(note(1))
        ear.until(java) { heard.size() == 2 }

        then:
        ports*.id() == ['MIDI Mix', 'MIDI Mix #2']
        ports*.name() == ['MIDI Mix', 'MIDI Mix']
        ear.heard*.toString() == ["${handles[1]}: ${Message.parse('90 02 7F')}", "${handles[0]}: ${Message.parse('90 01 7F')}"]
    }

    def "on macOS the ports of CoreMIDI4J stand for those that Java lists as well"() {
        given:
        new Pretended('APC MINI', 'APC MINI', true).plug()
        new Pretended('CoreMIDI4J - APC MINI', 'APC MINI', true).plug()

        expect:
        java.ports()*.id() == ['CoreMIDI4J - APC MINI']
        java.ports()*.name() == ['APC MINI']
    }

    def "messages of every kind come in, with the time at which they came"() {
        given:
        plug()
        def input = joined(INPUT)
        long before = System.nanoTime()

        when:
        knobs.play(note(1), new ShortMessage(0xC3, 5, 0), new ShortMessage(0xE0, 0, 64), new ShortMessage(0xF8), new ShortMessage(0xF2, 1, 2),
                sysEx('F0 7E 7F 06 01 F7'), new MetaMessage(0x51, [1, 2, 3] as byte[], 3), note(1, 0))
        ear.until(java) { heard.size() == 7 }

        then:
        ear.hex == ['90 01 7F', 'C3 05', 'E0 00 40', 'F8', 'F2 01 02', 'F0 7E 7F 06 01 F7', '90 01 00']
        ear.heard*.port.every { it == input }
        ear.heard*.time.every { it >= before && it <= System.nanoTime() }
    }

    def "SysEx in parts is put together, with a clock in between, and what is never ended is not told"() {
        given:
        plug()
        joined(INPUT)

        when: 'a part that continues carries F7 in front, which is no byte of the message'
        knobs.play(sysEx('F0 47 7F'), new ShortMessage(0xF8), sysEx('F7 4F 61'), sysEx('F7 01 02 F7'), sysEx('F0 01'), note(3), sysEx('F0 02 F7'))
        ear.until(java) { heard.size() == 4 }

        then:
        ear.hex == ['F8', 'F0 47 7F 4F 61 01 02 F7', '90 03 7F', 'F0 02 F7']
        java.traffic().unfinishedSysEx() == 1
        java.traffic().received() == 4
    }

    def "what is sent arrives in order and at its time"() {
        given:
        plug()
        def out = joined(OUTPUT)
        long later = System.nanoTime() + TimeUnit.SECONDS.toNanos(1)

        when:
        java.send(out, later, Packed.of(0x90, 3, 1))
        java.send(out, 0, Packed.of(0x90, 1, 1))
        java.send(out, 0, Packed.of(0xC0, 9, 0))
        java.send(out, 0, 0xF8)
        java.send(out, 0, [0xF0, 1, 0xF7] as byte[], 3)
        soon('all have left') { lamps.hex.size() == 5 }

        then:
        lamps.hex == ['90 01 01', 'C0 09', 'F8', 'F0 01 F7', '90 03 01']
        lamps.times[4] >= later
        soon('they are counted') { java.traffic().sent() == 5 }

        lamps.heard.toUnique { a, b -> a.is(b) ? 0 : 1 }.size() == 5
    }

    def "one device that blocks holds up nobody: not the sender, not the others"() {
        given:
        plug()
        def slow = new Pretended('Slow [hw:5,0,0]', 'Slow, USB', false).plug()
        def to = joined(OUTPUT)
        def toSlow = joined(OUTPUT, 'Slow [hw:5,0,0]')
        slow.blocks = true

        when:
        long begin = System.nanoTime()
        int taken = (0..<20_000).count { java.send(toSlow, 0, Packed.of(0x90, 1, 1)) }
        java.send(to, 0, Packed.of(0x90, 2, 2))
        soon('the other hears') { lamps.hex == ['90 02 02'] }

        then: 'what does not fit is refused'
        taken < 20_000
        taken >= 8_000
        System.nanoTime() - begin < 5_000_000_000

        cleanup:
        slow.blocks = false
    }

    def "sending a short message allocates nothing on the sender's thread"() {
        given:
        plug()
        def out = joined(OUTPUT)
        def threads = (ThreadMXBean) ManagementFactory.threadMXBean
        Sending.times(java, out, 20_000)
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().id)

        when:
        Sending.times(java, out, 50_000)

        then: 'an object for each would be a million bytes'
        threads.getThreadAllocatedBytes(Thread.currentThread().id) - before < 100_000
    }

    @groovy.transform.CompileStatic
    static class Sending {
        static void times(JavaBackend java, int out, int count) {
            for (int i = 0; i < count; i++) java.send(out, 0L, 0x7F0190)
        }
    }

    def "gear that is unplugged is told, its device closed; when it is back it is joined anew"() {
        given:
        plug()
        def input = joined(INPUT)
        def output = joined(OUTPUT)
        java.await(System.nanoTime() + 1_200_000_000, ear)
        ear.news = 0

        when:
        [knobs, lamps]*.unplug()
        ear.until(java) { news > 0 }

        then:
        !knobs.open && !lamps.open
        !java.send(output, 0, 0xF8)

        when:
        ear.news = 0
        def again = new Pretended('Mix [hw:4,0,0]', CARD, true).plug()
        ear.until(java) { news > 0 }
        java.connect(input, real('Mix [hw:4,0,0]', INPUT))
        again.play(note(1))

        then:
        ear.until(java) { heard.size() == 1 }.heard[0].port == input
    }

    def "two ports of ours may share a device, which stays open until the last has left"() {
        given:
        plug()
        def one = joined(INPUT)
        def two = joined(INPUT)

        when:
        java.disconnect(one)
        knobs.play(note(1))
        ear.until(java) { heard.size() == 1 }

        then:
        ear.heard[0].port == two
        knobs.opened == 1

        when:
        java.close(two)

        then:
        !knobs.open
    }

    def "a busy port says what to do on #system, and is free once it is"() {
        given:
        plug()
        knobs.busy = true
        def there = JavaBackend.open('', system)
        def handle = there.open(INPUT, 'MIDI Mix', false)

        when:
        there.connect(handle, real('Mix [hw:3,0,0]', INPUT))

        then:
        PortBusy fault = thrown()
        fault.message == "'MIDI Mix' cannot be opened, another program may hold it; " + remedy
        fault.device() == '/dev/snd/midiC3D0'

        when:
        knobs.busy = false
        there.connect(handle, real('Mix [hw:3,0,0]', INPUT))

        then:
        knobs.open

        cleanup:
        there.close()

        where:
        system       | remedy
        'Linux'      | 'ALSA gives a raw port to one program only (JACK, a2jmidid and PipeWire take all of them); close that program, or play through it: --midi jack'
        'Windows 11' | "Windows gives a port to one program only; close the other one (a DAW, the maker's editor, a browser)"
        'Mac OS X'   | 'close the program that uses it, or unplug it and plug it in again'
    }

    def "a port of our own is an existing one of that name, else #system is told how to make one"() {
        given:
        def there = JavaBackend.open('', system)

        when:
        there.open(OUTPUT, 'To the DAW', true)

        then:
        MidiFault fault = thrown()
        fault.message == "Java's MIDI cannot make the port 'To the DAW', and there is none of that name; " + remedy

        when:
        def loop = new Pretended('To the DAW', 'loopMIDI', false).plug()
        def handle = there.open(OUTPUT, 'To the DAW', true)

        then:
        there.send(handle, 0, Packed.of(0x90, 1, 1))
        soon('it arrives') { loop.hex == ['90 01 01'] }

        cleanup:
        there.close()

        where:
        system       | remedy
        'Linux'      | 'build the native library, which can: cmake -S native -B native/build && cmake --build native/build'
        'Windows 11' | 'make one of that name with loopMIDI'
        'Mac OS X'   | 'make one of that name in Audio MIDI Setup, IAC Driver'
    }

    def "what comes while nobody takes it has a bound, and the loss is told"() {
        given:
        plug()
        def input = joined(INPUT)

        when:
        20_000.times { knobs.play(note(1)) }
        ear.until(java) { skippedPorts == [input] }

        then:
        ear.heard.size() + java.traffic().droppedIn() == 20_000
        java.traffic().received() == ear.heard.size()
        ear.heard.size() == 16_384
    }

    def "messages from many devices at once: each in its order, none lost"() {
        given:
        def many = (0..<4).collect { new Pretended("Keys$it [hw:$it,0,0]", "Keys $it, USB", true).plug() }
        def handles = (0..<4).collect { joined(INPUT, "Keys$it [hw:$it,0,0]") }

        when:
        def players = many.collect { device -> Thread.start { 1000.times { n -> device.play(note(n % 128)) } } }
        ear.until(java) { heard.size() == 4000 }
        players*.join()

        then:
        handles.every { handle -> ear.heard.findAll { it.port == handle }*.message*.hex() == (0..<1000).collect { String.format('90 %02X 7F', it % 128) } }
    }

    def "awaiting ends at its deadline, when woken and when closed"() {
        when:
        java.await(System.nanoTime() + 1_000_000, ear)
        java.wake()
        java.await(Long.MAX_VALUE, ear)
        def waiting = Thread.start { java.await(Long.MAX_VALUE, new Ear()) }
        soon('it waits') { waiting.state == Thread.State.WAITING }
        java.close()
        waiting.join(5000)

        then:
        !waiting.alive
    }

    def "the JDK's own devices: its synthesizer is a port, its sequencer is none"() {
        expect:
        java.ports().findAll { it.name() == 'Gervill' }*.direction() == [OUTPUT]
        MidiSystem.midiDeviceInfo.any { MidiSystem.getMidiDevice(it) instanceof Sequencer }
        !java.ports().any { it.name() == 'Real Time Sequencer' }
    }

    def "a machine without sound says so where its synthesizer is asked for, and plays on it where there is some"() {
        given:
        def out = java.open(OUTPUT, 'Gervill', false)

        when:
        String sentence = ''
        try {
            java.connect(out, real('Gervill', OUTPUT))
        } catch (PortBusy refused) {
            sentence = refused.message
        }

        then:
        sentence ? sentence.startsWith("'Gervill' cannot be opened") && !java.send(out, 0, 0xF8) : java.send(out, 0, Packed.of(0x90, 60, 1))
    }

    def "wrong requests are refused"() {
        given:
        plug()
        def out = joined(OUTPUT)

        expect:
        !java.send(out, 0, 0x40)
        !java.send(out, 0, 0xF0)
        !java.send(out, 0, [0xF0, 1] as byte[], 2)
        !java.send(77, 0, 0xF8)
        !java.send(-1, 0, 0xF8)
        !java.send(joined(INPUT), 0, 0xF8)
        java.traffic().refused() == 6

        when:
        java.connect(out, new RealPort('gone', 'gone', OUTPUT))

        then:
        def fault = thrown(MidiFault)
        fault.message == "'gone' is not there any more; look at the list of ports again"

        when:
        java.connect(out, real('Mix [hw:3,0,0]', INPUT))

        then:
        fault = thrown(MidiFault)
        fault.message == "'MIDI Mix' and 'MIDI Mix' do not go the same way"
    }
}
