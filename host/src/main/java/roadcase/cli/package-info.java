/**
 * The command line: one class per command, the same words everywhere.
 *
 * <pre>
 * arguments → Main (picocli) ─┬ check, explain, new, words    scripts and the language's own documents
 *                             ├ ports, monitor, doctor        this machine
 *                             ├ rehearse ─ cli.rehearsal      a gig in virtual time
 *                             └ play, demo ─ cli.shell        a gig on stage
 * Mistake → a sentence and 1    anything else thrown → a sentence, a log and 2
 * </pre>
 *
 * Refuses to know how a gig is compiled or played, any word of the language and any brand of gear.
 */
package roadcase.cli;
