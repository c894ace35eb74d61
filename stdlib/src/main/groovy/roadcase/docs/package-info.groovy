/**
 * How a word is documented where it is made.
 *
 * <p>Knows no word, and nothing of the kernel.
 *
 * <pre>
 *   method of a script ── carries ──→ Word (says, meaning, example)
 *                                        │
 *   word table, completion, page for assistants ←── reads
 * </pre>
 */
package roadcase.docs
