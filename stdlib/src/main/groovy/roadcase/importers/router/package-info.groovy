/**
 * MIDI Router Client's configuration as a gig in our words.
 *
 * <pre>
 * text ──► Json ──► RouterReader ──► RouterFile ──► ChainLines ─ FilterWords ─ Say ──► GigWriter ──► a gig
 *           │            │              └─────────► RouterSentences ──► what it does, in sentences
 *           └────────────┴── Findings: what was defaulted, corrected, left out, each with its place
 * </pre>
 *
 * Knows the format and the words; refuses to know the disk, the stage and ports that exist.
 * Source of the format: the public code of shemeshg/MidiRouterClient (2.3.0 to 2.44) and its document for assistants.
 */
package roadcase.importers.router
