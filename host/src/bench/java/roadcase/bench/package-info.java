/**
 * How fast Roadcase is: benches that play real gigs, in the real language, on the real Conductor, and one table.
 *
 * <p>Refuses to know: words and brands (the language is found as the product finds it), and any library for benches:
 * samples are kept whole, so that a percentile is a number that was measured.
 *
 * <pre>
 *   BenchCommand → AllBenches → a Bench → OnStage: Show on a FeedBackend
 *                                          feed → Conductor → send
 *                                          stamp ------------→ Samples
 *                     Table ← Row (figures, Goals) ←----------┘
 * </pre>
 */
package roadcase.bench;
