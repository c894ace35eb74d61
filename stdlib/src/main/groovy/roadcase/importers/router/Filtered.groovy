package roadcase.importers.router

import groovy.transform.PackageScope

/** A filter 4 that fits, looked at from all sides. Immutable. */
@PackageScope
final class Filtered {
    static final int LOWEST_CHANNEL = 1
    static final int HIGHEST_CHANNEL = 16

    final Condition condition
    /** Events that it takes; where all plain ones are taken, NRPN makes no difference, since it is made of CCs. */
    final Set<Integer> kinds
    /** What the events become. */
    final Set<Integer> targets
    /** The highest number and value of what it takes. */
    final int highest
    final boolean takesNothing
    final boolean takesAll
    final boolean changesNothing

    Filtered(Condition c) {
        condition = c
        Set<Integer> taken = Events.ALL.findAll { int e -> c.events().of(e) >= 0 } as Set<Integer>
        kinds = taken.containsAll(Events.PLAIN) ? Events.PLAIN : taken
        targets = kinds.collect { int e -> c.events().of(e) } as Set<Integer>
        highest = kinds == [Events.NRPN] as Set<Integer> ? 16383 : 127
        takesNothing = kinds.isEmpty() || channel().takesNothing(LOWEST_CHANNEL, HIGHEST_CHANNEL)
                || data1().takesNothing(0, highest) || data2().takesNothing(0, highest)
        takesAll = kinds == Events.PLAIN && takes(channel(), LOWEST_CHANNEL, HIGHEST_CHANNEL)
                && takes(data1(), 0, highest) && takes(data2(), 0, highest)
        changesNothing = keepsKinds() && keeps(channel(), LOWEST_CHANNEL, HIGHEST_CHANNEL) && keeps(data1(), 0, highest)
                && keeps(data2(), 0, highest)
    }

    Ranges channel() {
        condition.channel()
    }

    Ranges data1() {
        condition.data1()
    }

    Ranges data2() {
        condition.data2()
    }

    boolean keepsKinds() {
        kinds.every { int e -> condition.events().of(e) == e }
    }

    /** Whether what has no number would become what has one. */
    boolean makesUpNumbers() {
        kinds.any { int e -> e in Events.UNNUMBERED && !(condition.events().of(e) in Events.UNNUMBERED) }
    }

    /** Whether this range has no effect at all. */
    boolean isOpen(Ranges ranges) {
        ranges === channel() ? ranges.changesNothing(LOWEST_CHANNEL, HIGHEST_CHANNEL) : ranges.changesNothing(0, highest)
    }

    private static boolean takes(Ranges ranges, int low, int high) {
        (low..high).every { int v -> ranges.of(v) >= 0 }
    }

    private static boolean keeps(Ranges ranges, int low, int high) {
        (low..high).every { int v -> ranges.of(v) in [-1, v] }
    }
}
