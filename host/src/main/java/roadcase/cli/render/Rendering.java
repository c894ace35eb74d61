package roadcase.cli.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongConsumer;
import roadcase.cli.GigRead;
import roadcase.cli.rehearsal.Events;
import roadcase.cli.rehearsal.RehearsalRun;
import roadcase.rig.Studio;

/** One gig to one file. One thread. */
public final class Rendering {
    private static final long STEP = 250_000_000L;
    private static final long QUIET_ENOUGH = 2_000_000_000L;
    private static final long LAST_BREATH = 100_000_000L;

    private final RehearsalRun run;
    private final Studio studio;
    private final WavFile wav;
    private final long length;
    private final long tail;
    private final LongConsumer progress;
    private long written;
    private float peak;

    /**
     * @param length nanoseconds; 0 for as long as it sounds
     * @param tail nanoseconds that it may sound on behind the last event
     * @param progress is told how many frames are done
     */
    public Rendering(RehearsalRun run, Studio studio, WavFile wav, long length, long tail, LongConsumer progress) {
        this.run = run;
        this.studio = studio;
        this.wav = wav;
        this.length = length;
        this.tail = tail;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param frames in the file
     * @param peak as a factor, 1 is full scale
     * @param cutOff whether it still sounded when it had to end
     */
    public record Rendered(long frames, float peak, boolean cutOff) {}

    /** Takes what the studio renders. */
    public void sound(float[] interleaved, int offset, int frames) {
        for (int i = offset; i < offset + 2 * frames; i++) peak = Math.max(peak, Math.abs(interleaved[i]));
        try {
            wav.write(interleaved, offset, frames);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.accept(written += frames);
    }

    /** Plays it all, and keeps the file. */
    public Rendered play(GigRead gig, Events events) throws IOException {
        wav.rate(studio.rate());
        run.play(gig, events, studio);
        long end = events.nowNanos();
        long until = length > 0 ? length : end + tail;
        long now = Math.max(0, Math.min(end, until));
        studio.to(now);
        while (now < until && (length > 0 || now - end < QUIET_ENOUGH || studio.quietNanos() < QUIET_ENOUGH)) {
            now = Math.min(until, now + STEP);
            run.goOn(now);
            studio.to(now);
        }
        boolean cutOff = length == 0 && studio.quietNanos() < QUIET_ENOUGH;
        long sounding = studio.lastLoud() + 1 + studio.frame(LAST_BREATH);
        long frames = studio.frame(length > 0 || cutOff ? until : Math.max(end, 0));
        if (length == 0 && !cutOff) frames = Math.max(frames, sounding);
        frames = Math.min(frames, studio.frame(until));
        wav.keep(frames);
        return new Rendered(frames, peak, cutOff);
    }
}
