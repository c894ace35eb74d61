package roadcase.importers.router

import groovy.transform.PackageScope

/** Says what waits: sixteenths and bars of the clock that an input follows. */
@PackageScope
final class Timing {
    private final String name
    private final Findings findings

    /** @param name of the clock in the script */
    Timing(String name, Findings findings) {
        this.name = name
        this.findings = findings
    }

    Way of(Schedule s) {
        boolean bars = s.kind() % 2 == 1
        if (s.count() == 0) {
            findings.skipped(s.place(), 'waiting for nothing has no effect')
            return Way.OPEN
        }
        String word = s.kind() <= 1 ? 'after' : s.kind() <= 3 ? 'at' : 'quantise'
        new Way(["$word(${length(s.count(), bars ? 'bar' : 'sixteenth')}, $name)".toString()])
    }

    /** Whole beats where it is that many. */
    static String sixteenths(int count) {
        count % 4 == 0 ? length(count.intdiv(4) as int, 'beat') : length(count, 'sixteenth')
    }

    private static String length(int count, String unit) {
        count == 1 ? "1.$unit" : "${count}.${unit}s"
    }
}
