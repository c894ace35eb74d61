package roadcase.midi;

/**
 * What a driver has done since it was opened.
 *
 * @param alive false while the server is gone and we wait for its return
 * @param sent messages handed to the driver
 * @param received messages that came in
 * @param refused sends that returned false
 * @param droppedOut taken, then not sent: port or driver went before their time
 * @param droppedIn came in while there was no room for them
 * @param skipped cycles of the driver that we missed
 * @param xruns overruns that the driver reported
 * @param reconnects returns of the server
 * @param split long messages that left in parts, because the driver's buffer is smaller
 * @param unfinishedSysEx SysEx that came in without its end
 * @param longSysEx SysEx that came in longer than {@link Message#MAX_LENGTH}
 * @param stray bytes that belong to no message
 */
public record Traffic(
        boolean alive,
        long sent,
        long received,
        long refused,
        long droppedOut,
        long droppedIn,
        long skipped,
        long xruns,
        long reconnects,
        long split,
        long unfinishedSysEx,
        long longSysEx,
        long stray) {
    /** Of a driver that has no server and counts nothing. */
    public static final Traffic NONE = new Traffic(true, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
