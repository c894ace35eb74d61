package roadcase.words

import roadcase.docs.Word
import roadcase.loop.Strategy
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** How a loop goes to its target. */
@Word(says = 'AUTO · FEEDBACK · FORWARD', gives = 'strategy of a loop',
        meaning = 'How a loop goes to its target: FEEDBACK for a meter that hears the fader, FORWARD for one before it; AUTO'
                + ' moves the fader down a little, several times, to find out.', example = '''
        loop('Level') {
            measure  rack.master.meter
            move(rack.slots[1].gain)
            strategy AUTO
        }''')
@Spoken('AUTO, FEEDBACK or FORWARD')
enum LoopStrategy {
    AUTO(Strategy.AUTO), FEEDBACK(Strategy.FEEDBACK), FORWARD(Strategy.FORWARD)

    private final Strategy strategy

    private LoopStrategy(Strategy strategy) {
        this.strategy = strategy
    }

    @NotAWord
    Strategy strategy() {
        strategy
    }
}
