package roadcase.cli

import roadcase.midi.Backend
import roadcase.midi.Message
import roadcase.midi.MidiFault
import roadcase.midi.Packed
import roadcase.midi.RealPort
import spock.lang.Specification

import static roadcase.midi.RealPort.Direction.*

class PortMonitorSpec extends Specification {
    static final KEYS = new RealPort('a:1', 'Keys', INPUT)
    static final MIX = new RealPort('a:2', 'MIDI Mix', INPUT)
    static final SYNTH = new RealPort('a:3', 'Synth', OUTPUT)

    List<RealPort> there = [KEYS, MIX, SYNTH]
    List<String> lines = []
    int handles = 0
    Map<RealPort, Integer> connected = [:]
    def backend = Stub(Backend) {
        ports() >> { there }
        open(*_) >> { handles++ }
        connect(*_) >> { int handle, RealPort port -> connected[port] = handle }
    }

    def "without names every input is listened to, and what is new as well"() {
        given:
        def traffic = new PortMonitor(backend, [], Shown.USUAL, { lines << it })
        def late = new RealPort('a:9', 'Late', INPUT)

        when:
        there << late
        traffic.portsChanged()

        then:
        connected.keySet() == [KEYS, MIX, late] as Set
    }

    def "what comes in is said decoded and as hex, active sensing is not"() {
        given:
        def traffic = new PortMonitor(backend, ['MIDI Mix'], Shown.USUAL, { lines << it })
        def now = System.nanoTime()
        def sysex = Message.parse('F0 7E 7F 06 01 F7').bytes()

        when:
        traffic.received(connected[MIX], now, Packed.of(0x90, 60, 100))
        traffic.received(connected[MIX], now, 0xFE)
        traffic.received(connected[MIX], now, sysex, sysex.length)

        then:
        lines*.replaceFirst(/^ *\d+\.\d{3}/, 'T') == [
                'T  MIDI Mix  90 3C 64  note on 60 (C4) velocity 100, channel 1',
                'T  MIDI Mix  F0 7E 7F 06 01 F7  SysEx, 6 bytes']
    }

    def "a long message is cut, not its length"() {
        expect:
        TrafficLines.line(1_500_000_000, 'P', Message.parse('F0' + '01' * 100 + 'F7')) ==
                '    1.500  P  F0 ' + '01 ' * 23 + '…  SysEx, 102 bytes'
    }

    def "a name that is not there is a mistake that says what was meant"() {
        when:
        new PortMonitor(backend, [written], Shown.USUAL, {})

        then:
        def e = thrown(Mistake)
        e.message == said + ' `roadcase ports` shows what is there.'

        where:
        written   || said
        'MIDI Mx' || "There is no input 'MIDI Mx' now; did you mean 'MIDI Mix'?"
        'Theremin' || "There is no input 'Theremin' now."
    }

    def "a driver that skips time all the time is told of now and then"() {
        given:
        def traffic = new PortMonitor(backend, ['Keys'], Shown.USUAL, { lines << it })

        when:
        1000.times { traffic.skipped(connected[KEYS], it * 10_000_000L) }

        then:
        lines == ["'Keys': the driver skipped time, messages may be missing here"] * 2
    }

    def "a port that is gone is said once"() {
        given:
        def traffic = new PortMonitor(backend, [], Shown.USUAL, { lines << it })

        when:
        there.remove(KEYS)
        traffic.portsChanged()
        traffic.portsChanged()

        then:
        lines == ["'Keys' is gone"]
    }

    def "ports are listed by the names that a script would use"() {
        given:
        backend.name() >> 'jack'
        backend.why() >> 'a JACK server answers'

        expect:
        PortsCommand.lines(backend) == [
                'MIDI through jack: a JACK server answers',
                'Inputs (what plays):',
                "  'Keys'      a:1",
                "  'MIDI Mix'  a:2",
                'Outputs (what sounds):',
                "  'Synth'  a:3"]
    }
}
