package roadcase.cli.rehearsal;

/** Times of a rehearsal as text: seconds with at least three and at most six decimals. */
final class Seconds {
    private Seconds() {}

    static String of(long nanos) {
        long micros = Math.floorDiv(nanos + 500, 1000);
        long fraction = micros % 1_000_000;
        StringBuilder text = new StringBuilder().append(micros / 1_000_000).append('.');
        String digits = String.valueOf(1_000_000 + fraction).substring(1);
        int end = 6;
        while (end > 3 && digits.charAt(end - 1) == '0') end--;
        return text.append(digits, 0, end).toString();
    }
}
