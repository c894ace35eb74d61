/**
 * The native library: one class for each C header in {@code native/include/roadcase}, and nothing else. This is the
 * only package that loads it.
 *
 * <p>Refuses to know: what a MIDI message means, who calls, why. It turns calls into calls; even errors stay what the
 * header says they are. Only a library that is missing or of another version is its own affair.
 *
 * <pre>
 *   midi.NativeBackend ──► MidiLibrary ───► midi.h   ┐
 *   rig (its thread)   ──► ThreadLibrary ─► thread.h ├─ libroadcase ─► JACK, Link
 *   Engine-, Slot-, Meter-, Link-, ClockLibrary      ┘      ├─ libroadcase-rtmidi ─► ALSA, CoreMIDI, WinMM
 *                              │                            └─ roadcase-engine, a process: the sound
 *                          NativeCode: finds and binds it, once, when first needed
 *                          EngineFault: it is not there, and what to do
 * </pre>
 */
package roadcase.engine;
