/**
 * Ableton Link: our peer in the session that everybody on the network keeps together.
 *
 * <p>Refuses to know: what a gig says, what waits for the beat, who makes MIDI clock of it.
 *
 * <pre>
 *   Conductor ── clock.Session: join, tempo, play ──► LinkPeer ─► link.h ─► everybody
 *             ◄─ Session.Line: where the beat is ◄──── its thread ◄───────┘
 *   RackKeeper ── an engine ──► share     MIDI clock out (midi.ClockOut) reads the same peer by its address
 * </pre>
 */
package roadcase.link;
