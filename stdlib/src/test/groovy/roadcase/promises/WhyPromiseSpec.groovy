package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.cli.explain.WhySentence
import roadcase.promises.Deed.What
import roadcase.rig.Trace
import roadcase.rig.Trace.Refusal

/** Who asks why is told the truth, and asking changes nothing. */
class WhyPromiseSpec extends Promise {
    @CompileStatic
    static class Told extends Property {
        Told() {
            super(Reasons.repertoire())
        }

        @Override
        Score make(Chance chance) {
            new Score(chance.upTo(gigs.size()), Reasons.deeds(chance, chance.from(20, 50), gigs))
        }

        @Override
        protected String look(Score score) {
            List<Trace> traces = []
            List<String> wrong = []
            Performance asked = null
            asked = new Performance(gigs, score.first, false, { Trace trace ->
                traces << trace
                String fault = asked == null ? null : fault(trace, asked.sent*.toString(), asked)
                if (fault) wrong << fault
            })
            for (Deed deed : score.deeds) {
                traces.clear()
                int before = asked.sent.size()
                boolean plays = deed.what == What.PLAY && !(deed.port in asked.away)
                if (plays) asked.advance(deed.micros)
                Trace supposed = plays ? asked.would(deed.port, deed.message) : null
                if (!asked.does(deed)) continue
                asked.settle()
                if (supposed != null) {
                    String fault = foretold(supposed, traces.find { it.message()?.hex() == deed.message.hex() })
                    if (fault) return "at $deed: $fault"
                }
                if (wrong) return "at $deed: ${wrong[0]}"
                List<String> heard = asked.sent.drop(before).findAll { it.port != MixUnit.PORT }.collect { "$it.port ${it.message.hex()}".toString() }
                if (deed.what in [What.PLAY, What.PRESS, What.RELEASE, What.TURN] && asked.script < Reasons.AT_ONCE.size()) {
                    List<String> told = traces.collectMany { it.lines()*.sent().flatten() + it.ended() }
                            .collect { Trace.Sent it -> "${it.port()} ${it.message().hex()}".toString() }
                    if (told.sort(false) != heard.sort(false)) return "at $deed $heard was sent, and told was $told"
                }
            }
            List<String> sent = asked.sent*.toString()
            Performance alone = new Performance(gigs, score.first)
            for (Deed deed : score.deeds) if (alone.does(deed)) alone.settle()
            sent == alone.sent*.toString() ? null : 'asking why has changed what is sent'
        }

        /**
         * What was supposed is what came. What is held was not weighed, and a line that turns a bank changes what the
         * lines behind it are.
         */
        private static String foretold(Trace supposed, Trace came) {
            if (came.lines().any { Trace.Line l -> l.did().any { it instanceof Trace.Deed.Acted } }) return null
            for (Trace.Line line : came.lines()) {
                if (line.refusal() instanceof Refusal.Quiet) continue
                Trace.Line meant = supposed.lines().find { it.plan().is(line.plan()) }
                if (meant == null || meant.took() != line.took() || meant.refusal()?.class != line.refusal()?.class)
                    return "supposed was ${meant == null ? 'nothing' : WhySentence.of(supposed, meant)}, and then ${WhySentence.of(came, line)}"
            }
            came.lines().size() == supposed.lines().size() ? null : 'more lines were asked than was supposed'
        }

        /** What a trace says was sent at once must be the last that was. */
        private static String fault(Trace trace, List<String> sent, Performance asked) {
            List<String> told = (trace.lines().collectMany { it.sent() } + trace.ended()).findAll { !it.waits() }
                    .collect { "${it.port()} ${it.message().hex()}".toString() }
            List<String> heard = asked.sent.takeRight(told.size()).collect { "$it.port ${it.message.hex()}".toString() }
            if (told.sort(false) != heard.sort(false)) return "told was $told, sent was $heard"
            for (Trace.Line line : trace.lines()) {
                String says = WhySentence.of(trace, line)
                if (line.refusal() instanceof Refusal.Unforeseen) return "$says: ${WhySentence.came(trace)} ${line.plan()}"
                if (line.took() == (line.refusal() != null)) return "took and refused: $says"
                if (line.took() != (!line.sent().isEmpty() || !line.did().isEmpty())) return "took nothing: $says"
                if (says.contains('null')) return says
            }
            null
        }
    }

    def "a line took a message exactly where it sent or did something, and who asks changes nothing"() {
        expect:
        holds('why', new Told()) == Cases.of('why')
    }
}
