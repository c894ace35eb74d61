package roadcase.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import roadcase.midi.VirtualBackend;
import roadcase.midi.VirtualBackend.Timed;

/**
 * Plays a score on virtual gear, and shows what gear and host hear. One thread, in real time.
 */
public final class Demo {
    private static final long TICK_NANOS = 2_000_000;

    private final VirtualBackend midi;
    private final DemoScreen screen;
    private final Path gig;
    private final LongSupplier readings;
    private final String device;
    private final List<String> hosts;
    private final List<Long> reloadNanos = new ArrayList<>();
    private long sent;
    private long saved;
    private long readingsBefore;

    /**
     * @param gig the file that the performer edits
     * @param readings how many times the gig was read again so far, with or without success
     * @param device port of the gear whose lights are shown
     * @param hosts our outputs that others listen to
     */
    public Demo(VirtualBackend midi, DemoScreen screen, Path gig, LongSupplier readings, String device,
            List<String> hosts) {
        this.midi = midi;
        this.screen = screen;
        this.gig = gig;
        this.readings = readings;
        this.device = device;
        this.hosts = List.copyOf(hosts);
    }

    /** @param speed 1 for as written, 2 for twice as fast */
    public void play(DemoScore score, double speed) throws IOException {
        long start = System.nanoTime();
        for (Cue cue : score.cues()) {
            waitUntil(start + (long) (cue.nanos() / speed));
            if (cue instanceof Cue.Say say) screen.say(say.text());
            else if (cue instanceof Cue.Play play) midi.gear(play.port()).play(play.message());
            else if (cue instanceof Cue.Edit edit) save(edit);
        }
        waitUntil(System.nanoTime() + 100 * TICK_NANOS);
        screen.settle();
    }

    /** Messages that hosts and gear were sent. */
    public long sent() {
        return sent;
    }

    /** From the save to the new rig, for each edit. */
    public List<Long> reloadNanos() {
        return List.copyOf(reloadNanos);
    }

    private void waitUntil(long nanos) {
        do {
            look();
            LockSupport.parkNanos(TICK_NANOS);
        } while (System.nanoTime() < nanos);
    }

    private void look() {
        for (String host : hosts)
            for (Timed heard : midi.peer(host).take()) {
                sent++;
                screen.heard(host, heard.message());
            }
        for (Timed heard : midi.gear(device).take()) {
            sent++;
            screen.light(heard.message());
        }
        if (saved != 0 && readings.getAsLong() > readingsBefore) {
            reloadNanos.add(System.nanoTime() - saved);
            saved = 0;
        }
    }

    /** Saves as careful editors do: the new text beside the old one, then in its place. */
    private void save(Cue.Edit edit) throws IOException {
        String text = Files.readString(gig);
        if (!text.contains(edit.replace())) throw new IllegalStateException("the demo's gig does not say "
                + edit.replace());
        screen.note("- " + edit.replace());
        screen.note("+ " + edit.by());
        Path aside = gig.resolveSibling(gig.getFileName() + ".new");
        Files.writeString(aside, text.replace(edit.replace(), edit.by()));
        readingsBefore = readings.getAsLong();
        saved = System.nanoTime();
        Files.move(aside, gig, StandardCopyOption.REPLACE_EXISTING);
    }
}
