package roadcase.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** What a row should show, and whether it did. */
final class Goals {
    private final List<String> wanted = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    Goals most(String what, double actual, double limit, DoubleFunction<String> said) {
        wanted.add(what + " ≤ " + said.apply(limit));
        if (!(actual <= limit)) missed.add(what + " " + said.apply(actual) + by(actual / limit));
        return this;
    }

    Goals least(String what, double actual, double limit, DoubleFunction<String> said) {
        wanted.add(what + " ≥ " + said.apply(limit));
        if (!(actual >= limit)) missed.add(what + " " + said.apply(actual) + by(limit / actual));
        return this;
    }

    Goals none(String what, double actual) {
        wanted.add("0 " + what);
        if (actual != 0) missed.add(Plainly.number(actual) + " " + what);
        return this;
    }

    private static String by(double times) {
        return Double.isFinite(times) ? " (by " + Plainly.number(times) + ")" : "";
    }

    String wanted() {
        return String.join(", ", wanted);
    }

    /** "met", what was missed and by which factor, or nothing where there is no goal. */
    String verdict() {
        if (wanted.isEmpty()) return "";
        return missed.isEmpty() ? "met" : "missed: " + String.join(", ", missed);
    }
}
