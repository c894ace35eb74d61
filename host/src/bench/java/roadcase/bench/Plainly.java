package roadcase.bench;

import java.util.Locale;

/** Figures as people read them. */
final class Plainly {
    private Plainly() {}

    static String time(double nanos) {
        if (nanos < 1e3) return number(nanos) + " ns";
        if (nanos < 1e6) return number(nanos / 1e3) + " µs";
        if (nanos < 1e9) return number(nanos / 1e6) + " ms";
        return number(nanos / 1e9) + " s";
    }

    /** Three figures are as many as a bench is good for. */
    static String number(double n) {
        double size = Math.abs(n);
        String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        String text = String.format(Locale.ROOT, form, n);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
