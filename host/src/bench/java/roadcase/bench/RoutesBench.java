package roadcase.bench;

import java.util.Arrays;
import java.util.List;
import roadcase.cli.OnStage;
import roadcase.midi.Packed;

/** Whether a message minds how many routes it does not meet. */
final class RoutesBench implements Measure {
    private static final int[] MESSAGES = {Packed.of(0x90, 60, 100), Packed.of(0x80, 60, 0)};

    private static String gig(int routes) {
        return """
                def keys  = input('Keys')
                def synth = output('Synth')
                keys.onChannel(1).notes(60..60).to(synth)
                for (int i = 1; i < %d; i++) {
                    int key = i %% 60
                    keys.onChannel(1 + i %% 16).notes(key..key).transpose(12).to(synth)
                }
                """.formatted(routes);
    }

    /** The same with the MIDI Router's filters, whose conditions are in a block. */
    private static String filters(int routes) {
        return """
                def keys  = input('Keys')
                def synth = output('Synth')
                keys.only { channel 1; data1 60 }.to(synth)
                for (int i = 1; i < %d; i++) {
                    int key = i %% 60
                    int on = 1 + i %% 16
                    keys.only { events NOTE_ON, NOTE_OFF; channel on; data1 key..key, 12; data2 0..127, 1..100 }.to(synth)
                }
                """.formatted(routes);
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        return List.of(compare(setup, "10,000 routes against 10", gig(10), gig(10_000)),
                compare(setup, "10,000 filters against 10", filters(10), filters(10_000)));
    }

    private static Row compare(Setup setup, String what, String small, String large) throws Exception {
        FeedBackend few = new FeedBackend(Mapping.INPUT, Mapping.OUTPUT);
        FeedBackend many = new FeedBackend(Mapping.INPUT, Mapping.OUTPUT);
        int rounds = setup.rounds(15, 3);
        int count = 1_000_000;
        double[] ratios = new double[rounds];
        try (OnStage ten = new OnStage(few, setup.folder("few"), small);
                OnStage tenThousand = new OnStage(many, setup.folder("many"), large)) {
            double[] fewNanos = new double[rounds];
            double[] manyNanos = new double[rounds];
            for (int i = -2; i < rounds; i++) {
                double a = few.burst(few.input("Keys"), MESSAGES, count, null).nanos();
                double b = many.burst(many.input("Keys"), MESSAGES, count, null).nanos();
                if (i < 0) continue;
                fewNanos[i] = a / count;
                manyNanos[i] = b / count;
                ratios[i] = b / a;
            }
            double ratio = median(ratios);
            return new Row(what, null, Row.NOT_MEASURED,
                    Plainly.number(ratio) + " times the cost: " + Plainly.time(median(manyNanos))
                            + " a message against " + Plainly.time(median(fewNanos)),
                    new Goals().most("times", ratio, 1.2, Plainly::number));
        }
    }

    static double median(double[] of) {
        double[] sorted = of.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
