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
        valued(Form.CC, number, values)
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

    @Word(says = 'cc14(7) · cc14(7, 0..1000) · cc14(0..7)',
            meaning = 'The shape of a CC with 14 bits: CC 7 says it coarsely, CC 39 the rest; values are 0 to 16383.',
            gives = 'Shape', example = 'keys.pitchBend().becomes(cc14(1)).to(synth)')
    static Shape cc14(int number) {
        single(Form.CC14, number)
    }

    static Shape cc14(int number, IntRange values) {
        valued(Form.CC14, number, values)
    }

    static Shape cc14(IntRange numbers) {
        several(Form.CC14, numbers)
    }

    @Word(says = 'nrpn(8) · nrpn(8, 0..255) · nrpn(0..23)',
            meaning = 'The shape of an NRPN: its number, its number and values, or a row of numbers; values are 0 to 16383.',
            gives = 'Shape', example = 'keys.cc(8).becomes(nrpn(8, 0..255)).to(synth)')
    static Shape nrpn(int number) {
        single(Form.NRPN, number)
    }

    static Shape nrpn(int number, IntRange values) {
        valued(Form.NRPN, number, values)
    }

    static Shape nrpn(IntRange numbers) {
        several(Form.NRPN, numbers)
    }

    @Word(says = 'rpn(0) · rpn(0, 0..3072) · rpn(0..2)',
            meaning = 'The shape of an RPN such as 0, the bend range, in steps of 128 for a semitone.', gives = 'Shape',
            example = 'mix.knobs[1].becomes(rpn(0, 0..3072)).to(synth)')
    static Shape rpn(int number) {
        single(Form.RPN, number)
    }

    static Shape rpn(int number, IntRange values) {
        valued(Form.RPN, number, values)
    }

    static Shape rpn(IntRange numbers) {
        several(Form.RPN, numbers)
    }

    @Word(says = 'pitchBend()', meaning = 'The shape of a pitch bend.', gives = 'Shape',
            example = 'keys.cc(1).becomes(pitchBend()).to(synth)')
    static Shape pitchBend() {
        single(Form.PITCH_BEND, 0)
    }

    // Messages has an aftertouch(x), and Groovy looks for a word in one class for each count of arguments.
    @Word(says = 'aftertouch()', meaning = 'The shape of pressure on the whole keyboard.', gives = 'Shape',
            example = 'keys.cc(1).becomes(aftertouch()).to(synth)')
    static Shape aftertouch() {
        single(Form.AFTERTOUCH, 0)
    }

    @Word(says = 'keyAftertouch(C4)', meaning = 'The shape of pressure on one key.', gives = 'Shape',
            example = 'keys.cc(1).becomes(keyAftertouch(C4)).to(synth)')
    static Shape keyAftertouch(int key) {
        single(Form.KEY_AFTERTOUCH, key)
    }

    private static Shape single(Form form, int number) {
        new Shape(form, number, number, 0, form.mostValue())
    }

    private static Shape valued(Form form, int number, IntRange values) {
        Ends ends = Ends.of(values)
        new Shape(form, number, number, ends.first, ends.last)
    }

    private static Shape several(Form form, IntRange numbers) {
        Ends ends = Ends.of(numbers)
        new Shape(form, ends.first, ends.last, 0, form.mostValue())
    }

    /** The shape, or the refusal of the line that uses it: words without a script cannot tell where they stand. */
    @PackageScope
    static Shape checked(RigBuilder rig, Shape shape) {
        Quantity number = numberOf(shape.form())
        number.checked(rig, shape.low())
        number.checked(rig, shape.high())
        Quantity value = shape.form().mostValue() > 127 ? Quantity.FINE_VALUE : Quantity.VALUE
        value.checked(rig, shape.valueLow())
        value.checked(rig, shape.valueHigh())
        shape
    }

    private static Quantity numberOf(Form form) {
        switch (form) {
            case Form.NOTE: case Form.KEY_AFTERTOUCH: return Quantity.NOTE
            case Form.CC14: return Quantity.CC14
            case Form.NRPN: return Quantity.NRPN
            case Form.RPN: return Quantity.RPN
            case Form.PROGRAM: return Quantity.PROGRAM
            default: return Quantity.CC
        }
    }
}
