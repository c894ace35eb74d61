/**
 * A desk that is none: it answers, tells, meters and forgets as the real ones do, as far as that is known. Specs, rehearsal
 * and `roadcase desk --simulate` use the same one, in virtual time or behind a socket.
 *
 * <p>Threads: one, that of the peer or the test. Bounds: as many listeners as the real desk has, 64 subscriptions each, 100
 * scenes.
 *
 * Refuses to know: sockets, and what asks it.
 *
 * <pre>
 *   OscPeer or VirtualNet ──► SimulatedDesk ─┬ DeskMemory   every value; scenes
 *                                            ├ Listeners    /xremote, subscriptions, leases of ten seconds
 *                                            └ Sound ◄ Programme   who plays how loud; what faders make of it
 * </pre>
 */
package roadcase.mixers.simulated
