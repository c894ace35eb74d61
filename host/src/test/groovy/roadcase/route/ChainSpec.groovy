package roadcase.route

import roadcase.midi.Kind
import roadcase.midi.Message
import roadcase.midi.Packed
import spock.lang.Specification

/** What each step lets pass and makes of a message. */
class ChainSpec extends Specification {
    static final List<String> CHANNEL_KINDS = ['80 3C 21', '90 3C 40', 'A0 3C 10', 'B0 07 22', 'C0 05', 'D0 30', 'E0 01 40']
    static final Set<Kind> NOTES = [Kind.NOTE_ON, Kind.NOTE_OFF] as Set

    static Event event(String hex) {
        Event e = new Event()
        e.set(Message.parse(hex).packed())
        e
    }

    /** What comes out, in hex, or null. */
    static String run(List<Step> steps, String hex, int low = 0, int high = 127) {
        Event e = event(hex)
        Chain.of(steps, low, high).run(e) ? Packed.message(e.packed()).hex() : null
    }

    static Step becomes(Shape.Form form, int low, int high = low, int valueLow = 0, int valueHigh = 127) {
        new Step.Becomes(new Shape(form, low, high, valueLow, valueHigh))
    }

    def "every channel message survives being taken apart and put together: #hex"() {
        expect:
        Packed.message(event(hex).packed()).hex() == hex

        where:
        hex << [0, 7, 15].collectMany { channel ->
            [[0, 0], [1, 127], [60, 64], [127, 1], [127, 127]].collectMany { d1, d2 ->
                (8..14).findAll { !(it == 9 && d2 == 0) }.collect { high ->
                    String first = String.format('%X%X %02X', high, channel, d1)
                    high in [12, 13] ? first : first + String.format(' %02X', d2)
                }
            }
        }
    }

    def "a note-on with velocity 0 is a note-off with velocity 0"() {
        expect:
        Packed.message(event('93 3C 00').packed()).hex() == '83 3C 00'
        event('93 3C 00').kind == Event.NOTE_OFF
    }

    def "a bend has 14 bits, pressure a value and no number, a program both"() {
        expect:
        event('E0 01 40').with { [kind, number, value, max] } == [Event.PITCH_BEND, 0, 8193, 16383]
        event('D0 30').with { [kind, number, value, max] } == [Event.AFTERTOUCH, 0, 48, 127]
        event('C0 05').with { [kind, number, value, max] } == [Event.PROGRAM, 5, 5, 127]
    }

    def "#step passes #passing"() {
        expect:
        CHANNEL_KINDS.findAll { run([step], it) != null } == passing

        where:
        step                                      || passing
        new Step.Kinds(NOTES)                     || ['80 3C 21', '90 3C 40']
        new Step.Kinds([Kind.CLOCK] as Set)       || []
        new Step.Ignoring(NOTES)                  || ['A0 3C 10', 'B0 07 22', 'C0 05', 'D0 30', 'E0 01 40']
        new Step.Channels(1, 1)                   || CHANNEL_KINDS
        new Step.Channels(2, 16)                  || []
        new Step.Numbers(60, 60)                  || ['80 3C 21', '90 3C 40', 'A0 3C 10', 'D0 30', 'E0 01 40']
        new Step.Numbers(5, 7)                    || ['B0 07 22', 'C0 05', 'D0 30', 'E0 01 40']
        new Step.Zone('z', 60, 60)                || ['80 3C 21', '90 3C 40', 'A0 3C 10', 'B0 07 22', 'D0 30', 'E0 01 40']
        new Step.Zone('z', 0, 59)                 || ['B0 07 22', 'D0 30', 'E0 01 40']
        new Step.Velocities(64, 64)               || ['80 3C 21', '90 3C 40']
        new Step.Velocities(65, 127)              || ['80 3C 21']
    }

