package roadcase.words

import groovy.transform.PackageScope
import roadcase.rig.RigBuilder

/** A number that MIDI limits: its name, and from where to where it goes. */
@PackageScope
enum Quantity {
    CHANNEL('channel', 'channels', 1, 16),
    NOTE('note', 'notes', 0, 127),
    CC('CC', 'CC numbers', 0, 127),
    PROGRAM('program', 'programs', 0, 127),
    VELOCITY('velocity', 'velocities', 0, 127),
    VALUE('value', 'values', 0, 127),
    FINE_VALUE('value', 'values', 0, 16383),
    BEND('bend', 'bends', -8192, 8191),
    NRPN('NRPN', 'NRPN numbers', 0, 16383),
    RPN('RPN', 'RPN numbers', 0, 16383),
    CC14('14-bit CC', '14-bit CC numbers', 0, 31),
    SEMITONES('transpose', 'semitones', -127, 127),
    STEPS('hysteresis', 'steps', 1, 127),
    BUTTON('button', 'places of buttons', 0, 9999),
    WAIT('wait', 'waits in ms', 0, 60000)

    private final String one
    private final String many
    private final int low
    private final int high

    private Quantity(String one, String many, int low, int high) {
        this.one = one
        this.many = many
        this.low = low
        this.high = high
    }

    /** What is wrong with {@code number}, or null. */
    String fault(int number) {
        number >= low && number <= high ? null : "$one $number; $many are $low to $high".toString()
    }

    /** {@code number}, or the refusal of the line that is being read. */
    int checked(RigBuilder rig, int number) {
        String fault = fault(number)
        if (fault != null) throw rig.error(fault)
        number
    }

    /** A range to look for: both ends as MIDI has them, the low one first. */
    Ends source(RigBuilder rig, IntRange range) {
        Ends ends = target(rig, range)
        if (ends.first > ends.last)
            throw rig.error("$ends runs backwards; write ${ends.last}..${ends.first}")
        ends
    }

    /** A range to stretch into: backwards turns it round. */
    Ends target(RigBuilder rig, IntRange range) {
        Ends ends = Ends.of(range)
        checked(rig, ends.first)
        checked(rig, ends.last)
        ends
    }
}
