package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** Several meanings of the same controls, one of them at a time. */
@Spoken('banks')
final class Banks {
    private final RigBuilder rig
    private final String group

    Banks(RigBuilder rig, String group) {
        this.rig = rig
        this.group = group
    }

    /** The written name. */
    @NotAWord
    String name() {
        group
    }

    @Word(says = "banks.go('B')", meaning = 'Goes to this bank.', livesIn = 'reaction', example = '''
        def four = banks('Sets') {
            bank 'A', channel: 1
            bank 'B', channel: 2
            everyBank { mix.mute.toggles().to(daw) }
        }
        mix.soloKey.onPress { four.go('B') }''')
    void go(String bank) {
        Now.of(rig, 'go').goBank(group, bank)
    }
}
