package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Happening
import roadcase.rig.plan.PicturePlan
import roadcase.rig.plan.PicturePlan.Show
import roadcase.rig.plan.Reaction
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Spoken
import roadcase.units.Span

/** Pads in rows and columns: row 1 is the top one, column 1 the left one. As a row of buttons they are read line by line. */
@Spoken('a grid of pads')
class Grid extends Buttons {
    private static final long MOST_NANOS = 60_000_000_000L

    private final String word
    private final int columns
    private final List<Button> all

    Grid(RigBuilder rig, String device, String word, int columns, List<Button> all) {
        super(rig, device, word, all)
        this.word = word
        this.columns = columns
        this.all = List.copyOf(all)
    }

    @Word(says = 'grid.pad(column, row)', meaning = 'One pad; row 1 is the top, column 1 the left.', example = '''
        def apc = device(ApcMini)
        apc.grid.pad(1, 8).onPress { synth.send(programChange(1)) }''')
    Button pad(int column, int row) {
        checked('column', column, columns)
        checked('row', row, rows())
        all[(row - 1) * columns + column - 1]
    }

    @Word(says = 'grid.row(1)', meaning = 'A row of pads; 1 is the top.', example = '''
        def apc = device(ApcMini)
        apc.grid.row(1).toggles().to(daw)''')
    Buttons row(int number) {
        checked('row', number, rows())
        new Buttons(rig, device(), "row($number)", all.subList((number - 1) * columns, number * columns))
    }

    @Word(says = 'grid.column(1)', meaning = 'A column of pads, from the top; 1 is the left.', example = '''
        def apc = device(ApcMini)
        apc.grid.column(8).toggles().colours(on: RED).to(daw)''')
    Buttons column(int number) {
        checked('column', number, columns)
        List<Button> these = []
        for (int row = 0; row < rows(); row++) these << all[row * columns + number - 1]
        new Buttons(rig, device(), "column($number)", these)
    }

    @Builds
    @Word(says = 'grid.clips { }', meaning = 'A clip launcher: one clip of a column plays, and every pad shows how it stands.', example = '''
        def apc = device(ApcMini)
        apc.grid.clips {
            layout \'\'\'
                x x x . . . . .
                x x . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
                . . . . . . . .
            \'\'\'
            quantise      1.bar, link
            columnButtons apc.columnButtons
            rowButtons    apc.rowButtons
            onStart { clip -> daw.send(noteOn(clip.number, 127)) }
            onStop  { clip -> daw.send(noteOff(clip.number)) }
        }''')
    Clips clips(@DelegatesTo(value = ClipsBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        rig.mustBeReading('clips')
        String where = rig.place().isTop() ? '' : "${rig.place()} / "
        String name = rig.written("$where${device()} / clips".toString())
        ClipsBlock block = new ClipsBlock(rig, this, name)
        Block.read(block, body)
        block.finish()
        new Clips(rig, name)
    }

    @NotAWord
    int columns() {
        columns
    }

    @NotAWord
    int rows() {
        all.size().intdiv(columns)
    }

    @Builds
    @Word(says = 'grid.animate(50.ms) { frame -> }',
            meaning = 'Your own code paints the pads, a picture each 50 ms; more than 30 a second are never shown.',
            livesIn = 'script', example = '''
        def apc = device(ApcMini)
        apc.grid.animate(50.ms) { frame ->
            frame.clear()
            for (column in 1..8) frame.dot(column, sine(frame.beat / 4 + column / 8), GREEN)
            for (pad in frame.held) pad.light(RED)
        }''')
    void animate(Span step, WithFrame code) {
        rig.mustBeReading('animate')
        Reaction frame = rig.reaction("picture of ${device()} $word", Reaction.On.MOMENT) { Happening what ->
            code.paint(new Frame(what.canvas))
        }
        show(new Show.Code(frame, nanos('animate', step)))
    }

    @Builds
    @Word(says = "grid.scroll('TONIGHT', GREEN, 80.ms)",
            meaning = 'A text runs over the pads, a column further each 80 ms, again and again.', livesIn = 'script', example = '''
        def apc = device(ApcMini)
        apc.grid.scroll 'TONIGHT: THE HARBOUR', GREEN, 80.ms''')
    void scroll(String text, Light light, Span step) {
        if (rows() != Letters.ROWS)
            throw rig.error("scroll needs pads in $Letters.ROWS rows; the ${device()} has ${rows()}")
        String fault = Letters.fault(text)
        if (fault != null) throw rig.error(fault)
        show(new Show.Text(text, Letters.columns(text), light.shown(), nanos('scroll', step)))
    }

    @Builds
    @Word(says = 'grid.bars(signals, GREEN, YELLOW, RED)',
            meaning = 'A column for each fader, knob, value or meter, filled as high as it is; colours from the bottom up.',
            livesIn = 'script', example = '''
        def apc = device(ApcMini)
        apc.grid.bars apc.faders, GREEN, YELLOW, RED''')
    void bars(Iterable<?> signals, Light... lights) {
        if (lights.length == 0) throw rig.error('bars need a light, such as GREEN')
        List<PicturePlan.Signal> shown = []
        for (Object signal : signals) {
            if (!(signal instanceof Signal)) throw rig.error("bars show faders, knobs, values or meters; $signal is none of them")
            shown << ((Signal) signal).shown()
        }
        if (shown.empty) throw rig.error('these are no signals at all; bars show faders, knobs, values or meters')
        if (shown.size() > columns)
            throw rig.error("${shown.size()} signals are more than the $columns columns of the ${device()}; each has one of its own")
        List<roadcase.surface.Light> codes = []
        for (Light light : lights) codes << light.shown()
        show(new Show.Bars(shown, codes))
    }

    private void show(Show what) {
        rig.picture(device(), word, names(), columns, what)
    }

    private long nanos(String what, Span step) {
        if (step.isMusic())
            throw rig.error("$what($step); a picture takes a time like 50.ms, what moves with the music looks at frame.beat")
        if (step.inNanos() <= 0L || step.inNanos() > MOST_NANOS)
            throw rig.error("$what($step); a step takes more than nothing and a minute at most")
        step.inNanos()
    }

    private void checked(String what, int number, int most) {
        if (number < 1 || number > most) throw rig.error("$what $number; the ${device()} has $most of them, the first is 1")
    }
}
