package roadcase.osc;

/**
 * What a peer has done since it was opened.
 *
 * @param received messages that came in
 * @param sent messages that the system took
 * @param refused packets that came in malformed; {@link OscPeer#refusals} says why
 * @param dropped messages for which there was no room on the way out, or that are longer than a packet
 * @param failed packets that the system would not send or receive: no network, no way there
 * @param faults faults of the end that listens, each of which cost it one message
 */
public record OscTraffic(long received, long sent, long refused, long dropped, long failed, long faults) {}
