package roadcase.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roadcase.midi.Backend;
import roadcase.midi.Message;
import roadcase.midi.PortNames;
import roadcase.midi.RealPort;
import roadcase.midi.RealPort.Direction;
import roadcase.surface.Catalogue;
import roadcase.surface.DeviceSpec;

/** Shows on the gear itself what its lights can do. */
@Command(
        name = "lights",
        header = "Walks through every value that a unit's lights can take.",
        description = "Walks through every value that the lights of a unit can take, on the unit, and says what is to be"
                + " seen. No gig may play on it meanwhile. At the end all is dark.",
        footer = {"", "Example: roadcase lights 'APC mini mk2 Control'"})
final class LightsCommand implements Callable<Integer> {
    private static final long MOST_SECONDS = 60;

    @Parameters(paramLabel = "PORT", description = "an output from `roadcase ports`")
    private String name;

    @Option(names = "--device", paramLabel = "DEVICE", description = "what it is, where the name of its port does not tell: ApcMini")
    private String type;

    @Option(names = "--seconds", paramLabel = "N", description = "how long each is shown (without it: 1)")
    private double seconds = 1;

    @Mixin
    private MidiChoice midi;

    private final Face face;

    LightsCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() {
        if (!(seconds >= 0 && seconds <= MOST_SECONDS)) throw new Mistake("--seconds is " + seconds + ": give it 0 to " + MOST_SECONDS);
        try (Backend backend = midi.open()) {
            RealPort port = PortNames.find(name, Direction.OUTPUT, backend.ports())
                    .orElseThrow(() -> new Mistake("There is no output '" + name + "' now. `roadcase ports` shows what is there."));
            DeviceSpec device = device(port);
            int handle = backend.open(Direction.OUTPUT, "lights", false);
            backend.connect(handle, port);
            face.err().println("These are the lights of the " + device.model() + "; Ctrl-C ends it.");
            walk(backend, handle, device);
        }
        return Main.FINE;
    }

    private DeviceSpec device(RealPort port) {
        List<String> known = new ArrayList<>();
        for (DeviceSpec one : Catalogue.installed()) {
            known.add(one.type());
            if (type != null && !type.equalsIgnoreCase(one.type())) continue;
            Optional<DeviceSpec> fits = one.generations().stream()
                    .filter(g -> !PortNames.ofDevice(g.patterns(), port.direction(), List.of(port)).isEmpty()).findFirst();
            if (fits.isPresent() || type != null) return fits.orElse(one);
        }
        throw new Mistake(type == null
                ? "'" + port.name() + "' is no device that Roadcase knows; say which it is: --device " + known.get(0)
                : "There is no device '" + type + "'; there are " + String.join(", ", known));
    }

    private void walk(Backend backend, int handle, DeviceSpec device) {
        List<LightWalk.Step> steps = LightWalk.of(device);
        if (steps.isEmpty()) throw new Mistake("the " + device.model() + " has no lights that others may light");
        say(backend, handle, device.manners().greeting());
        pause(backend, device.manners().quietNanos());
        for (LightWalk.Step step : steps) {
            face.out().println(step.says());
            for (int message : step.messages()) backend.send(handle, System.nanoTime(), message);
            pause(backend, (long) (seconds * 1e9));
        }
        say(backend, handle, device.manners().farewell());
    }

    private static void say(Backend backend, int handle, List<String> sysex) {
        for (String hex : sysex) {
            byte[] bytes = Message.parse(hex).bytes();
            backend.send(handle, System.nanoTime(), bytes, bytes.length);
        }
    }

    /** What comes in meanwhile is nobody's. */
    private static void pause(Backend backend, long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) backend.await(end, Deaf.NOBODY);
    }

    private enum Deaf implements Backend.Receiver {
        NOBODY;

        @Override
        public void received(int handle, long timeNanos, int packed) {}

        @Override
        public void received(int handle, long timeNanos, byte[] bytes, int length) {}

        @Override
        public void portsChanged() {}

        @Override
        public void skipped(int handle, long timeNanos) {}
    }
}