    def "#steps of #hex is #result"() {
        expect:
        run(steps, hex) == result

        where:
        steps                                    | hex        || result
        [new Step.Transpose(12)]                 | '90 3C 40' || '90 48 40'
        [new Step.Transpose(12)]                 | 'A0 3C 40' || 'A0 48 40'
        [new Step.Transpose(12)]                 | 'B0 3C 40' || 'B0 3C 40'
        [new Step.Transpose(67)]                 | '90 3C 40' || '90 7F 40'
        [new Step.Transpose(68)]                 | '90 3C 40' || null
        [new Step.Transpose(-60)]                | '80 3C 40' || '80 00 40'
        [new Step.Transpose(-61)]                | '80 3C 40' || null
        [new Step.ToChannel(16)]                 | 'C0 05'    || 'CF 05'
        [new Step.VelocityInto(40, 110)]         | '90 3C 01' || '90 3C 28'
        [new Step.VelocityInto(40, 110)]         | '90 3C 7F' || '90 3C 6E'
        [new Step.VelocityInto(40, 110)]         | '80 3C 00' || '80 3C 00'
        [new Step.VelocityInto(0, 0)]            | '90 3C 7F' || '90 3C 01'
        [new Step.VelocityInto(110, 40)]         | '90 3C 01' || '90 3C 6E'
        [new Step.Scale(0, 127, 20, 100)]        | 'B0 07 7F' || 'B0 07 64'
        [new Step.Scale(10, 20, 0, 127)]         | 'B0 07 09' || null
        [new Step.Scale(10, 20, 0, 127)]         | 'B0 07 15' || null
        [new Step.Quantise(4), new Step.After(1, 0)] | '90 3C 40' || '90 3C 40'
        [new Step.Transpose(1), new Step.Transpose(2)] | '90 3C 40' || '90 3F 40'
    }

    def "velocity into a range: every velocity lands in it, none is 0"() {
        expect:
        (1..127).every {
            int velocity = Integer.parseInt(run([new Step.VelocityInto(40, 110)], String.format('90 3C %02X', it))[-2..-1], 16)
            velocity in 40..110
        }
        (1..127).every { !run([new Step.VelocityInto(1, 2)], String.format('90 3C %02X', it)).endsWith('00') }
    }

    def "#hex becomes #form #low..#high with #values: #result"() {
        expect:
        run([becomes(form, low, high, values[0], values[1])], hex) == result

        where:
        form                  | low | high | values   | hex        || result
        Shape.Form.NOTE       | 36  | 36   | [0, 127] | '90 3C 40' || '90 24 40'
        Shape.Form.NOTE       | 36  | 36   | [0, 127] | '80 3C 22' || '80 24 22'
        Shape.Form.NOTE       | 36  | 36   | [0, 127] | 'B0 07 40' || '90 24 40'
        Shape.Form.NOTE       | 36  | 36   | [0, 127] | 'B0 07 00' || '80 24 00'
        Shape.Form.NOTE       | 36  | 36   | [0, 127] | 'E0 7F 7F' || '90 24 7F'
        Shape.Form.NOTE       | 0   | 12   | [0, 127] | '90 7F 40' || '90 0C 40'
        Shape.Form.NOTE       | 12  | 0    | [0, 127] | '90 7F 40' || '90 00 40'
        Shape.Form.CC         | 74  | 74   | [0, 127] | '90 3C 40' || 'B0 4A 40'
        Shape.Form.CC         | 74  | 74   | [0, 127] | '80 3C 40' || 'B0 4A 00'
        Shape.Form.CC         | 74  | 74   | [100, 20] | 'B0 07 7F' || 'B0 4A 14'
        Shape.Form.CC         | 74  | 74   | [0, 127] | 'E0 7F 7F' || 'B0 4A 7F'
        Shape.Form.CC         | 74  | 74   | [0, 127] | 'D0 22'    || 'B0 4A 22'
        Shape.Form.CC         | 74  | 74   | [0, 127] | 'A0 3C 22' || 'B0 4A 22'
        Shape.Form.CC         | 74  | 74   | [0, 127] | 'C0 05'    || 'B0 4A 05'
        Shape.Form.PROGRAM    | 0   | 7    | [0, 127] | 'B0 07 7F' || 'C0 07'
        Shape.Form.PROGRAM    | 0   | 7    | [0, 127] | 'B0 07 40' || 'C0 03'
        Shape.Form.PROGRAM    | 5   | 5    | [0, 127] | '90 3C 40' || 'C0 05'
        Shape.Form.PROGRAM    | 5   | 5    | [0, 127] | '80 3C 40' || null
        Shape.Form.PITCH_BEND | 0   | 0    | [0, 16383] | 'B0 07 7F' || 'E0 7F 7F'
        Shape.Form.PITCH_BEND | 0   | 0    | [0, 16383] | 'B0 07 00' || 'E0 00 00'
        Shape.Form.AFTERTOUCH | 0   | 0    | [0, 127] | 'B0 07 33' || 'D0 33'
        Shape.Form.AFTERTOUCH | 0   | 0    | [0, 127] | 'E0 7F 7F' || 'D0 7F'
    }

