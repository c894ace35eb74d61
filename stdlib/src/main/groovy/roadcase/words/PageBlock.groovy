package roadcase.words

import groovy.transform.NamedParam
import groovy.transform.NamedParams
import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Layer
import roadcase.script.Builds
import roadcase.script.Reading
import roadcase.script.Spoken

/** The words of {@code page('name') { }}. */
@Builds
@Spoken('page { }')
final class PageBlock extends Block {
    private final Reading reading

    PageBlock(RigBuilder rig, Reading reading) {
        super(rig)
        this.reading = reading
    }

    @Word(says = "include 'linkrig' · include 'split', as: 'Left'",
            meaning = "Plays that script, with this page's device on this page only; all else of it holds on every page.",
            example = '''
        pages(mix) {
            choose mix.recArm, holding: mix.soloKey
            page('Mixer')    { include 'room' }
            page('Switches') { mix.mute.toggles().to(daw) }
        }''')
    void include(String file) {
        reading.include(file, null, rig.origin())
    }

    void include(@NamedParams([@NamedParam(value = 'as', type = String, required = true)]) Map<String, ?> named,
            String file) {
        String copy = (String) named.as
        if (copy == null || copy.isBlank()) throw rig.error("a copy needs a name: include 'split', as: 'Left'")
        reading.include(file, copy, rig.origin())
    }

    @Word(says = 'holding(button) { }', meaning = 'A layer while this button is held, on this page.', example = '''
        pages(mix) {
            next mix.bankRight
            wraps()
            page('Switches') {
                mix.recArm.toggles().to(daw)
                holding(mix.bankLeft) { mix.recArm.toggles().transpose(32).to(daw) }
            }
            page('Mixer') { mix.faders.to(synth) }
        }''')
    void holding(Button key, @DelegatesTo(value = HeldBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> layer) {
        rig.inside(new Layer.Held(key.device(), key.names()[0])) { read(new HeldBlock(rig), layer) }
    }
}
