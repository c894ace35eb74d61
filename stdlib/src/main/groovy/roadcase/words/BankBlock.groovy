package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Happening
import roadcase.rig.plan.Layer
import roadcase.rig.plan.Reaction
import roadcase.script.Builds
import roadcase.script.Spoken

/** The words of {@code bank('A') { }} and {@code everyBank { }}. */
@Spoken('bank { }')
final class BankBlock extends Block {
    private final BankDraft draft

    BankBlock(RigBuilder rig, BankDraft draft) {
        super(rig)
        this.draft = draft
    }

    @Builds
    @Word(says = 'channel(2)', meaning = 'What this bank sends goes out on this channel.', example = '''
        banks('Sounds') {
            next mix.bankRight
            bank 'Piano', channel: 1
            bank('Organ') {
                channel 2
                mix.faders.to(synth)
            }
        }''')
    void channel(int number) {
        rig.mustBeReading('channel')
        draft.onChannel(rig, number)
    }

    @Builds
    @Word(says = 'holding(button) { }',
            meaning = 'A layer while this button is held, with states and lights of its own.',
            example = '''
        banks('Sounds') {
            next mix.bankRight
            bank 'A', channel: 1
            bank 'B', channel: 2
            everyBank {
                mix.recArm.toggles().to(daw)
                holding(mix.soloKey) { mix.recArm.toggles().transpose(32).to(daw) }
            }
        }''')
    void holding(Button key, @DelegatesTo(value = HeldBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> layer) {
        rig.mustBeReading('holding')
        rig.inside(new Layer.Held(key.device(), key.names()[0])) { read(new HeldBlock(rig), layer) }
    }

    @Builds
    @Word(says = 'onEnter { }', meaning = 'Runs your own code when this bank becomes the active one.', example = '''
        banks('Sounds') {
            next mix.bankRight
            bank('Piano') { onEnter { synth.send(programChange(0)) } }
            bank('Organ') { onEnter { synth.send(programChange(19)) } }
        }''')
    void onEnter(Runnable code) {
        rig.mustBeReading('onEnter')
        draft.onEnter << rig.reaction('onEnter', Reaction.On.MOMENT) { Happening what -> code.run() }
    }
}
