/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How loud it is: cells in shared memory that the engine's audio thread writes and that anybody reads at any time.
 *
 * A slot is measured behind its gain, mute and solo; the master behind its safety clip. Levels are factors, 1 is full
 * scale; a sine of full scale has an RMS of 0.707. For thread tags see engine.h.
 */
#ifndef ROADCASE_METER_H
#define ROADCASE_METER_H

#include <stdint.h>

#include "engine.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    RC_METER_MAX_BANDS = 64
};

/* Two channels, left first. */
typedef struct rc_meter {
    float peak[2];
    float rms[2];
    int64_t time;  /* ns: when the newest sound in it was rendered; 0: nothing yet */
} rc_meter;

/* Measures over the last `span`, to the next 10 ms: two readers with spans of their own do not disturb each other, and
 * a reader who asks for the span since its last reading misses no peak.
 * [any-thread, lock-free]
 * slot: 1 to 8, or RC_ENGINE_MASTER; span: ns, 10 ms to 5 s, what is outside is brought to the nearest
 * Returns 1, or 0 with all levels 0 where there is no such slot, or the engine is away. */
RC_API int32_t rc_meter_read(rc_engine* engine, int32_t slot, int64_t span, rc_meter* meter);

/* The bands of the sound of the last 2048 frames (43 ms at 48 kHz), left and right together, from 40 Hz to 16 kHz, all
 * of the same width in octaves; a sine of full scale in the middle of a band gives about 1 there, 0 is silence. The
 * work (about 50 us) is done by the calling thread.
 * [any-thread] not for a real-time thread
 * slot: as rc_meter_read; bands: 1 to RC_METER_MAX_BANDS; levels: room for `bands` floats
 * Returns 1, or 0 with all levels 0, as rc_meter_read. */
RC_API int32_t rc_meter_spectrum(rc_engine* engine, int32_t slot, int32_t bands, float* levels);

#ifdef __cplusplus
}
#endif
#endif
