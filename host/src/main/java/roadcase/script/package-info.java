/**
 * From the text of a gig to a rig that may play, or to sentences that say what is wrong and where.
 *
 * <p>Knows Groovy's compiler, the files around a gig and the {@link roadcase.rig.Rig} that a reading builds. It refuses
 * to know a single word of the language: that is a {@link roadcase.script.Dialect}, which brings its words as types,
 * and
 * the kind of each by annotations ({@link roadcase.script.Builds}, {@link roadcase.script.Unfinished},
 * {@link roadcase.script.Spoken}).
 *
 * <pre>
 * save → FileWatch → Reload → GigReader → GigReading: room, gig, includes, lib
 *                                            │ each text
 *                        CachedCompiler → Compiler: Plain → Checker + Guard → CancelTransform → classes
 *                                            │ run, 5 s at most                      │ mistakes: Syntax, Reword
 *                        Read(rig, generation) or Failed(first mistake of each file) → swap, or the old rig plays on
 * </pre>
 */
package roadcase.script;
