package roadcase.words

import groovy.transform.NamedParam
import groovy.transform.NamedParams
import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Action
import roadcase.rig.plan.BanksPlan
import roadcase.rig.plan.Layer
import roadcase.rig.plan.LightPlan
import roadcase.rig.plan.LightPlan.LightSource
import roadcase.rig.plan.Origin
import roadcase.rig.plan.Target
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** The words of {@code banks('name') { }}. */
@Builds
@Spoken('banks { }')
final class BanksBlock extends Block {
    private static final String EVERY = 'every bank'

    private final String group
    private final Origin origin
    private final Map<String, BankDraft> drafts = [:]
    private final BankDraft every
    private boolean around

    BanksBlock(RigBuilder rig, String group) {
        super(rig)
        this.group = group
        origin = rig.origin()
        every = new BankDraft(EVERY, origin)
    }

    @Word(says = 'previous(flow)', meaning = 'One bank back, by a button, a key or a pedal.', example = '''
        banks('Sounds') {
            previous keys.cc(66)
            next     keys.cc(67)
            bank 'Piano', channel: 1
            bank 'Organ', channel: 2
            everyBank { mix.knobs.to(synth) }
        }''')
    void previous(Flow by) {
        steps(by, -1)
    }

    @Word(says = 'next(flow)', meaning = 'One bank on, by a button, a key or a pedal.', example = '''
        banks('Sounds') {
            next mix.bankRight
            wraps()
            bank 'Piano', channel: 1
            bank 'Organ', channel: 2
            everyBank { mix.knobs.to(synth) }
        }''')
    void next(Flow by) {
        steps(by, 1)
    }

    private void steps(Flow by, int banks) {
        new LineEnd(by.line()).at(new Target.ToAction(new Action.StepBank(group, banks)))
    }

    @Word(says = 'wraps()', meaning = 'After the last bank comes the first again.', example = '''
        banks('Sounds') {
            next mix.bankRight
            wraps()
            bank 'Piano', channel: 1
            bank 'Organ', channel: 2
            everyBank { mix.knobs.to(synth) }
        }''')
    void wraps() {
        around = true
    }

    @Word(says = 'binaryDial(buttons...)', meaning = 'Their lights count the banks in binary; the first light is 1.',
            example = '''
        banks('Sounds') {
            previous   mix.bankLeft
            next       mix.bankRight
            binaryDial mix.bankLeft, mix.bankRight
            bank 'Piano',   channel: 1
            bank 'Organ',   channel: 2
            bank 'Strings', channel: 3
            everyBank { mix.knobs.to(synth) }
        }''')
    void binaryDial(Button... lights) {
        lights.eachWithIndex { Button light, int bit ->
            rig.light(new LightPlan(light.device(), light.names()[0], new LightSource.BankBit(group, bit), rig.place(),
                    rig.origin()))
        }
    }

    @Word(says = "bank 'A', channel: 1 · bank('A') { }", meaning = 'A bank, its channel, and what only this bank has.',
            example = '''
        banks('Sounds') {
            next mix.bankRight
            bank 'Piano', channel: 1
            bank('Lights') { mix.faders.toChannel(10).to(daw) }
        }''')
    void bank(String name) {
        draft(name)
    }

    void bank(@NamedParams([@NamedParam(value = 'channel', type = Integer, required = true)]) Map<String, ?> named,
            String name) {
        draft(name).onChannel(rig, (int) named.channel)
    }

    void bank(String name, @DelegatesTo(value = BankBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        inside(draft(name), new Layer.Bank(group, name), body)
    }

    void bank(@NamedParams([@NamedParam(value = 'channel', type = Integer, required = true)]) Map<String, ?> named,
            String name, @DelegatesTo(value = BankBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        bank(named, name)
        bank(name, body)
    }

    @Word(says = 'everyBank { }', meaning = 'What all banks have, each with its own states; a single bank beats it.',
            example = '''
        banks('Sounds') {
            next mix.bankRight
            bank 'Piano', channel: 1
            bank 'Organ', channel: 2
            everyBank { mix.knobs.hysteresis(3).to(synth) }
        }''')
    void everyBank(@DelegatesTo(value = BankBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        inside(every, new Layer.EveryBank(group), body)
    }

    private void inside(BankDraft draft, Layer layer,
            @DelegatesTo(value = BankBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        rig.inside(layer) { read(new BankBlock(rig, draft), body) }
    }

    private BankDraft draft(String name) {
        if (name == null || name.isBlank()) throw rig.error("a bank needs a name, such as 'A'")
        drafts.computeIfAbsent(name) { String n -> new BankDraft(n, rig.origin()) }
    }

    /** Gives the rig what was said. */
    @NotAWord
    void finish() {
        if (drafts.isEmpty()) throw rig.error("banks '$group' have no bank: say bank 'A', channel: 1")
        List<BanksPlan.BankPlan> plans = []
        for (BankDraft draft : drafts.values()) plans << draft.finished(every)
        rig.banks(new BanksPlan(group, plans, around, rig.place(), origin))
    }
}
