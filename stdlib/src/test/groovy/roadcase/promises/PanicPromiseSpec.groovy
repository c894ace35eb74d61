package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.promises.Performance.Sent

/** Panic is complete: after it nothing sounds, waits or is held, on any output, and no light port hears of it. */
class PanicPromiseSpec extends Promise {
    @CompileStatic
    static class Panic extends Property {
        Panic() {
            super(Wild.repertoire())
        }

        @Override
        Score make(Chance chance) {
            new Score(chance.upTo(gigs.size()), Wild.deeds(chance, chance.from(15, 40), gigs))
        }

        @Override
        protected String look(Score score) {
            Performance performance = new Performance(gigs, score.first)
            for (Deed deed : score.deeds) performance.does(deed)
            performance.settle()
            for (String port : performance.away.toList()) performance.does(Deed.comeBack(performance.now(), port))
            performance.settle()
            int before = performance.sent.size()
            performance.does(Deed.panic(performance.now()))
            performance.settle()
            List<Sent> sent = performance.sent.drop(before)
            String wrong = sent.any { it.port == MixUnit.PORT } ? 'the unit heard of it' : null
            for (String output : Wild.OUTPUTS[performance.script]) {
                List<String> heard = sent.findAll { it.port == output }*.message*.hex()
                if (heard.takeRight(96) != SILENCE) wrong = "$output was sent $heard"
                if (heard.dropRight(96).any { !isEnd(it) }) wrong = "$output was sent more than ends: $heard"
            }
            Ears ears = new Ears()
            performance.sent.each { ears.hear(it) }
            if (ears.sounding(Wild.INSTRUMENTS)) wrong = "after panic ${ears.sounding(Wild.INSTRUMENTS)} sounds"
            int after = performance.sent.size()
            performance.waits(20)
            Sent late = performance.sent.drop(after).find { it.port in Wild.INSTRUMENTS && !isEnd(it.message.hex()) }
            late != null ? "after panic $late goes out" : wrong
        }

        private static final List<String> SILENCE = (0..15).collectMany { int c ->
            ['40', '42', '43', '7B', '78'].collect { String.format('B%X %s 00', c, it) } + [String.format('E%X 00 40', c)]
        }

        /** A note-off, or a pedal or controller that is let go. */
        private static boolean isEnd(String hex) {
            hex[0] == '8' || hex[0] == 'B'
        }
    }

    def "whatever waits or sounds: all is ended by name, then every channel of every output is silenced"() {
        expect:
        holds('panic', new Panic()) == Cases.of('panic')
    }
}
