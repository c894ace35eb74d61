package roadcase.cli;

import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roadcase.cli.Benches.Bench;
import roadcase.rig.Spelling;

/** Measures how fast Roadcase is on this machine. */
@Command(
        name = "bench",
        header = "Measures how fast Roadcase is on this machine.",
        description = "Measures how fast Roadcase is on this machine, and prints a table with the goals beside it. Takes"
                + " minutes; the machine should have nothing else to do.",
        footer = {"", "Example: roadcase bench route"})
final class BenchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "0..*", description = "only these (without: all)")
    private List<String> wanted = List.of();

    @Option(names = "--list", description = "says which there are")
    private boolean list;

    @Option(names = "--quick", description = "few rounds: to try it, not to quote it")
    private boolean quick;

    @Option(names = "--json", description = "the table as JSON")
    private boolean json;

    private final Face face;

    BenchCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() {
        Benches benches = ServiceLoader.load(Benches.class).findFirst().orElseThrow(() -> new Mistake(
                "the benches are not here: start them from a clone of Roadcase with `host/bin/roadcase bench`"));
        List<String> all = benches.benches().stream().map(Bench::name).toList();
        for (String name : wanted)
            if (!all.contains(name))
                throw new Mistake("There is no bench '" + name + "'" + Spelling.didYouMean(name, all));
        if (list) benches.benches().forEach(b -> face.out().printf("%-10s %s%n", b.name(), b.says()));
        else benches.run(wanted.isEmpty() ? all : wanted, quick, json, face);
        return Main.FINE;
    }
}
