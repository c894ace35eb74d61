package roadcase.words

import roadcase.docs.Word
import roadcase.loop.StopPolicy
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** What a loop leaves behind. */
@Word(says = 'LEAVE · RESTORE', gives = 'ending of a loop',
        meaning = 'What a loop leaves behind: the fader where it is, or where it was when the loop began.', example = '''
        loop('Level') {
            measure rack.master.meter
            move(rack.master.gain)
            onStop LEAVE
        }''')
@Spoken('LEAVE or RESTORE')
enum LoopEnding {
    LEAVE(StopPolicy.LEAVE), RESTORE(StopPolicy.RESTORE)

    private final StopPolicy policy

    private LoopEnding(StopPolicy policy) {
        this.policy = policy
    }

    @NotAWord
    StopPolicy policy() {
        policy
    }
}
