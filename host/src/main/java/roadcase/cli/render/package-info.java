/**
 * A gig to a file of sound: a MIDI file or the lines of a rehearsal in, WAV out.
 *
 * <pre>
 * in.mid → MidiScore ┐
 * lines.jsonl ───────┴→ cli.rehearsal.RehearsalRun → rig.Rehearsal (virtual time)
 *                                                       └→ rig.Studio ⇢ engine, offline
 *                                             out.wav ← WavFile ←┘
 * </pre>
 *
 * Refuses to know how a gig is played and what makes the sound: it turns files into events, and sound into a file.
 */
package roadcase.cli.render;