    def "what becomes is stretched from the numbers that can come: through transpositions and other shapes"() {
        expect:
        run([new Step.Transpose(60), becomes(Shape.Form.CC, 16, 27)], '90 0B 40', 0, 11) == 'B0 1B 40'
        run([becomes(Shape.Form.NOTE, 0, 11), becomes(Shape.Form.CC, 100, 111)], '90 47 40', 60, 71) == 'B0 6F 40'
        run([new Step.Numbers(60, 71), becomes(Shape.Form.CC, 0, 11)], '90 47 40') == 'B0 0B 40'
    }

    def "numbers outside of what can come count as the nearest"() {
        expect:
        run([becomes(Shape.Form.CC, 16, 27)], 'B0 40 7F', 60, 71) == 'B0 14 7F'
        run([becomes(Shape.Form.CC, 16, 27)], 'B0 7F 7F', 60, 71) == 'B0 1B 7F'
        run([becomes(Shape.Form.CC, 16, 27)], 'B0 00 7F', 60, 71) == 'B0 10 7F'
    }

    def "leading filters are folded into where a line stands: #steps"() {
        given:
        Accept accept = Accept.of(steps)

        expect:
        Kind.values().findAll { accept.takes(it) } == kinds
        [accept.channelLow(), accept.channelHigh()] == channels
        [accept.low(Event.NOTE_ON), accept.high(Event.NOTE_ON)] == notes
        accept.used() == used

        where:
        steps                                                            || kinds                                           | channels | notes     | used
        []                                                               || Kind.values().toList()                          | [1, 16]  | [0, 127]  | 0
        [new Step.Kinds(NOTES), new Step.Numbers(36, 48)]                || [Kind.NOTE_OFF, Kind.NOTE_ON]                   | [1, 16]  | [36, 48]  | 2
        [new Step.Kinds(NOTES), new Step.Kinds([Kind.NOTE_ON] as Set)]   || [Kind.NOTE_ON]                                  | [1, 16]  | [0, 127]  | 2
        [new Step.Channels(2, 9), new Step.Channels(5, 16)]              || Kind.values().findAll { it.isChannel() }        | [5, 9]   | [0, 127]  | 2
        [new Step.Ignoring([Kind.SYSEX] as Set)]                         || Kind.values().findAll { it != Kind.SYSEX }      | [1, 16]  | [0, 127]  | 1
        [new Step.Zone('z', 0, 59)]                                      || Kind.values().findAll { it.isChannel() && it != Kind.PROGRAM } | [1, 16] | [0, 59] | 1
        [new Step.Transpose(1), new Step.Kinds(NOTES)]                   || Kind.values().findAll { it.isChannel() }        | [1, 16]  | [0, 127]  | 0
        [new Step.Transpose(1), new Step.Channels(2, 2)]                 || Kind.values().findAll { it.isChannel() }        | [1, 16]  | [0, 127]  | 0
        [new Step.Transpose(1)]                                          || Kind.values().toList()                          | [1, 16]  | [0, 127]  | 0
        [new Step.Velocities(1, 127)]                                    || Kind.values().findAll { it.isChannel() }        | [1, 16]  | [0, 127]  | 0
    }
}
