package roadcase.loop;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a tuning found out.
 *
 * @param test "relay test" or "step test"
 * @param ku gain at which it would swing for ever, NaN where that was not looked for
 * @param pu period of that, in seconds
 * @param response dB of level for each dB of output
 * @param lag time constant, in seconds
 * @param delay dead time, in seconds
 */
public record Findings(String test, double ku, double pu, double response, double lag, double delay) {
    /** From a relay: with a response that is known, lag and delay follow from the point where it swings. */
    static Findings ofSwing(double ku, double pu, double response) {
        double omega = 2 * Math.PI / pu;
        double gain = Math.max(1, ku * response);
        double lag = Math.sqrt(gain * gain - 1) / omega;
        double delay = (Math.PI - Math.atan(omega * lag)) / omega;
        return new Findings("relay test", ku, pu, response, lag, delay);
    }

    /** What each rule makes of it, those left out that need the other test. */
    public Map<Rule, Gains> proposals() {
        Map<Rule, Gains> all = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            Gains gains = rule.gains(this);
            if (gains != null) all.put(rule, gains);
        }
        return all;
    }
}
