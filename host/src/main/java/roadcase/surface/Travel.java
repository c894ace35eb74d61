package roadcase.surface;

/** What the way of a knob or fader means between its two ends. Pure. */
public enum Travel {
    /** The same everywhere. */
    STRAIGHT {
        @Override
        public double at(double part, double low, double high) {
            return low + part * (high - low);
        }

        @Override
        public double part(double value, double low, double high) {
            return low == high ? 0 : (value - low) / (high - low);
        }
    },
    /**
     * A desk's fader, from -90 (silence) to +10 dB with 0 dB at three quarters: 40 dB for the upper half, then 20, 30
     * and 30 dB for a quarter, three sixteenths and the last sixteenth. Source: the X32's OSC protocol, its fader law.
     */
    FADER {
        @Override
        public double at(double part, double low, double high) {
            double decibels;
            if (part >= 0.5) decibels = 40 * part - 30;
            else if (part >= 0.25) decibels = 80 * part - 50;
            else if (part >= 0.0625) decibels = 160 * part - 70;
            else decibels = 480 * part - 90;
            return Math.max(low, Math.min(high, decibels));
        }

        @Override
        public double part(double value, double low, double high) {
            double part;
            if (value >= -10) part = (value + 30) / 40;
            else if (value >= -30) part = (value + 50) / 80;
            else if (value >= -60) part = (value + 70) / 160;
            else part = (value + 90) / 480;
            return Math.max(0, Math.min(1, part));
        }
    };

    /** What a control means that has gone this part of its way, 0 to 1. */
    public abstract double at(double part, double low, double high);

    /** Where a control stands, 0 to 1, that means this. */
    public abstract double part(double value, double low, double high);
}
