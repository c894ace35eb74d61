package roadcase.route;

/**
 * What a message looks like, apart from its channel: the target of {@code becomes} and of sliders.
 *
 * @param form which message
 * @param low first number (CC, note, program, NRPN)
 * @param high last number; equal to {@code low} for one number
 * @param valueLow what the smallest value becomes
 * @param valueHigh what the largest value becomes
 */
public record Shape(Form form, int low, int high, int valueLow, int valueHigh) {
    public enum Form {
        NOTE, CC, CC14, NRPN, RPN, PROGRAM, PITCH_BEND, AFTERTOUCH, KEY_AFTERTOUCH;

        /** The largest value on the wire. */
        public int mostValue() {
            return this == CC14 || this == NRPN || this == RPN || this == PITCH_BEND ? 16383 : 127;
        }
    }
}
