/**
 * Time: what is due when, and where the beat is. Time is passed in; nothing here reads a clock. Refuses to know MIDI,
 * devices and scripts: ticks are ticks, wherever they come from.
 *
 * <pre>
 * now ──► Scheduler     tasks in order of their time, exact deadline for whoever waits
 *         Timeline      nanoseconds ↔ beats:  Beats  our own tempo
 * ticks ─► TickFilter ─►                      Pulses somebody's ticks, start, stop, song position
 * Session ─ everybody's ─►                    Shared ours until somebody shares it
 *         BeatSchedule  tasks in order of their beat on one Timeline;  Grid  the lines of a bar
 * </pre>
 */
package roadcase.clock;
