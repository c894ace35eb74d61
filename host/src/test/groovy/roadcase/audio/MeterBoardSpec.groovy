package roadcase.audio

import java.nio.file.Path
import java.util.concurrent.TimeUnit
import roadcase.midi.Packed
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Levels by the names of meters, of a real engine on the silent clock. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MeterBoardSpec extends Specification {
    @TempDir Path folder
    @AutoCleanup EngineRack rack

    private void until(String what, Closure<Boolean> holds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30)
        while (!holds()) {
            assert System.nanoTime() < end: "$what: not within 30 s"
            Thread.sleep(10)
        }
    }

    private List<Double> spectrum(int bands) { (1..bands).collect { rack.level("master / spectrum $bands / $it".toString()) } }

    def "the meter of what sounds moves, those of others do not; the loudest band is the note's"() {
        given:
        rack = EngineRack.open(folder.toString())
        rack.device('none', '', 48_000, 64)
        rack.load(1, 0, Plugin.BUILT_IN)
        until('Poly is there') { rack.await(System.nanoTime() + 100_000_000).any { it.kind() == News.Kind.LOADED } }

        expect:
        rack.level('slot 1') == Rack.SILENCE

        when: 'A4: eight bands of 1.08 octaves from 40 Hz; 440 Hz is in the fourth'
        rack.midi(1, 0, Packed.of(0x90, 69, 100))

        then:
        until('it is measured') { rack.level('slot 1') > -40 && rack.level('master') > -40 }
        until('so is its band') { spectrum(8).with { it.max() > -60 && it.indexOf(it.max()) == 3 && it[0] < it[3] - 10 } }
        rack.level('slot 2') == Rack.SILENCE

        when:
        rack.midi(1, 0, Packed.of(0x80, 69, 64))

        then:
        until('it is over') { rack.level('slot 1') == Rack.SILENCE && spectrum(8).max() < -60 }
    }

    def "'#name' is no meter, and silent"() {
        given:
        rack = EngineRack.open(folder.toString())

        expect:
        rack.level(name) == Rack.SILENCE

        where:
        name << ['', 'slot 0', 'slot 9', 'Lead', 'master / spectrum 8 / 9', 'master / spectrum 8 / 0', 'master / spectrum 65 / 1',
                'master / spectrum 0 / 0']
    }
}
