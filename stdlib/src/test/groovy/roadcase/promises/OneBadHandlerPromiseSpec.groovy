package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.promises.Deed.What

/** One bad handler harms nobody else: lines, toggles, lights and other code play as if it were not there. */
class OneBadHandlerPromiseSpec extends Promise {
    private static final String GEAR = '''
        def keys  = input('Keystation')
        def pads  = input('Pads')
        def mix   = device(MidiMix)
        def synth = output('Synth')
        def piano = output('Piano')
        def host  = virtualOutput('Host')
        '''
    private static final List<String> GOOD = [
            GEAR + '''
        keys.to(synth)
        pads.after(40.ms).to(piano)
        mix.mute.toggles().to(host)
        pads.noteOn(60).onEvent { m -> piano.send(programChange(9)) }
        ''',
            GEAR + '''
        keys.toChannel(3).to(piano)
        pads.to(synth)
        mix.mute.toggles().to(host)
        mix.recArm.to(synth)
        keys.cc(64).onEvent { m -> synth.send(controlChange(7, 100)) }
        '''
    ]
    private static final List<String> BAD = [
            '''
        keys.onEvent { m -> throw new IllegalStateException('no') }
        pads.onEvent { m -> int x = 1; x = x.intdiv(0) }
        mix.mute[1].onEvent { m -> String s = null; s.length() }
        ''',
            '''
        keys.onEvent { m -> throw new StackOverflowError() }
        mix.recArm.onEvent { m -> assert m.note == 200 }
        mix.soloKey.onPress { after(10.ms) { throw new IllegalStateException('later') } }
        '''
    ]

    /** The good ones, then the same with bad handlers. */
    static final Repertoire GIGS = new Repertoire(
            [good0: GOOD[0], good1: GOOD[1], bad0: GOOD[0] + BAD[0], bad1: GOOD[1] + BAD[1]])

    @CompileStatic
    static class Handlers extends Property {
        Handlers() {
            super(GIGS)
        }

        @Override
        Score make(Chance chance) {
            List<Deed> deeds = Wild.deeds(chance, chance.from(20, 50), gigs).collect {
                it.what == What.RELOAD ? Deed.reload(it.micros, it.number.intdiv(2) + 2) : it
            }
            new Score(chance.from(2, 3), deeds)
        }

        @Override
        protected String look(Score score) {
            Performance bad = played(score)
            Performance good = played(new Score(score.first - 2,
                    score.deeds.collect { it.what == What.RELOAD ? Deed.reload(it.micros, it.number - 2) : it }))
            List<String> withBad = bad.sent*.toString()
            List<String> without = good.sent*.toString()
            if (good.faults) return "without bad code: $good.faults"
            if (withBad == without) return null
            int differs = (0..<Math.max(withBad.size(), without.size())).find { withBad[it] != without[it] } as int
            "with bad code ${withBad[differs]} was sent instead of ${without[differs]}"
        }

        private Performance played(Score score) {
            Performance performance = new Performance(gigs, score.first)
            for (Deed deed : score.deeds) performance.does(deed)
            performance.waits(1)
            performance
        }
    }

    def "what is sent is the same with handlers that throw and without them"() {
        expect:
        holds('one bad handler', new Handlers()) == Cases.of('one bad handler')
    }
}
