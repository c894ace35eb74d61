package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.script.NotAWord

/** Several controls of a kind, counted from 1. */
abstract class Row<C extends Controls> extends Controls implements Iterable<C> {
    private final String word
    private final List<C> all

    /** @param word what a script calls it */
    protected Row(RigBuilder rig, String device, String word, List<C> all) {
        super(rig, device, namesOf(all))
        this.word = word
        this.all = List.copyOf(all)
    }

    private static List<String> namesOf(List<? extends Controls> all) {
        List<String> names = new ArrayList<>()
        for (Controls one : all) names.addAll(one.names())
        names
    }

    @Word(says = 'row[1]', meaning = 'One control of a row; the first is 1.', gives = 'Button, Knob, Fader',
            example = 'mix.mute[1].toggles().to(daw)')
    C getAt(int number) {
        counted(rig, device(), word, all, number)
    }

    /** The place {@code number} of {@code all}, as a musician counts. */
    @NotAWord
    static <T> T counted(RigBuilder rig, String device, String word, List<T> all, int number) {
        if (number < 1 || number > all.size())
            throw rig.error("${word}[$number]; the $device has ${all.size()} of them, the first is ${word}[1]")
        all[number - 1]
    }

    @Override
    Iterator<C> iterator() {
        all.iterator()
    }
}
