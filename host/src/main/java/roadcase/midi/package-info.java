/**
 * Messages and the ports they come from and go to.
 *
 * <p>Refuses to know: what a message is for. No routes, no devices, no scripts, no clock but the one that stamps
 * messages; whether a port is wanted, and when to look for it again, is decided elsewhere.
 *
 * <pre>
 *   gear, other programs ◄──► Backend ──► Receiver (received, portsChanged, skipped), on the Conductor's thread
 *                               ├ NativeBackend   JACK, ALSA, CoreMIDI, WinMM by way of roadcase.engine
 *                               ├ JavaBackend     javax.sound.midi (JavaDevices, JavaInput, JavaOutput), without that
 *                               └ VirtualBackend  in-process (VirtualGear, VirtualPeer): tests, demo, rehearsal
 *   bytes ──► Decoder ──► Packed (an int: the hot path) or bytes (SysEx) ◄──► Message (for people and scripts)
 *   CCs that belong together ──► Parameters ──► one NRPN, RPN or 14-bit value
 *   'MIDI Mix' ──► PortNames ──► RealPort ──► Seating: which of several equal units      Backends: which Backend, why
 * </pre>
 */
package roadcase.midi;
