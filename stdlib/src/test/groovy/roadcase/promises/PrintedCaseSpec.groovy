package roadcase.promises

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.util.stream.LongStream
import roadcase.midi.Message
import roadcase.promises.Deed.What
import roadcase.rig.Memory
import roadcase.rig.Remembered
import spock.lang.Specification

/** A case that fails is made short and printed so that it can be rehearsed; tried with an oracle that is wrong. */
class PrintedCaseSpec extends Specification {
    /** Thinks that pads are silent in 'split', and everything else as it is. */
    @CompileStatic
    static class Wrong extends HeldNotesPromiseSpec.Keys {
        @Override
        protected LineOracle oracle(int first) {
            new LineOracle(first) {
                private int plays = first

                @Override
                Map<String, List<Message>> expects(Deed deed) {
                    if (deed.what == What.RELOAD) plays = deed.number
                    Map<String, List<Message>> right = super.expects(deed)
                    boolean lie = plays == 1 && deed.port == Lines.PADS && right[Lines.SYNTH]
                    lie ? [(Lines.SYNTH): [] as List<Message>, (Lines.PIANO): [] as List<Message>] : right
                }
            }
        }
    }

    static final Wrong WRONG = new Wrong()

    /** Seeds of cases that fail. */
    static final List<Long> FAILING = LongStream.rangeClosed(1, 1_000)
            .filter { WRONG.fault(WRONG.make(new Chance(it))) != null }.limit(8).boxed().toList()

    def "it is as short as it goes, and fails by the same fault (seed #seed)"() {
        given:
        Score whole = WRONG.make(new Chance(seed))
        Score score = BrokenPromise.shortest(WRONG, whole)

        expect:
        WRONG.fault(score) ==~ /at .* Synth was sent \[.+] instead of \[]/
        score.deeds.size() <= 3
        (0..<score.deeds.size()).every { WRONG.fault(score.without(it, 1)) == null }

        where:
        seed << FAILING
    }

    def "what is printed names the seed, the files and the fault, and its lines say the same to the rehearsal (seed #seed)"() {
        given:
        Score whole = WRONG.make(new Chance(seed))
        BrokenPromise told = BrokenPromise.of('a lie', WRONG, seed, whole, WRONG.fault(whole))
        def lines = told.message.readLines().findAll { it.startsWith('{') }
        def played = WRONG.shown(told.score)

        expect:
        told.message.startsWith("'a lie' is broken by the case of seed $seed, ${told.score.deeds.size()} of its ${whole.deeds.size()} deeds are enough:")
        told.message.contains("host/bin/roadcase rehearse stdlib/target/promises/a-lie-$seed/${WRONG.gigs.names[told.score.first]}.groovy <<'END'")
        Files.readString(told.folder.resolve('split.groovy')) == WRONG.gigs.texts[1]
        lines == played.lines[0]
        Rehearsed.sent(WRONG.gigs, told.score.first, Remembered.NOTHING, lines).collect { it.find(/"port".*/) } ==
                played.sent.collect { /"port":"$it.port","midi":"${it.message.hex()}"}/ as String }

        cleanup:
        told?.folder?.toFile()?.deleteDir()

        where:
        seed << FAILING.take(4)
    }

    def "a case of wild gigs, with reloads, plugs and panic, is rehearsed to the message (seed #seed)"() {
        given:
        def property = new AnythingGoesPromiseSpec.Anything()
        def score = property.make(new Chance(seed))
        def played = property.shown(score)

        expect:
        played.sent
        Rehearsed.sent(property.gigs, score.first, Remembered.NOTHING, played.lines[0]).collect { it.find(/"port".*/) } ==
                played.sent.collect { /"port":"$it.port","midi":"${it.message.hex()}"}/ as String }

        where:
        seed << (1L..40L)
    }

    def "an evening that begins with what is remembered is rehearsed with it (seed #seed)"() {
        given:
        def property = new StatePromiseSpec.State()
        def score = property.make(new Chance(seed))
        def played = property.shown(score)

        expect:
        played.evenings.every { Memory.unusable(BrokenPromise.memory(it).bytes) == null }
        (0..<played.lines.size()).collectMany { evening ->
            Rehearsed.sent(property.gigs, played.firsts[evening], played.evenings[evening], played.lines[evening])
        }.collect { it.find(/"port".*/) } == played.sent.collect { /"port":"$it.port","midi":"${it.message.hex()}"}/ as String }

        where:
        seed << (1L..20L)
    }

    def "ears hear notes and pedals, on and off: #hex"() {
        given:
        def ears = new Ears()

        expect:
        hex.every { ears.hear(new Performance.Sent(0, 'Synth', Message.parse(it))); true }
        ears.sounding(['Synth']) == on

        where:
        hex                      || on
        ['93 3C 64']             || ['note 60 on 4 at Synth']
        ['93 3C 64', '83 3C 00'] || []
        ['93 3C 64', '93 3C 00'] || []
        ['B0 40 7F', 'B1 42 40'] || ['pedal 64 on 1 at Synth', 'pedal 66 on 2 at Synth']
        ['B0 42 7F', 'B0 42 3F'] || []
        ['B0 43 7F', 'B0 07 7F'] || []
    }

    def "the shares are hundredths of all cases"() {
        expect:
        Cases.SHARES.values().sum() == 100
        Cases.SHARES.keySet().sum { Cases.of(it) } >= Cases.ALL
    }
}
