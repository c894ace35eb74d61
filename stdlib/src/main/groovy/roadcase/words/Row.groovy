package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder

/** Several controls of a kind, counted from 1. */
abstract class Row<C extends Controls> extends Controls implements Iterable<C> {
    private final List<C> all

    protected Row(RigBuilder rig, String device, List<C> all) {
        super(rig, device, namesOf(all))
        this.all = List.copyOf(all)
    }

    private static List<String> namesOf(List<? extends Controls> all) {
        List<String> names = new ArrayList<>()
        for (Controls one : all) names.addAll(one.names())
        names
    }

    @Word(says = 'row[1]', meaning = 'One control of a row; the first is 1.',
            example = 'mix.mute[1].toggles().to(daw)')
    C getAt(int number) {
        if (number < 1 || number > all.size())
            throw rig.error("[$number]; the ${device()} has ${all.size()} here (${this}), the first is [1]")
        all[number - 1]
    }

    @Override
    Iterator<C> iterator() {
        all.iterator()
    }
}
