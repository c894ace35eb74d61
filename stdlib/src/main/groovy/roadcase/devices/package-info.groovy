/**
 * Gear that scripts know by name: hardware facts as data, one file each.
 *
 * <p>Knows nothing of ports that are really there, of banks or of routes. To add a device, begin by copying
 * {@link MidiMix}.
 *
 * <pre>
 *   facts ──→ MidiMix.SPEC ──→ kernel: addresses, lights, port names
 *                │
 *   script ── mix.mute[3] ──→ Button "mute 3" ── words ──→ plans
 * </pre>
 */
package roadcase.devices
