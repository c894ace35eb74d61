package roadcase.rig;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import roadcase.audio.Rack;

/**
 * Meters of a rehearsal: they show what its lines say, behind the gain of the slot or of the master, until another line
 * says otherwise. One thread.
 */
final class PaperMeters implements LoopMeters {
    private final ToDoubleFunction<String> gain;
    private final Map<String, Paper> papers = new HashMap<>();

    /** @param gain in dB, by the name of a meter */
    PaperMeters(ToDoubleFunction<String> gain) {
        this.gain = gain;
    }

    void set(String name, double level, double peak) {
        Paper paper = paper(name);
        paper.level = level;
        paper.peak = peak;
    }

    /** The peak in dB, {@link Rack#SILENCE} until a line said one. */
    double now(String name) {
        Paper paper = papers.get(name);
        return paper == null || !paper.frame() ? Rack.SILENCE : paper.peak();
    }

    private Paper paper(String name) {
        return papers.computeIfAbsent(name, Paper::new);
    }

    @Override
    public Tap tap(String name) {
        return paper(name);
    }

    private final class Paper implements Tap {
        private final String name;
        private double level = Double.NaN;
        private double peak;

        Paper(String name) {
            this.name = name;
        }

        @Override
        public boolean frame() {
            return !Double.isNaN(level);
        }

        @Override
        public double level() {
            return level + gain.applyAsDouble(name);
        }

        @Override
        public double peak() {
            return peak + gain.applyAsDouble(name);
        }
    }
}
