/**
 * The demo: a scripted performer on virtual gear plays a real gig in real time.
 *
 * <pre>
 * class path: roadcase/demo/ → DemoScore → Cue ─┬ say    → the terminal
 *                                                          ├ play   → virtual gear → the Conductor → virtual host
 *                                                          └ edit   → the gig's file → reload
 * lights of the gear → LightPicture → the terminal
 * </pre>
 *
 * Refuses to know which gig and which gear: the score on the class path brings both.
 */
package roadcase.cli.demo;
