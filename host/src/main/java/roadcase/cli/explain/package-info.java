/**
 * Says in sentences what a gig does.
 *
 * <pre>
 * Rig → Explanation ─ gear, names of the room
 *          ├ RouteSentence ─ StepPhrase     one line of the script, in signal order
 *          └ banks, lights, clocks, what happens at the start
 *                → lines for a person
 * Trace → WhySentence ─ StepPhrase         what became of one message
 * </pre>
 *
 * Refuses to know scripts, time and ports that exist: it reads a plan and nothing else. What has no effect is left
 * out, so that what is said is what the gig does.
 */
package roadcase.cli.explain;
