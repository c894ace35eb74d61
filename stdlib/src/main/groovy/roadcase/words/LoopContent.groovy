package roadcase.words

import roadcase.docs.Word
import roadcase.loop.Content
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** What a loop hears. */
@Word(says = 'SPEECH · MUSIC', gives = 'what is heard',
        meaning = 'What a loop hears, as far as a meter tells: speech has syllables and gaps, music is denser.', example = '''
        loop('Level') {
            measure rack.master.meter
            move(rack.master.gain)
            pid SPEECH, p: 0.2, i: 0.1
        }''')
@Spoken('SPEECH or MUSIC')
enum LoopContent {
    SPEECH(Content.SPEECH), MUSIC(Content.MUSIC)

    private final Content content

    private LoopContent(Content content) {
        this.content = content
    }

    @NotAWord
    Content content() {
        content
    }
}
