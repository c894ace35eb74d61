package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.script.Spoken

/** Pads in rows and columns: row 1 is the top one, column 1 the left one. As a row of buttons they are read line by line. */
@Spoken('a grid of pads')
class Grid extends Buttons {
    private final int columns
    private final List<Button> all

    Grid(RigBuilder rig, String device, String word, int columns, List<Button> all) {
        super(rig, device, word, all)
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

    private int rows() {
        all.size().intdiv(columns)
    }

    private void checked(String what, int number, int most) {
        if (number < 1 || number > most) throw rig.error("$what $number; the ${device()} has $most of them, the first is 1")
    }
}
