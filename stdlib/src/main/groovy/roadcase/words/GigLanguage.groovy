package roadcase.words

import roadcase.importers.Masterator
import roadcase.importers.router.MidiRouter
import roadcase.mixers.simulated.DeskSimulation
import roadcase.osc.Simulation
import roadcase.script.Dialect
import roadcase.script.Importer
import roadcase.script.Reading
import roadcase.script.WordDoc
import roadcase.units.Notes

/** The language of gigs, as the kernel finds it. Stateless. */
final class GigLanguage implements Dialect {
    @Override
    Class<? extends Script> scriptBase() {
        RigScript
    }

    @Override
    void begin(Script script, Reading reading) {
        RigScript.begin((RigScript) script, reading)
    }

    @Override
    List<String> starImports() {
        ['roadcase.devices']
    }

    @Override
    List<String> staticStarImports() {
        List<Class<?>> everywhere = [Shapes, Messages, Traffic, ClockSource, Notes]
        everywhere.collect { Class<?> type -> type.name }
    }

    @Override
    Set<String> packages() {
        ['roadcase.words', 'roadcase.units', 'roadcase.devices'] as Set<String>
    }

    @Override
    Map<String, String> insteadOf() {
        InsteadOf.SENTENCES
    }

    @Override
    List<WordDoc> words() {
        WordTable.all()
    }

    @Override
    Map<String, String> scaffolds() {
        Scaffolds.all()
    }

    @Override
    List<Importer> importers() {
        [new Masterator(), new MidiRouter({ words().collect { WordDoc w -> w.word() } as Set<String> })] as List<Importer>
    }

    @Override
    List<Simulation> simulations() {
        DeskSimulation.ALL
    }
}
