package roadcase.words

import java.util.function.Supplier
import roadcase.devices.MidiMix
import roadcase.importers.Masterator
import roadcase.importers.linkvst.LinkVst
import roadcase.importers.linkvst.RackLines
import roadcase.importers.router.MidiRouter
import roadcase.mixers.simulated.DeskSimulation
import roadcase.osc.Simulation
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Overlay
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
        List<Class<?>> everywhere = [Shapes, Messages, Traffic, ClockSource, LoopStrategy, LoopContent, LoopEnding, Notes, Lights, Colours,
            Waves]
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
    String lines(Overlay overlay, RigBuilder gig, boolean alone) {
        RackLines.of(overlay, gig, alone)
    }

    @Override
    List<String> seen(List<String> ports) {
        ports.any { String port -> MidiMix.isOne(port) } ? [MidiMix.EXPECTED] : [] as List<String>
    }

    @Override
    List<Importer> importers() {
        Supplier<Set<String>> taken = { words().collect { WordDoc w -> w.word() } as Set<String> }
        [new Masterator(), new MidiRouter(taken), new LinkVst(taken)] as List<Importer>
    }

    @Override
    List<Simulation> simulations() {
        DeskSimulation.ALL
    }
}
