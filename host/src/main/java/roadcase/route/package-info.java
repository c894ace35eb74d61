/**
 * What happens to a message between a source and a target: filters, transforms, splits. Pure: no state, no ports, no
 * time. Knows MIDI, and refuses to know devices, banks, scripts and threads.
 *
 * <pre>
 * Step (what the script's line says)  ──►  Accept  which messages may come in: becomes a place in a table
 *                                     └─►  Chain   what is done to each that does: runs on an Event
 * </pre>
 *
 * <p>{@link roadcase.route.Chain#run} belongs to the hot path: primitives only, nothing is allocated.
 */
package roadcase.route;
