package roadcase.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import roadcase.cli.OnStage;
import roadcase.midi.Packed;

/** What eight inputs cost that all send MIDI clock, each followed by a clock of its own, at 300 bpm. */
final class ClocksBench implements Measure {
    private static final int INPUTS = 8;
    private static final double BPM = 300;
    private static final int TICK = Packed.of(0xF8, 0, 0);
    private static final long BETWEEN_NANOS = Math.round(60e9 / BPM / 24);
    private static final double MOST_PERCENT = 2;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static String gig() {
        StringBuilder gig = new StringBuilder("def synth = output('Synth')\n");
        for (int i = 1; i <= INPUTS; i++)
            gig.append("""
                    def keys%1$d = input('Keys %1$d').ignoring(CLOCK)
                    def band%1$d = clock(MIDI_CLOCK, keys%1$d)
                    keys%1$d.notes().quantise(1.bar, band%1$d).to(synth)
                    """.formatted(i));
        return gig.toString();
    }

    @Override
    @SuppressWarnings("deprecation") // threadId() came with 19
    public List<Row> run(Setup setup) throws Exception {
        String[] gear = new String[INPUTS + 1];
        for (int i = 0; i < INPUTS; i++) gear[i] = "Keys " + (i + 1);
        gear[INPUTS] = Mapping.OUTPUT;
        FeedBackend backend = new FeedBackend(gear);
        int ticks = (int) (setup.rounds(30, 3) * BPM / 60 * 24);
        try (OnStage stage = new OnStage(backend, setup.folder("clocks"), gig())) {
            int[] inputs = new int[INPUTS];
            for (int i = 0; i < INPUTS; i++) inputs[i] = backend.input(gear[i]);
            feed(backend, inputs, ticks / 3);
            Allocated allocated = new Allocated(backend.conductor());
            long cpu = THREADS.getThreadCpuTime(backend.conductor().getId());
            long begin = System.nanoTime();
            feed(backend, inputs, ticks);
            double nanos = System.nanoTime() - begin;
            double percent = 100 * (THREADS.getThreadCpuTime(backend.conductor().getId()) - cpu) / nanos;
            double bytes = allocated.perMessage((long) ticks * INPUTS);
            double off = stage.standing().clocks().stream().mapToDouble(c -> Math.abs(c.bpm() - BPM)).max().orElse(BPM);
            return List.of(new Row("MIDI clock from 8 inputs at 300 bpm", null, bytes,
                    Plainly.number(percent) + " % of a core; the tempo furthest off is off by " + Plainly.number(off) + " bpm",
                    new Goals().none("bytes", bytes).most("% of a core", percent, MOST_PERCENT, Plainly::number)));
        }
    }

    /** Every input ticks at its own moment, as senders that know nothing of each other do. */
    private static void feed(FeedBackend backend, int[] inputs, int ticks) {
        long begin = System.nanoTime();
        for (long i = 0; i < (long) ticks * inputs.length; i++) {
            long due = begin + i * BETWEEN_NANOS / inputs.length;
            while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            backend.feed(inputs[(int) (i % inputs.length)], TICK);
        }
    }
}
