/**
 * LinkVST in our words: what its commands add to a gig, and its session files as whole gigs.
 *
 * <pre>
 * Overlay ──► RackLines ──► lines of a script   (the prompt's overlay)
 * session.json ──► LinkVst ──► RackLines ──► a gig, its session, and a report
 * </pre>
 *
 * Knows the rack, the two controllers and the words; refuses to know the disk and the stage.
 * Source of the format: the public code of deflax/vcpi and its README.
 */
package roadcase.importers.linkvst
