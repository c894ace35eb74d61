/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is in the slots of the engine, what plays them and how loud they are.
 *
 *   slot 1..8:  instrument (position 0) -> inserts 1..8 -> in step with the other slots -> gain, mute, solo ┐
 *   master (0):                                inserts 1..8 -> gain -> safety clip at 0 dB -> the device   <┘
 *
 * Loading, replacing and removing never interrupt anything else: a new plugin is made ready aside and fades in over
 * 20 ms; the one before gets no more notes, has its notes ended and rings out, for 30 s at most. Every level moves by a
 * ramp of 10 ms. Mute wins over solo; a muted slot renders on in silence, so that its tails are right when it returns.
 *
 * Time of messages and moves: what is given with a time sounds one block of the device later than that time, so that
 * what came in within a block keeps its spacing to the sample; what is later than that, and time 0, sounds with the
 * next block. Of one slot and one time, the order is kept.
 *
 * While the engine is away (RC_ENGINE_STARTING), levels, parameters and loads are kept for its return; notes are
 * refused. For thread tags, texts and errors see engine.h.
 */
#ifndef ROADCASE_SLOT_H
#define ROADCASE_SLOT_H

#include <stdint.h>

#include "engine.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    RC_SLOT_INSTRUMENT = 0,
    RC_SLOT_MAX_MESSAGE = 8192, /* bytes of one message */
    RC_SLOT_MAX_FUTURE = 8192   /* messages and moves of all slots that wait for their time */
};

/* Puts a plugin into its place; what is there plays on until the new one is ready.
 * [any-thread] may take a millisecond; the work is the engine's, and its end is told by RC_NEWS_LOADED or
 *              RC_NEWS_FAILED
 * slot:     1 to 8, or RC_ENGINE_MASTER
 * position: 0 the instrument (not in the master), 1 to 8 an insert
 * plugin:   an id from rc_engine_plugins; a path; a name, in any case of letters, also a part where only one fits;
 *           "roadcase:poly" for the instrument that is built in. Not scanned yet: a path is scanned first, a name fails
 * state:    bytes from rc_slot_state, or of a .vstpreset file; NULL with length 0 for the plugin's own start
 * Returns a number, 1 or greater, that the news repeats, or -1 with a sentence in `error`. A load that a later one
 * overtakes at its place is told as RC_NEWS_FAILED. */
RC_API int32_t rc_slot_load(rc_engine* engine, int32_t slot, int32_t position, const char* plugin,
                            const uint8_t* state, int32_t length, char* error, int32_t error_capacity);

/* Empties a place; what was there rings out. An empty place and a load under way are fine.
 * [any-thread]
 * Returns 0, or -1 with a sentence in `error`. */
RC_API int32_t rc_slot_remove(rc_engine* engine, int32_t slot, int32_t position, char* error, int32_t error_capacity);

/* Moves inserts: what was at from[i] is at position i + 1 afterwards. Nothing is heard of it where those that sound
 * keep their order; else the slot dips for 20 ms. Loads under way at this slot move too.
 * [any-thread]
 * from: RC_ENGINE_INSERTS numbers, each of 1 to 8 once
 * Returns 0, or -1 with a sentence in `error`. */
RC_API int32_t rc_slot_order(rc_engine* engine, int32_t slot, const int32_t* from, char* error,
                             int32_t error_capacity);

/* Plays a message of 1 to 3 bytes, packed as in midi.h.
 * [any-thread, lock-free] one thread at a time for all of rc_slot_midi, _midi_long, _parameter, _gain, _mute, _solo; on
 *                         the Java side that is the Conductor
 * slot: 1 to 8
 * Returns 1, or 0 where it was refused: engine away, ring full, no status byte, system messages. */
RC_API int32_t rc_slot_midi(rc_engine* engine, int32_t slot, int64_t time, int32_t packed);

/* Plays a message of any length to RC_SLOT_MAX_MESSAGE; the bytes are copied. Otherwise as rc_slot_midi. */
RC_API int32_t rc_slot_midi_long(rc_engine* engine, int32_t slot, int64_t time, const uint8_t* bytes, int32_t length);

/* Moves a parameter. The client remembers it for a restart.
 * [any-thread, lock-free] as rc_slot_midi
 * number: as in rc_slot_parameters; value: 0 to 1, what is outside is brought to the nearest
 * Returns 1, or 0 where it was refused: no such place, no number, NaN, ring full. While the engine is away: kept, 1. */
