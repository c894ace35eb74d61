package roadcase.words

import groovy.transform.NamedParam
import groovy.transform.NamedParams
import groovy.transform.PackageScope
import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Action.LaunchClips
import roadcase.rig.plan.ClipsPlan
import roadcase.rig.plan.ClipsPlan.Control
import roadcase.rig.plan.ClipsPlan.Looks
import roadcase.rig.plan.ClipsPlan.Part
import roadcase.rig.plan.Happening
import roadcase.rig.plan.Layer
import roadcase.rig.plan.Origin
import roadcase.rig.plan.Place
import roadcase.rig.plan.Reaction
import roadcase.rig.plan.Target
import roadcase.route.Step
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Spoken
import roadcase.units.Span

/** The words of {@code grid.clips { }}. */
@Builds
@Spoken('clips { }')
final class ClipsBlock extends Block {
    private final Grid grid
    private final String name
    private final Place place
    private final Origin origin
    private final List<Control> controls = []
    private String layout
    private Step.Quantise quantise
    private Looks looks = Looks.USUAL
    private Reaction start
    private Reaction stop

    @PackageScope
    ClipsBlock(RigBuilder rig, Grid grid, String name) {
        super(rig)
        this.grid = grid
        this.name = name
        place = rig.place()
        origin = rig.origin()
    }

    @Word(says = "layout '''...'''", meaning = 'Where clips are, a line for each row of pads: x is a clip, a dot is none.', example = '''
        def apc = device(ApcMini)
        apc.grid.clips {
            layout \'\'\'
                x x x . . . . .
                x x . . . . . .
                x . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . x
            \'\'\'
            onStart { clip -> daw.send(noteOn(clip.number, 127)) }
            onStop  { clip -> daw.send(noteOff(clip.number)) }
        }''')
    void layout(String picture) {
        if (layout != null) throw rig.error("these clips have a layout already; say it once")
        List<String> lines = picture.readLines().collect { String line -> line.replaceAll(/\s/, '') }.findAll { String line -> line }
        lines.eachWithIndex { String line, int i -> checked(line, i + 1) }
        if (lines.size() != grid.rows())
            throw rig.error("the layout has ${counted(lines.size(), 'row')}; the grid has ${grid.rows()}: a line for each, from the top")
        layout = lines.join('')
        if (!layout.contains('x')) throw rig.error('the layout has no clip: put an x where one is')
    }

    private void checked(String line, int row) {
        for (int i = 0; i < line.length(); i++)
            if (!(line[i] in ['x', '.']))
                throw rig.error("'${line[i]}' in row $row of the layout: x is a clip, a dot is none")
        if (line.length() != grid.columns())
            throw rig.error("row $row of the layout has ${counted(line.length(), 'pad')}; the grid has ${grid.columns()} columns")
    }

    private static String counted(int count, String what) {
        count == 1 ? "1 $what" : "$count ${what}s"
    }

    @Word(says = 'quantise 1.bar, link',
            meaning = 'A pressed clip waits for the next line of this grid on this clock; without it, until its pad is let go.',
            example = '''
        def apc = device(ApcMini)
        apc.grid.clips {
            layout \'\'\'
                x x x x x x x x
                x x x x x x x x
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
            \'\'\'
            quantise 1.bar, link
            onStart { clip -> daw.send(noteOn(clip.number, 127)) }
            onStop  { clip -> daw.send(noteOff(clip.number)) }
        }''')
    void quantise(Span span, Clock clock) {
        Line line = grid.line().quantised(span, clock)
        quantise = (Step.Quantise) line.endingAt([]).steps()[-1]
    }

    @Word(says = 'colours ready: YELLOW, waiting: GREEN.blink, playing: GREEN', meaning = 'What the pads of clips show; these where you say none.',
            example = '''
        def apc = device(ApcMini)
        apc.grid.clips {
            layout \'\'\'
                x x x x x x x x
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
            \'\'\'
            colours ready: RED, waiting: RED.blink, playing: GREEN
            onStart { clip -> daw.send(noteOn(clip.number, 127)) }
        }''')
    void colours(@NamedParams([@NamedParam(value = 'ready', type = Light), @NamedParam(value = 'waiting', type = Light),
            @NamedParam(value = 'playing', type = Light)]) Map<String, ?> named) {
        looks = new Looks(((Light) named.ready)?.shown() ?: looks.ready(), ((Light) named.waiting)?.shown() ?: looks.waiting(),
                ((Light) named.playing)?.shown() ?: looks.playing())
    }

