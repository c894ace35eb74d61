package roadcase.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;
import roadcase.cli.OnStage;
import roadcase.midi.Packed;

/** Reload after reload, while somebody plays: nothing lost, nothing hung, nothing grows. */
final class ReloadsBench implements Measure {
    /** Where the notes go changes with each version, so that an Off that follows the new rules would miss its On. */
    private static String gig(int version) {
        return """
                def keys  = input('Keys')
                def synth = output('Synth')
                def count = remember('count', 0)     // version %d
                keys.notes(0..59).transpose(%d).toChannel(%d).to(synth)
                keys.notes(60..127).toChannel(%d).to(synth)
                keys.programs().onEvent { message -> count.set(count.get() + %d) }
                """.formatted(version, version % 25, 1 + version % 16, 1 + version % 15, version);
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        int reloads = setup.rounds(1_000, 60);
        int settled = reloads / 10;
        FeedBackend ports = new FeedBackend(Mapping.INPUT, Mapping.OUTPUT);
        Sounding sounding = new Sounding();
        ports.listen(sounding);
        try (OnStage show = new OnStage(ports, setup.folder("reloads"), gig(0))) {
            show.warmUp();
            int in = ports.input(Mapping.INPUT);
            int out = ports.output(Mapping.OUTPUT);
            ports.burst(in, notes(), 200_000, null).nanos();
            long sentBefore = ports.sentTo(out);
            Answers answers = ports.answer(in, out, m -> true, reloads * 200);
            Feeder player = new Feeder(ports, in, notes(), 1_000_000).start(Long.MAX_VALUE);
            long heap = 0;
            long classes = 0;
            for (int i = 1; i <= reloads; i++) {
                if (i == settled) {
                    heap = heap();
                    classes = metaspace();
                }
                show.save(gig(i));
                show.reload();
                if (i % 100 == 0) setup.tell(i + " reloads, metaspace " + (metaspace() >> 10) + " KB");
            }
            player.stop();
            player.join();
            Thread.sleep(300);
            long moreHeap = heap() - heap;
            long moreClasses = metaspace() - classes;
            long held = Math.min(player.fed() % 8, 8 - player.fed() % 8); // by the player himself, at the end
            long lost = player.fed() - (ports.sentTo(out) - sentBefore);
            String what = Plainly.number(show.readings()) + " reloads under 1,000 messages a second";
            return List.of(new Row(what, answers.samples.summary(), Row.NOT_MEASURED,
                    Plainly.number(player.fed()) + " messages; from reload " + settled + " on heap "
                            + signed(moreHeap / 1e6) + " MB, metaspace " + signed(moreClasses / 1e6) + " MB",
                    new Goals().none("lost or doubled", Math.abs(lost))
                            .none("hung", sounding.count() - held)
                            .most("heap", moreHeap / 1e6, 8, mb -> Plainly.number(mb) + " MB more")
                            .most("metaspace", moreClasses / 1e6, 2, mb -> Plainly.number(mb) + " MB more")));
        }
    }

    private static String signed(double mb) {
        return (mb < 0 ? "−" : "+") + Plainly.number(Math.abs(mb));
    }

    /** Four keys down, then up: so a reload falls into held notes nearly always. */
    private static int[] notes() {
        int[] all = new int[128];
        for (int i = 0; i < all.length; i++)
            all[i] = Packed.of(i % 8 < 4 ? 0x90 : 0x80, 20 + i / 8 * 5 + i % 4, i % 8 < 4 ? 90 : 0);
        return all;
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getName().equals("Metaspace"))
                .mapToLong(p -> p.getUsage().getUsed()).sum();
    }

    /** What sounds at the output, counted per channel and note. */
    private static final class Sounding implements FeedBackend.Listener {
        private final int[] on = new int[16 * 128];

        @Override
        public void sent(int handle, int packed) {
            int at = (packed & 0x0F) * 128 + Packed.data1(packed);
            if (Packed.isNoteOn(packed)) on[at]++;
            else if (Packed.isNoteOff(packed)) on[at]--;
        }

        long count() {
            long all = 0;
            for (int n : on) all += Math.abs(n);
            return all;
        }
    }
}
