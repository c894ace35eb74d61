/**
 * Files of other systems, read leniently and reported honestly. Knows the devices and the written names of our gigs;
 * refuses to know the disk and the stage.
 *
 * <pre>
 * files ──► Importer ──► what a gig remembers, and a report of what was changed or left out
 * </pre>
 */
package roadcase.importers
