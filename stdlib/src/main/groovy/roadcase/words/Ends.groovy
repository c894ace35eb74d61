package roadcase.words

import groovy.transform.PackageScope

/** The two ends of a range as it was written: 127..0 begins with 127. */
@PackageScope
final class Ends {
    final int first
    final int last

    private Ends(int first, int last) {
        this.first = first
        this.last = last
    }

    /** Groovy keeps the smaller number first and remembers that the range runs backwards. */
    static Ends of(IntRange range) {
        int low = range.from
        int high = range.to
        range.reverse ? new Ends(high, low) : new Ends(low, high)
    }

    @Override
    String toString() {
        "$first..$last"
    }
}
