/**
 * A gig while it plays. Knows ports, routes, devices and time; refuses to know the language that declared the gig, the
 * disk except for its memory, by way of files and the screen.
 *
 * <pre>
 * RigBuilder ─► Rig (plan) ─► RigCheck
 *                  └─ Wirer ─► Wiring (tables) ─► Stage (what is true now) ─► Outbox ─► ports
 * Conductor: the one thread that owns the Stage      Soloist: the thread of the scripts' own code
 * PlayedPlace: whether a page, bank, preset or held key holds now
 * Painter: lights by difference ◄─ PlayedLight ◄─ Glow (a toggle, a digit, a Picture that is written over time)
 * Launchers: PlayedClips, what a grid of clips does and when
 * Pictures: what moves on pads, with code of the script or without ─► Picture
 * Identities: who is at a device's ports             LightCheck: whether it can show what is wanted
 * LinkKeeper: our peer on Link and the driver's MIDI clock        Followers: gear that gets it
 * Rehearsal: the same Stage in virtual time          Gear: ports that come and go      Memory: what outlives it
 * </pre>
 *
 * <p>What is in {@code plan} was said by a script and never changes; {@code Played…} is the same, prepared for playing;
 * {@code Cells} hold what outlives a reload.
 */
package roadcase.rig;
