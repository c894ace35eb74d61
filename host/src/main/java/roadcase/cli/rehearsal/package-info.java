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
 * Refuses to know what a gig is and how time passes: it turns text into events and what happened into text.
 */
package roadcase.cli.rehearsal;