RC_API int32_t rc_slot_parameter(rc_engine* engine, int32_t slot, int32_t position, int64_t time, int32_t number,
                                 float value);

/* Moves the level of a slot or of the master.
 * [any-thread, lock-free] as rc_slot_midi
 * gain: a factor, 0 to 4 (+12 dB); 1 is 0 dB and what a new engine begins with
 * Returns 1, or 0 where it was refused. While the engine is away: kept, 1. */
RC_API int32_t rc_slot_gain(rc_engine* engine, int32_t slot, int64_t time, float gain);

/* Mutes (1) or opens (0) a slot or the master; solo as soon as any slot is soloed only soloed slots are heard, and the
 * master has none. Otherwise as rc_slot_gain. */
RC_API int32_t rc_slot_mute(rc_engine* engine, int32_t slot, int64_t time, int32_t on);
RC_API int32_t rc_slot_solo(rc_engine* engine, int32_t slot, int64_t time, int32_t on);

/* What can be turned on a plugin; what its maker hides, and what only carries MIDI controllers, is left out.
 * [control-thread] at most 2 s
 * Writes, for each parameter, texts that each end with NUL: number, name, value (0 to 1), start value, steps (0 for a
 * smooth one), value as the plugin shows it, unit; then an empty text. Texts may be empty. Writes only where everything
 * fits. Returns the bytes needed (0 for an empty place), or -1 with a sentence in `error`. */
RC_API int32_t rc_slot_parameters(rc_engine* engine, int32_t slot, int32_t position, char* text, int32_t capacity,
                                  char* error, int32_t error_capacity);

/* What a plugin would have to know to sound as it does now. The client keeps a copy for a restart.
 * [control-thread] at most 5 s; a plugin may drop out for a moment while it answers
 * Writes only where it fits. Returns the bytes (0 for an empty place), or -1 with a sentence in `error`. */
RC_API int32_t rc_slot_state(rc_engine* engine, int32_t slot, int32_t position, uint8_t* to, int32_t capacity,
                             char* error, int32_t error_capacity);

/* Gives a plugin that is loaded another state: bytes from rc_slot_state, or of a .vstpreset file. Notes sound on where
 * the plugin lets them.
 * [control-thread] at most 5 s
 * Returns 0, or -1 with a sentence in `error`. */
RC_API int32_t rc_slot_state_set(rc_engine* engine, int32_t slot, int32_t position, const uint8_t* state,
                                 int32_t length, char* error, int32_t error_capacity);

/* The sounds that a plugin brings, in its order, and the .vstpreset files in the usual folders of this system.
 * [control-thread] at most 5 s
 * Writes, for each sound, texts that each end with NUL: name, path (empty for the plugin's own); then an empty text.
 * Writes only where everything fits. Returns the bytes needed, or -1 with a sentence in `error`. */
RC_API int32_t rc_slot_sounds(rc_engine* engine, int32_t slot, int32_t position, char* text, int32_t capacity,
                              char* error, int32_t error_capacity);

/* Chooses a sound by its name, in any case of letters, or by the path of a .vstpreset file.
 * [control-thread] at most 5 s
 * Returns 0, or -1 with a sentence in `error`. */
RC_API int32_t rc_slot_sound(rc_engine* engine, int32_t slot, int32_t position, const char* name, char* error,
                             int32_t error_capacity);

/* Shows (1) or closes (0) the plugin's own window.
 * [control-thread] at most 5 s
 * Returns 0, or -1 with a sentence in `error`: no display, the plugin has no window. */
RC_API int32_t rc_slot_window(rc_engine* engine, int32_t slot, int32_t position, int32_t show, char* error,
                              int32_t error_capacity);

/* What stands in a place.
 * [any-thread]
 * Writes texts that each end with NUL: the id as loaded, the plugin's name ("" while it is being loaded), "loading",
 * "playing" or "left out"; then an empty text. Returns the bytes needed, 0 for an empty place, -1 for a wrong one. */
RC_API int32_t rc_slot_contents(rc_engine* engine, int32_t slot, int32_t position, char* text, int32_t capacity);

#ifdef __cplusplus
}
#endif
#endif
