/**
 * The words of the language: what a line of a script says becomes a plan.
 *
 * <p>Knows nothing of how plans are played, of ports that are really there, or of how scripts are compiled. One type a
 * file: its methods are its words, each with its documentation on it ({@link roadcase.docs.Word}). To add a word, add
 * a method here, and a Spec; if it needs a type of its own, name it in {@link WordTable}.
 *
 * <pre>
 *   mix.mute.toggles().toChannel(2).to(out)
 *   Buttons ─→ Toggles ─→ Flow ─────→ Route      what the script sees (one interface a file)
 *        └──────── Line: source, steps ──→ RoutePlan ──→ RigBuilder ──→ Rig
 * </pre>
 */
package roadcase.words
