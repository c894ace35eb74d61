package roadcase.words

import groovy.transform.PackageScope
import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.route.Shape
import roadcase.route.Shape.Form

/** What messages look like: for {@code becomes} and {@code sends}. Scripts see these words everywhere. */
final class Shapes {
    private Shapes() {}

    @Word(says = 'cc(74) · cc(74, 20..100) · cc(16..23)',
            meaning = 'The shape of a CC: its number, its number and values, or a row of numbers.',
            gives = 'Shape', example = 'mix.knobs[1].becomes(cc(74, 20..100)).to(synth)')
    static Shape cc(int number) {
        single(Form.CC, number)
    }

    static Shape cc(int number, IntRange values) {
        Ends ends = Ends.of(values)
        new Shape(Form.CC, number, number, ends.first, ends.last)
    }

    static Shape cc(IntRange numbers) {
        several(Form.CC, numbers)
    }

    @Word(says = 'note(C1)', meaning = 'The shape of a note.', gives = 'Shape',
            example = 'keys.cc(64).becomes(note(C1)).to(synth)')
    static Shape note(int key) {
        single(Form.NOTE, key)
    }

    @Word(says = 'notes(C1..G1)', meaning = 'The shape of a row of notes.', gives = 'Shape',
            example = 'mix.mute.becomes(notes(C1..G1)).to(synth)')
    static Shape notes(IntRange keys) {
        several(Form.NOTE, keys)
    }

    @Word(says = 'program(5) · program(0..7)', meaning = 'The shape of a program change.', gives = 'Shape',
            example = 'keys.cc(20).becomes(program(0..7)).to(synth)')
    static Shape program(int number) {
        single(Form.PROGRAM, number)
    }

    static Shape program(IntRange numbers) {
        several(Form.PROGRAM, numbers)
    }

    private static Shape single(Form form, int number) {
        new Shape(form, number, number, 0, 127)
    }

    private static Shape several(Form form, IntRange numbers) {
        Ends ends = Ends.of(numbers)
        new Shape(form, ends.first, ends.last, 0, 127)
    }

    /** The shape, or the refusal of the line that uses it: words without a script cannot tell where they stand. */
    @PackageScope
    static Shape checked(RigBuilder rig, Shape shape) {
        Quantity number = numberOf(shape.form())
        number.checked(rig, shape.low())
        number.checked(rig, shape.high())
        Quantity.VALUE.checked(rig, shape.valueLow())
        Quantity.VALUE.checked(rig, shape.valueHigh())
        shape
    }

    private static Quantity numberOf(Form form) {
        switch (form) {
            case Form.NOTE: return Quantity.NOTE
            case Form.PROGRAM: return Quantity.PROGRAM
            default: return Quantity.CC
        }
    }
}
