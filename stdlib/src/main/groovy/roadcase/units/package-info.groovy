/**
 * Quantities as a musician writes them: levels, times, tempos, note names.
 *
 * <p>Knows nothing of scripts, gear or the kernel: only numbers and what they mean.
 *
 * <pre>
 *   5 ── .dB ───────→ Level ── .perSecond ──→ Rate
 *   250 ── .ms ─────→ Span (a time)
 *   0.5 ── .beats ──→ Span (music: as long as the tempo makes it)
 *   120 ── .bpm ────→ Tempo
 *   C4 ─────────────→ 60
 * </pre>
 */
package roadcase.units
