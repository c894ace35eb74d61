package roadcase.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import roadcase.osc.BadNetwork;
import roadcase.osc.OscEnd;
import roadcase.osc.OscFault;
import roadcase.osc.OscPeer;
import roadcase.osc.OscTraffic;
import roadcase.osc.Simulation;
import roadcase.rig.Spelling;

/** Pretends to be a mixing desk, until Ctrl-C. */
@Command(
        name = "desk",
        header = "Pretends to be a mixing desk.",
        description = "Pretends to be a mixing desk on this machine, until Ctrl-C: it answers, tells what changes and"
                + " shows meters as a real one does, with an evening of talk, music and silence on its channels.",
        footer = {"", "Example: roadcase desk --simulate --model x32 --loss 5"})
final class DeskCommand implements Callable<Integer> {
    @Option(names = "--simulate", required = true, description = "what this command is for so far")
    private boolean simulate;

    @Option(names = "--model", paramLabel = "MODEL", defaultValue = "x32", description = "x32 or xair; x32 unless told")
    private String model;

    @Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
            description = "where it listens; this machine only unless told")
    private String bind;

    @Option(names = "--port", paramLabel = "N", description = "the UDP port, when not the real desk's")
    private Integer port;

    @Option(names = "--loss", paramLabel = "PERCENT", description = "how many packets get lost, each way")
    private double loss;

    @Option(names = "--operator", paramLabel = "SECONDS", description = "somebody moves a fader that often")
    private double operator;

    @Option(names = "--seconds", paramLabel = "N", description = "end after so many seconds")
    private double seconds = Double.POSITIVE_INFINITY;

    private final Face face;

    DeskCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() {
        Simulation simulation = simulation();
        if (!(loss >= 0 && loss <= 100)) throw new Mistake("--loss is " + loss + ": percents are 0 to 100");
        if (!(operator >= 0 && operator < 1e6)) throw new Mistake("--operator is " + operator + ": give it seconds, 0 for nobody");
        if (!(seconds > 0)) throw new Mistake("--seconds is " + seconds + ": give it a number above 0");
        InetSocketAddress where = where(port == null ? simulation.port() : port);
        OscEnd desk = simulation.begin(where.getAddress().getHostAddress(), (long) (operator * 1e9), System.nanoTime());
        BadNetwork network = new BadNetwork(desk, new BadNetwork.Weather(loss / 100, 0, 0), System.nanoTime());
        try (OscPeer peer = new OscPeer(where, network, face.err()::println)) {
            face.out().println("A simulated " + simulation.name() + " listens at " + peer.address().getAddress().getHostAddress()
                    + ", UDP port " + peer.address().getPort() + "; Ctrl-C ends it.");
            await();
            OscTraffic traffic = peer.traffic();
            face.out().println("It heard " + traffic.received() + " messages, sent " + traffic.sent() + " and refused "
                    + traffic.refused() + " packets.");
        } catch (OscFault fault) {
            throw new Mistake(fault.getMessage());
        }
        return Main.FINE;
    }

    private Simulation simulation() {
        List<Simulation> all = Languages.installed().simulations();
        List<String> names = all.stream().map(Simulation::name).toList();
        return all.stream().filter(s -> s.name().equals(model)).findFirst().orElseThrow(() -> new Mistake(
                "There is no simulated '" + model + "'" + Spelling.didYouMean(model, names) + " There are: "
                        + String.join(", ", names)));
    }

    private InetSocketAddress where(int at) {
        if (at < 0 || at > 65_535) throw new Mistake("--port is " + at + ": ports are 1 to 65535, and 0 takes a free one");
        try {
            return new InetSocketAddress(InetAddress.getByName(bind), at);
        } catch (UnknownHostException e) {
            throw new Mistake("--bind is '" + bind + "', and nobody knows that address");
        }
    }

    private void await() {
        try {
            CountDownLatch never = new CountDownLatch(1);
            if (seconds < 1e9) never.await((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
            else never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
