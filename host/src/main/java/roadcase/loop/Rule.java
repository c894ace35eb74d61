package roadcase.loop;

/**
 * How gains follow from what a test found out. Sources: see the package; "no overshoot" is a rule of thumb of the same
 * family as Ziegler and Nichols.
 */
public enum Rule {
    ZIEGLER_NICHOLS_PI("Ziegler-Nichols PI"),
    ZIEGLER_NICHOLS_PID("Ziegler-Nichols PID"),
    TYREUS_LUYBEN_PI("Tyreus-Luyben PI"),
    TYREUS_LUYBEN_PID("Tyreus-Luyben PID"),
    NO_OVERSHOOT_PID("no overshoot PID"),
    SIMC_FAST("SIMC fast"),
    SIMC_NORMAL("SIMC normal"),
    SIMC_GENTLE("SIMC gentle");

    private final String said;

    Rule(String said) {
        this.said = said;
    }

    /** For people. */
    public String said() {
        return said;
    }

    /** @return gains, or null where this rule needs the other test */
    Gains gains(Findings f) {
        double ku = f.ku();
        double pu = f.pu();
        boolean swung = !Double.isNaN(ku);
        return switch (this) {
            case ZIEGLER_NICHOLS_PI -> swung ? Gains.ideal(0.45 * ku, pu / 1.2, 0) : null;
            case ZIEGLER_NICHOLS_PID -> swung ? Gains.ideal(0.6 * ku, pu / 2, pu / 8) : null;
            case TYREUS_LUYBEN_PI -> swung ? Gains.ideal(ku / 3.2, 2.2 * pu, 0) : null;
            case TYREUS_LUYBEN_PID -> swung ? Gains.ideal(ku / 2.2, 2.2 * pu, pu / 6.3) : null;
            case NO_OVERSHOOT_PID -> swung ? Gains.ideal(0.2 * ku, pu / 2, pu / 3) : null;
            case SIMC_FAST -> simc(f, Math.max(f.delay(), 0.5));
            case SIMC_NORMAL -> simc(f, Math.max(f.delay(), 1.5));
            case SIMC_GENTLE -> simc(f, Math.max(f.delay(), 3));
        };
    }

    /** @param closed time constant of the closed loop, in seconds */
    private static Gains simc(Findings f, double closed) {
        if (Double.isNaN(f.lag())) return null;
        double both = closed + f.delay();
        // Without a lag Kc is 0 and Ki goes to 1 / (k (τc + θ)): an integral by itself.
        if (f.lag() < 1e-6) return new Gains(0, 1 / (f.response() * both), 0);
        return Gains.ideal(f.lag() / (f.response() * both), Math.min(f.lag(), 4 * both), 0);
    }
}
