/**
 * The ground floor that touches the disk: where Roadcase keeps its things, how they are written so that a kill in the
 * middle harms nothing, how scripts are read, and how a save is noticed.
 *
 * <p>It refuses to know what is inside: not the language, not what a gig remembers, not what a reload is. It prints
 * nothing and throws nothing past its border; whatever the disk does wrong comes back as a sentence.
 *
 * <pre>
 *   Folders    env, system, home ──→ state/GIG  data  cache  config
 *   AtomicFile bytes ──→ temp ──fsync──→ memory.json (+ .last) ──validator──→ bytes, else .last, spoilt → .bad-n
 *   TextFile   a script's file ──→ text with \n, or a sentence with line and column
 *   FileWatch  folders ring │ slow look ──→ hashes ──→ Debounce ──→ changed(paths), once per save
 * </pre>
 */
package roadcase.files;
