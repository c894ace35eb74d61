package roadcase.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import roadcase.midi.MidiFault;
import roadcase.midi.Packed;
import roadcase.midi.RealPort;
import roadcase.midi.RealPort.Direction;

/** Somebody who plays a show over JACK, and hears the MIDI and the sound that it makes. */
final class Player extends Ear {
    private static final int THROUGH = 15;
    private static final int CONTROL = 0xB0;
    private static final int MOST = 1 << 20;

    private final Jack server;
    private final int out;
    private final int in;
    private final long[] heard = new long[MOST];
    private volatile int count;
    private String audio;

    Player(Jack server) {
        super("bench-player", server.name);
        this.server = server;
        out = backend.open(Direction.OUTPUT, "keys", true);
        in = backend.open(Direction.INPUT, "ears", true);
        start();
    }

    /** Connects to a show, when it sounds. */
    void playTo(ShowProcess show) throws IOException, InterruptedException {
        connect(show);
        show.await("its sound comes through JACK", () -> show.hasSaid("Sound through jack"));
        audio = null;
        while (audio == null) audio = Recording.port(server);
    }

    /** Connects to a show's MIDI. */
    void connect(ShowProcess show) throws IOException, InterruptedException {
        show.await("its ports are there", () -> port("Keys") != null && port("Out") != null);
        backend.connect(out, port("Keys"));
        backend.connect(in, port("Out"));
    }

    private RealPort port(String name) {
        return backend.ports().stream().filter(p -> p.id().matches("Roadcase.*:" + name)).findFirst().orElse(null);
    }

    /** The show's audio port. */
    String audio() {
        return audio;
    }

    /** A chord in each slot. */
    void holdChords() throws InterruptedException {
        TimeUnit.SECONDS.sleep(FullRack.hasPlugins() ? 8 : 1); // until the effects are there too
        for (int channel = 0; channel < 8; channel++)
            for (int note : new int[] {48, 55, 60, 64}) send(Packed.of(0x90 | channel, note, 90));
    }

    void send(int packed) {
        if (!backend.send(out, 0, packed)) throw new MidiFault("JACK takes no more");
    }

    /** Through the show and back to us: sends one of these a millisecond or so. */
    void through(int value) {
        send(Packed.of(CONTROL | THROUGH, 7, value & 0x7F));
    }

    /** How many have come through. */
    int heard() {
        return count;
    }

    /** The longest time between two that came through, from the {@code first} on. */
    long longestGap(int first) {
        long most = 0;
        for (int i = Math.max(1, first); i < count; i++) most = Math.max(most, heard[i] - heard[i - 1]);
        return most;
    }

    /** Overruns that the server reported to us. */
    long xruns() {
        return backend.traffic().xruns();
    }

    @Override
    public void received(int handle, long timeNanos, int packed) {
        if (count < MOST) heard[count] = timeNanos;
        count++;
    }
}
