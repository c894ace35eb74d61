package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** A launcher of clips. */
@Spoken('clips')
final class Clips {
    private final RigBuilder rig
    private final String name

    Clips(RigBuilder rig, String name) {
        this.rig = rig
        this.name = name
    }

    /** The written name. */
    @NotAWord
    String name() {
        name
    }

    @Word(says = 'clips.stopAll()', meaning = 'Stops all clips now, and forgets those that wait.', example = '''
        def apc = device(ApcMini)
        def songs = apc.grid.clips {
            layout \'\'\'
                x x . . . . . .
                x x . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
            \'\'\'
            onStart { clip -> daw.send(noteOn(clip.number, 127)) }
            onStop  { clip -> daw.send(noteOff(clip.number)) }
        }
        keys.cc(64).onEvent { message -> songs.stopAll() }''')
    void stopAll() {
        Now.of(rig, 'stopAll').stopClips(name)
    }
}
