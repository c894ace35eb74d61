/**
 * The sound: what plays slots, how loud they are, and the client of the engine, the process of its own that makes it.
 *
 * <p>Refuses to know: what a gig says, which control moves what, when anything is loaded, where files are. It is told
 * slots and numbers, and says what became of them.
 *
 * <pre>
 *   Conductor: notes, moves ─► Rack ─┬─► EngineRack ─► slot.h   ┐
 *   rig.RackKeeper: loads, device ───┴─►            ─► engine.h ├─ libroadcase ⇢ roadcase-engine ─► the loudspeaker
 *   rig.RackKeeper ◄─ News ◄────────────────────────◄           ┘
 *   rig.Live.level ◄─ MeterBoard, by names ◄─────────┤
 *   rig.Studio: frames by hand ──────────────────────┤ (device "offline": render)
 *   faces ◄─ EngineStatus, Loudness ◄──── shared memory ─ meter.h
 * </pre>
 */
package roadcase.audio;