    @Word(says = 'columnButtons apc.columnButtons',
            meaning = 'A button for each column: lit while a clip of it plays, blinks while held, and stops the clip when it is let go.',
            example = '''
        def apc = device(ApcMini)
        apc.grid.clips {
            layout \'\'\'
                x x x x x x x x
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
            \'\'\'
            columnButtons apc.columnButtons
            onStart { clip -> daw.send(noteOn(clip.number, 127)) }
            onStop  { clip -> daw.send(noteOff(clip.number)) }
        }''')
    void columnButtons(Buttons buttons) {
        row(buttons, Part.COLUMN, 'columnButtons', grid.columns(), 'column')
    }

    @Word(says = 'rowButtons apc.rowButtons',
            meaning = 'A button for each row: starts its clips, leaves those that play, stops columns that have none there; blinks while they wait.',
            example = '''
        def apc = device(ApcMini)
        apc.grid.clips {
            layout \'\'\'
                x x x x x x x x
                x x x x x x x x
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
            \'\'\'
            rowButtons apc.rowButtons
            onStart { clip -> daw.send(noteOn(clip.number, 127)) }
            onStop  { clip -> daw.send(noteOff(clip.number)) }
        }''')
    void rowButtons(Buttons buttons) {
        row(buttons, Part.ROW, 'rowButtons', grid.rows(), 'row')
    }

    private void row(Buttons buttons, Part part, String word, int most, String what) {
        if (controls.any { Control c -> c.part() == part }) throw rig.error("'$word' is said already")
        List<String> names = buttons.names()
        if (names.size() != most) throw rig.error("$word: ${counted(names.size(), 'button')} for $most ${what}s; there is one for each")
        names.eachWithIndex { String button, int i ->
            controls << new Control(buttons.device(), button, part, part == Part.COLUMN ? i : 0, part == Part.ROW ? i : 0)
        }
        touched(buttons, part)
    }

    @Word(says = 'stopAll apc.rowButtons[8], holding: apc.shift',
            meaning = 'Stops all clips when it is pressed; with holding, only while that button is held.', example = '''
        def apc = device(ApcMini)
        apc.grid.clips {
            layout \'\'\'
                x x x x x x x x
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
            \'\'\'
            stopAll apc.rowButtons[8], holding: apc.shift
            onStart { clip -> daw.send(noteOn(clip.number, 127)) }
            onStop  { clip -> daw.send(noteOff(clip.number)) }
        }''')
    void stopAll(Button button) {
        controls << new Control(button.device(), button.names()[0], Part.STOP_ALL, 0, 0)
        touched(button, Part.STOP_ALL)
    }

    void stopAll(@NamedParams([@NamedParam(value = 'holding', type = Button, required = true)]) Map<String, ?> named, Button button) {
        Button key = (Button) named.holding
        rig.inside(new Layer.Held(key.device(), key.names()[0])) { stopAll(button) }
    }

    private void touched(Controls touched, Part part) {
        new LineEnd(touched.line()).at(new Target.ToAction(new LaunchClips(name, part)))
    }

    @Word(says = 'onStart { clip -> }', meaning = 'Runs your own code for each clip that starts.', example = '''
        def apc = device(ApcMini)
        apc.grid.clips {
            layout \'\'\'
                x x x x x x x x
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
            \'\'\'
            onStart { clip -> synth.send(programChange(clip.column)) }
        }''')
    void onStart(WithClip code) {
        if (start != null) throw rig.error("these clips have an onStart { } already")
        start = reaction('onStart', code)
    }

    @Word(says = 'onStop { clip -> }', meaning = 'Runs your own code for each clip that stops.', example = '''
        def apc = device(ApcMini)
        apc.grid.clips {
            layout \'\'\'
                x x x x x x x x
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
            \'\'\'
            onStart { clip -> daw.send(noteOn(clip.number, 127)) }
            onStop  { clip -> daw.send(noteOff(clip.number)) }
        }''')
    void onStop(WithClip code) {
        if (stop != null) throw rig.error("these clips have an onStop { } already")
        stop = reaction('onStop', code)
    }

    private Reaction reaction(String what, WithClip code) {
        rig.reaction("${grid.device()} / clips / $what", Reaction.On.MOMENT) { Happening h ->
            code.react(new Clip(h.channel, (int) h.value, h.number))
        }
    }

    /** Gives the rig what was said. */
    @NotAWord
    void finish() {
        if (layout == null) throw new roadcase.rig.plan.RigError(origin, "clips { } needs a layout '''...''' that says where clips are")
        grid.names().eachWithIndex { String pad, int i ->
            controls << new Control(grid.device(), pad, Part.PAD, i % grid.columns(), i.intdiv(grid.columns()))
        }
        rig.at(place) { touched(grid, Part.PAD) }
        rig.clips(new ClipsPlan(name, grid.device(), controls, grid.columns(), layout, quantise, looks, start, stop, place, origin))
    }
}
