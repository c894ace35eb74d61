/**
 * Open Sound Control: messages, one socket in and out, addresses, and a mirror of a unit elsewhere.
 *
 * <p>Purpose: to speak with any gear that speaks OSC over UDP, and to know at any moment how such a unit stands.
 *
 * <p>Threads: an {@link roadcase.osc.OscPeer} has one thread of its own, and its {@link roadcase.osc.OscEnd} lives on
 * it. Everything else here belongs to one thread and is told the time; what may be called by any thread says so.
 *
 * <p>Bounds: a peer's way out holds 8,192 messages, a packet nests 8 bundles deep and has 1,024 messages, a mirror
 * keeps what its protocol names and nothing else. What finds no room is dropped and counted.
 *
 * <p>Refuses to know: any brand. What a unit can be asked, and what its answers mean, is a
 * {@link roadcase.osc.Protocol}, which comes from outside. Malformed packets end at the codec, counted by reason.
 *
 * <pre>
 *   UDP ◄──► OscPeer ──OscCodec──► OscMessage ──► OscEnd ─┬ Mirror (read, kept, healed; brand-free) ◄── Protocol
 *             own thread  └► Refusals, counted            ├ a simulated unit
 *   VirtualNet, the same without a socket, in virtual time┘ └ BadNetwork between: loss, latency, jitter
 *   '/ch/*&#47;mix/on' ──► OscPattern.matches(address), in time that grows with length, never faster
 * </pre>
 */
package roadcase.osc;
