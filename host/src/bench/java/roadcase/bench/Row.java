package roadcase.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import roadcase.bench.Samples.Summary;

/**
 * One line of the table.
 *
 * @param time null where no times were measured
 * @param bytes allocated per message on the Conductor's thread, negative where that was not measured
 * @param also further figures in words
 */
record Row(String what, Summary time, double bytes, String also, Goals goals) {
    static final double NOT_MEASURED = -1;

    /** A bench that cannot run here says why. */
    static Row skipped(String what, String why) {
        return new Row(what, null, NOT_MEASURED, "skipped: " + why, new Goals());
    }

    /** @param floor what a bare wake-up took in the same run */
    Row beside(Samples.Summary floor) {
        return new Row(what, time, bytes, also.isEmpty() ? Floor.times(time, floor) : also + "; " + Floor.times(time, floor),
                goals);
    }

    String markdown() {
        String times = time == null ? " |  |  | " : Plainly.time(time.median()) + " | " + Plainly.time(time.p99())
                + " | " + Plainly.time(time.p999()) + " | " + Plainly.time(time.max());
        return "| " + what + " | " + times + " | " + (bytes < 0 ? "" : Plainly.number(bytes)) + " | " + also + " | "
                + goals.wanted() + " | " + goals.verdict() + " |";
    }

    Map<String, Object> json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("what", what);
        if (time != null) {
            all.put("samples", time.count());
            all.put("median_ns", time.median());
            all.put("p95_ns", time.p95());
            all.put("p99_ns", time.p99());
            all.put("p999_ns", time.p999());
            all.put("max_ns", time.max());
        }
        if (bytes >= 0) all.put("bytes_per_message", bytes);
        all.put("also", also);
        all.put("goal", goals.wanted());
        all.put("verdict", goals.verdict());
        return all;
    }
}
