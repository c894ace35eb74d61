/**
 * Things to touch and lights to see: what a device has (as data), what its lights can show and by which messages, how a
 * knob takes hold, how a unit's report of its positions is told from a move. Refuses to know brands, banks and scripts.
 *
 * <pre>
 * DeviceSpec ── ControlSpec   what the maker built: addresses of controls and lights
 * Light ─► LightSpec ── LightKind ─► wire: what to send for it, or what is nearest
 * DeviceSpec ─► SimulatedUnit   the other side of the cable: what its lights show after what they were sent
 * Pickup                      knob position + meaning → value, or silence
 * ClipGrid                    presses and lines of a beat → which clip of a column plays, which waits
 * PositionReports             many knobs at once → a report, not moves
 * </pre>
 */
package roadcase.surface;
