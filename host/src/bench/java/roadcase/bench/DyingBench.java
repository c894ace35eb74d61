package roadcase.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import roadcase.midi.MidiFault;
import roadcase.midi.Packed;

/** What is heard when Java stands still, when it is killed, and when the engine is; and from a start to the first sound. */
final class DyingBench implements Measure {
    private static final int FRAMES = 256;
    private static final long EVERY = 2_000_000;

    @Override
    public List<Row> run(Setup setup) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Jack server = Jack.start(setup, FRAMES); Player player = new Player(server)) {
            Path cache = setup.folder("cache");
            start(setup, server, player, cache); // the plugins are looked for once, and the gig compiled
            Samples first = new Samples(10);
            for (int i = 0; i < setup.rounds(5, 1); i++) first.add(start(setup, server, player, cache));
            Samples.Summary time = first.summary();
            rows.add(new Row("start of `play` to the first sound, eight slots restored", time, Row.NOT_MEASURED,
                    time.count() + " starts; " + FullRack.what() + "; heard at JACK's audio port, to some 20 ms", new Goals()));
            rows.add(stopped(setup, server, player, cache));
            rows.add(killed(setup, server, player, cache));
            rows.add(engineKilled(setup, server, player, cache));
        } catch (MidiFault | IOException cannot) {
            rows.add(Row.skipped("what is heard when something dies", cannot.getMessage()));
        }
        return rows;
    }

    private static ShowProcess show(Setup setup, Jack server, Path cache) throws IOException {
        return new ShowProcess(server, setup.folder("show"), cache, FullRack.text(0, 0));
    }

    /** Plays notes from the moment that there is somebody to hear them. */
    private static long start(Setup setup, Jack server, Player player, Path cache) throws Exception {
        long begun = System.nanoTime();
        try (ShowProcess show = show(setup, server, cache)) {
            player.playTo(show);
            Recording.Running recording = Recording.begin(setup, server, player.audio(), setup.rounds(8, 8));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
            for (int i = 0; System.nanoTime() < end; i++) {
                player.send(Packed.of((i % 2 == 0 ? 0x90 : 0x80) | i / 2 % 8, 60, 100));
                LockSupport.parkNanos(10_000_000);
            }
            Recording heard = recording.take();
            if (heard.begin() < 0) throw new IOException("nothing was heard within eight seconds");
            return heard.nanos(heard.begin()) - begun;
        }
    }

    private static Row stopped(Setup setup, Jack server, Player player, Path cache) throws Exception {
        try (ShowProcess show = show(setup, server, cache)) {
            player.playTo(show);
            player.holdChords();
            TimeUnit.SECONDS.sleep(1);
            long overruns = show.load().overruns();
            Recording.Running recording = Recording.begin(setup, server, player.audio(), 5);
            TimeUnit.SECONDS.sleep(1);
            show.signal("STOP");
            TimeUnit.SECONDS.sleep(2);
            show.signal("CONT");
            Recording heard = recording.take();
            return new Row("Java's process stands still for 2 s (SIGSTOP), chords are held", null, Row.NOT_MEASURED,
                    (heard.sound().length / heard.rate()) + " s heard at JACK's audio port",
                    new Goals().none("frames of silence", heard.silentFrames())
                            .none("blocks of the engine late", show.load().overruns() - overruns));
        }
    }

    private static Row killed(Setup setup, Jack server, Player player, Path cache) throws Exception {
        try (ShowProcess show = show(setup, server, cache)) {
            player.playTo(show);
            player.holdChords();
            TimeUnit.SECONDS.sleep(1);
            ProcessHandle engine = show.engine();
            if (engine == null) throw new IOException("the engine's process is not found");
            Recording.Running recording = Recording.begin(setup, server, player.audio(), 6);
            TimeUnit.SECONDS.sleep(1);
            long killed = System.nanoTime();
            show.signal("KILL");
            Recording heard = recording.take();
            while (engine.isAlive() && System.nanoTime() - killed < TimeUnit.SECONDS.toNanos(60)) Thread.sleep(20);
            return new Row("Java's process is killed, chords are held", null, Row.NOT_MEASURED,
                    (heard.sound().length / heard.rate()) + " s heard; the engine ended its notes and itself after "
                            + Plainly.time(System.nanoTime() - killed),
                    new Goals().none("frames of silence", heard.silentFrames()).none("engines left over", engine.isAlive() ? 1 : 0));
        }
    }

    private static Row engineKilled(Setup setup, Jack server, Player player, Path cache) throws Exception {
        Samples back = new Samples(10);
        long gap = 0;
        long usual = 0;
        long lost = 0;
        int times = setup.rounds(5, 1);
        try (ShowProcess show = show(setup, server, cache)) {
            player.playTo(show);
            player.holdChords();
            for (int i = 0; i < times; i++) {
                TimeUnit.SECONDS.sleep(8); // more than five deaths within 30 s are given up
                usual = Math.max(usual, stream(player, 2, null, -1).gap);
                ProcessHandle engine = show.engine();
                if (engine == null) throw new IOException("the engine's process is not found");
                Recording.Running recording = Recording.begin(setup, server, player.audio(), 6);
                Stream meanwhile;
                try (Connecting again = recording.connectAgain(server)) {
                    meanwhile = stream(player, 7, engine, 1);
                }
                gap = Math.max(gap, meanwhile.gap);
                lost += meanwhile.lost;
                back.add(recording.take().longestSilence());
            }
        }
        Samples.Summary time = back.summary();
        return new Row("the engine is killed while it plays: until it is heard again", time, Row.NOT_MEASURED,
                times + " times, to some 50 ms; " + FullRack.what() + "; MIDI through the show meanwhile: longest gap " + Plainly.time(gap)
                        + " of messages every 2 ms, before it " + Plainly.time(usual),
                new Goals().most("back", time.max(), 2e9, Plainly::time).none("messages lost", lost));
    }

    private record Stream(long gap, long lost) {}

    /** Messages through the show, and notes for the engine; after {@code seconds} of them it is killed. */
    private static Stream stream(Player player, int seconds, ProcessHandle killed, int after) throws Exception {
        int first = player.heard();
        long begin = System.nanoTime();
        int sent = 0;
        boolean done = killed == null;
        while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(seconds)) {
            player.through(sent++);
            if (sent % 10 == 0) player.send(Packed.of(sent % 20 == 0 ? 0x80 : 0x90, 72, 100));
            if (!done && System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(after)) {
                done = true;
                ShowProcess.signal("KILL", killed.pid());
            }
            LockSupport.parkNanos(EVERY);
        }
        TimeUnit.MILLISECONDS.sleep(500);
        return new Stream(player.longestGap(first + 1), sent - (player.heard() - first));
    }
}
