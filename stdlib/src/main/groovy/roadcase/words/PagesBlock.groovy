package roadcase.words

import groovy.transform.NamedParam
import groovy.transform.NamedParams
import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Action
import roadcase.rig.plan.Layer
import roadcase.rig.plan.LightPlan
import roadcase.rig.plan.LightPlan.LightSource
import roadcase.rig.plan.Origin
import roadcase.rig.plan.PagesPlan
import roadcase.rig.plan.PagesPlan.PagePlan
import roadcase.rig.plan.RigError
import roadcase.rig.plan.RoutePlan
import roadcase.rig.plan.RoutePlan.Press
import roadcase.rig.plan.RoutePlan.Takeover
import roadcase.rig.plan.Source
import roadcase.rig.plan.Target
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Reading
import roadcase.script.Spoken

/** The words of {@code pages(device) { }}. */
@Builds
@Spoken('pages { }')
final class PagesBlock extends Block {
    private final Reading reading
    private final String device
    private final Origin origin
    private final List<PagePlan> all = []
    private final List<Chooser> choosers = []
    private boolean around

    /** A row that pages are chosen by, and where that was said. */
    private static final class Chooser {
        Buttons row
        Button key
        Origin origin
    }

    PagesBlock(RigBuilder rig, Reading reading, String device) {
        super(rig)
        this.reading = reading
        this.device = device
        origin = rig.origin()
    }

    @Word(says = 'choose(row) · choose row, holding: key',
            meaning = 'The first button shows the first page, and so on; its light tells which one is shown.', example = '''
        def apc = device(ApcMini)
        pages(mix) {
            choose apc.rowButtons, holding: apc.shift
            page('Mixer')    { mix.faders.to(synth) }
            page('Switches') { mix.mute.toggles().to(daw) }
        }''')
    void choose(Buttons row) {
        choosers << new Chooser(row: row, origin: rig.origin())
    }

    void choose(@NamedParams([@NamedParam(value = 'holding', type = Button, required = true)]) Map<String, ?> named,
            Buttons row) {
        choosers << new Chooser(row: row, key: (Button) named.holding, origin: rig.origin())
    }

    @Word(says = 'previous(flow)', meaning = 'One page back, by a button, a key or a pedal.', example = '''
        pages(mix) {
            previous mix.bankLeft
            next     mix.bankRight
            page('Mixer')    { mix.faders.to(synth) }
            page('Switches') { mix.mute.toggles().to(daw) }
        }''')
    void previous(Flow by) {
        steps(by, -1)
    }

    @Word(says = 'next(flow)', meaning = 'One page on, by a button, a key or a pedal.', example = '''
        pages(mix) {
            next keys.cc(67)
            wraps()
            page('Mixer')    { mix.faders.to(synth) }
            page('Switches') { mix.mute.toggles().to(daw) }
        }''')
    void next(Flow by) {
        steps(by, 1)
    }

    private void steps(Flow by, int pages) {
        new LineEnd(by.line()).at(new Target.ToAction(new Action.StepPage(device, pages)))
    }

    @Word(says = 'wraps()', meaning = 'After the last page comes the first again.', example = '''
        pages(mix) {
            next keys.cc(67)
            wraps()
            page('Mixer')    { mix.faders.to(synth) }
            page('Switches') { mix.mute.toggles().to(daw) }
        }''')
    void wraps() {
        around = true
    }

    @Word(says = "page('name') { }",
            meaning = 'What the device means while this page is shown; of a script that is included here only what belongs to the device.',
            example = '''
        pages(mix) {
            choose mix.recArm, holding: mix.soloKey
            page('Mixer')    { mix.faders.to(synth) }
            page('Switches') { mix.mute.toggles().to(daw) }
        }''')
    void page(String name, @DelegatesTo(value = PageBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        if (name == null || name.isBlank()) throw rig.error("a page needs a name: page('Mixer') { ... }")
        for (PagePlan other : all)
            if (other.name() == name)
                throw rig.error("there are two pages '$name': the first is in line ${other.origin().line()}")
        all << new PagePlan(name, rig.origin())
        rig.inside(new Layer.Page(device, name)) { read(new PageBlock(rig, reading), body) }
    }

    /** Gives the rig what was said. */
    @NotAWord
    void finish() {
        if (all.isEmpty()) throw rig.error("these pages have no page: say page('Mixer') { ... }")
        for (Chooser one : choosers) {
            if (one.key == null) give(one)
            else rig.inside(new Layer.Held(one.key.device(), one.key.names()[0])) { this.give(one) }
        }
        rig.pages(new PagesPlan(device, all, around, origin))
    }

    /** A button for each page; what the row has more is free for others. */
    private void give(Chooser one) {
        List<String> buttons = one.row.names()
        String unit = one.row.device()
        for (int page = 0; page < Math.min(all.size(), buttons.size()); page++) {
            List<Target> goes = [new Target.ToAction(new Action.GoPage(device, page))]
            rig.route(new RoutePlan(null, new Source.Controls(unit, [buttons[page]]), [], Press.PLAIN, Takeover.JUMP, null, false,
                    goes, rig.place(), one.origin))
            if (rig.hasLight(unit, buttons[page]))
                rig.light(new LightPlan(unit, buttons[page], new LightSource.PageShown(device, page), rig.place(), one.origin))
        }
    }
}
