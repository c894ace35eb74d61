/**
 * Things to touch: what a device has (as data), how a knob takes hold, how a unit's report of its positions is told
 * from a move. Refuses to know brands, banks and scripts.
 *
 * <pre>
 * DeviceSpec ── ControlSpec   what the maker built: addresses of controls and lights
 * Pickup                      knob position + meaning → value, or silence
 * PositionReports             many knobs at once → a report, not moves
 * </pre>
 */
package roadcase.surface;
