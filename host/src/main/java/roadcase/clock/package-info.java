/**
 * Time: what is due when, and where the beat is. Time is passed in; nothing here reads a clock. Refuses to know MIDI,
 * devices and scripts.
 *
 * <pre>
 * now ──► Scheduler  tasks in order of their time, exact deadline for whoever waits
 *     └─► Beats      tempo map: nanoseconds ↔ beats
 * </pre>
 */
package roadcase.clock;
