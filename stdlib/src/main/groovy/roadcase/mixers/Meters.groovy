package roadcase.mixers

import roadcase.osc.OscMessage

/** How a desk is asked for its meters, and what it sends. A lease lasts ten seconds. Immutable; any thread. */
final class Meters {
    /** How often a lease is to be renewed, in nanoseconds. */
    static final long RENEW = 3_000_000_000L

    final Desk desk

    Meters(Desk desk) {
        this.desk = desk
    }

    /** Asks for a bank, a frame every 50 ms. */
    OscMessage bank(int number) {
        MeterBank bank = known(number)
        desk.byNode ? OscMessage.of('/meters', bank.address, 0, 0, 1) : OscMessage.of('/meters', bank.address)
    }

    /**
     * Asks for one strip before and behind its fader (X32). Each strip has an address of its own for its frames, so that
     * several can be watched.
     */
    OscMessage strip(int strip) {
        OscMessage.of('/batchsubscribe', stripAddress(strip), known(6).address, strip, 0, 1)
    }

    static String stripAddress(int strip) {
        "/meters/6/$strip"
    }

    private MeterBank known(int number) {
        MeterBank bank = desk.bank(number)
        if (bank == null) throw new IllegalArgumentException("the ${desk.name} has no bank $number of meters".toString())
        bank
    }

    /** The bank of a frame, or null where the message is none. */
    MeterBank bankOf(OscMessage message) {
        if (!message.address().startsWith('/meters/') || message.blob(0) == null) return null
        String number = message.address().substring(8)
        int slash = number.indexOf('/')
        if (slash > 0) number = number.substring(0, slash)
        number ==~ /\d{1,2}/ ? desk.bank(number as int) : null
    }
}
