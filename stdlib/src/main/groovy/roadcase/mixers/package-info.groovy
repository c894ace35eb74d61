/**
 * Mixing desks as data: every parameter by its address, with its kind, range, curve and steps, and the banks of meters.
 * Addresses are made by rule for each kind of strip.
 *
 * <p>Threads: everything here is immutable but the simulated desk, which lives on one thread. Bounds: as many values as
 * the desk has.
 *
 * Refuses to know: sockets, and how a desk is read and kept, which is roadcase.osc's Mirror.
 *
 * <pre>
 *   X32, XAir ──► Desk (Node ──► Leaf: address, Kind) ──► DeskProtocol ──► roadcase.osc.Mirror
 *                   └► MeterBank: frames to dBFS            SimulatedDesk: answers as the real one does
 * </pre>
 */
package roadcase.mixers
