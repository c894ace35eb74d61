package roadcase.mixers.simulated

import roadcase.mixers.Desk
import roadcase.mixers.X32
import roadcase.mixers.XAir
import roadcase.osc.OscEnd
import roadcase.osc.Simulation

/** Simulated desks for the command line: an evening is played on them. */
final class DeskSimulation implements Simulation {
    static final List<Simulation> ALL = [new DeskSimulation('x32', X32.DESK), new DeskSimulation('xair', XAir.DESK)].asImmutable() as List<Simulation>

    private final String name
    private final Desk desk

    private DeskSimulation(String name, Desk desk) {
        this.name = name
        this.desk = desk
    }

    @Override
    String name() {
        name
    }

    @Override
    int port() {
        desk.port
    }

    @Override
    OscEnd begin(String address, long operatorNanos, long seed) {
        def simulated = new SimulatedDesk(desk, address, new EveningProgramme(seed))
        List<String> faders = (1..8).collect { int n -> String.format('/ch/%02d/mix/fader', n) }
        if (operatorNanos > 0) simulated.operator(new SecondOperator(faders, operatorNanos, seed))
        simulated
    }
}
