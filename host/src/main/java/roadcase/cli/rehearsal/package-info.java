/**
 * The line format of a rehearsal: one JSON object per line in, one per line out.
 *
 * <pre>
 * standard input → RehearsalLines → RehearsalReader → Event ─→ roadcase.rig (virtual time)
 *                                        │ unreadable              │ sent, lit, failed, noted
 *                                        ▼                         ▼
 *                                   error line ────────→ RehearsalWriter → standard output
 *                                                              └→ Expectation (--expect)
 * </pre>
 *
 * Beside what is sent there are lines for what lights, what fails and is noted, and with {@code --why} for what became of
 * each message: their forms stand at {@link roadcase.cli.rehearsal.RehearsalWriter}.
 *
 * Refuses to know what a gig is and how time passes: it turns text into events and what happened into text.
 */
package roadcase.cli.rehearsal;
