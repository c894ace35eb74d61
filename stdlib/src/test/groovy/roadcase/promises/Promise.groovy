package roadcase.promises

import groovy.transform.CompileStatic
import java.lang.management.ManagementFactory
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** A promise of Roadcase, tried in as many cases as {@link Cases} says. */
@CompileStatic
abstract class Promise extends Specification {
    /** Plays all cases of a property. @return how many held, which is all; else the first that did not is thrown */
    static int holds(String name, Property property) {
        int cases = Cases.of(name)
        long begin = System.nanoTime()
        long busy = processor()
        for (int i = 0; i < cases; i++) {
            long seed = Cases.SEED + i
            Score score = property.make(new Chance(seed))
            String fault = property.fault(score)
            if (fault != null) throw BrokenPromise.of(name, property, seed, score, fault)
        }
        double seconds = (System.nanoTime() - begin) / 1e9d
        Path told = Files.createDirectories(Path.of('target', 'promises')).resolve(name.replace(' ', '-') + '.txt')
        Files.writeString(told, String.format(Locale.ROOT,
                '%s: %d cases from seed %d in %.1f s, %.0f a second; the processor had %.1f s of work%n',
                name, cases, Cases.SEED, seconds, cases / seconds, (processor() - busy) / 1e9d))
        cases
    }

    private static long processor() {
        ManagementFactory.threadMXBean.currentThreadCpuTime
    }
}
