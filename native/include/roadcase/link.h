/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ableton Link: one tempo, one beat and, where wished, one start and stop with everybody on the network.
 *
 * Times are nanoseconds of rc_midi_now(), to the microsecond: Link is given that clock. Texts, errors and
 * thread tags as in engine.h. Source: Ableton Link's documentation, Link.hpp.
 */
#ifndef ROADCASE_LINK_H
#define ROADCASE_LINK_H

#include <stdint.h>

#include "engine.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One peer on the network. Owned by the caller from rc_link_open to rc_link_close. */
typedef struct rc_link rc_link;

/* Makes a peer that is not yet seen by others; it has a timeline of its own already.
 * [control-thread] at most 1 s
 * tempo: beats a minute, 20 to 999; quantum: beats of a bar, 1 to 64
 * Returns NULL with a sentence in `error`: values out of range, or this build has no Link. */
RC_API rc_link* rc_link_open(double tempo, double quantum, char* error, int32_t error_capacity);

/* Leaves the session and frees `link`; NULL is allowed. Close what uses it first (clock.h, rc_link_share).
 * [control-thread] at most 1 s */
RC_API void rc_link_close(rc_link* link);

/* Joins (1) or leaves (0) the session. Who joins takes over its tempo and its beat.
 * [control-thread] at most 1 s
 * start_stop: 1 to share start and stop too */
RC_API void rc_link_enable(rc_link* link, int32_t on, int32_t start_stop);

/* What is true at one moment. */
typedef struct rc_link_state {
    uint32_t size;       /* in: sizeof(rc_link_state) of the caller */
    int32_t enabled;
    int32_t peers;       /* others in the session */
    int32_t start_stop;  /* 1 where start and stop are shared */
    int32_t playing;     /* 1 while the session plays */
    int32_t unused;
    double tempo;        /* beats a minute */
    double quantum;      /* beats of a bar */
    double beat;         /* at `time` */
    double phase;        /* of the bar at `time`, 0 to below quantum */
    int64_t time;        /* ns: as asked */
    int64_t play_time;   /* ns: when playing began, or will */
    uint64_t changes;    /* rises whenever tempo, peers, or start and stop have changed */
} rc_link_state;

/* Reads the state at `time` (0: now), at most `state->size` bytes of it.
 * [any-thread] does not allocate; not for a real-time thread, it takes a lock for an instant */
RC_API void rc_link_read(rc_link* link, int64_t time, rc_link_state* state);

/* When the session will be, or was, at a beat; the other way round as rc_link_read.
 * [any-thread]
 * Returns ns. */
RC_API int64_t rc_link_time_of(rc_link* link, double beat);

/* Proposes a tempo to everybody, from now on.
 * [any-thread]
 * tempo: 20 to 999
 * Returns 1, or 0 where it is out of range. */
RC_API int32_t rc_link_tempo(rc_link* link, double tempo);

/* The length of a bar, 1 to 64 beats; only ours, others keep theirs.
 * [any-thread]
 * Returns 1, or 0 where it is out of range. */
RC_API int32_t rc_link_quantum(rc_link* link, double quantum);

/* Starts (1) or stops (0) playing at `time` (0: now), for everybody where start and stop are shared. At a start the
 * beat is mapped so that `beat` falls on that time: at once where we are alone, else at the next time whose phase fits.
 * [any-thread] */
RC_API void rc_link_play(rc_link* link, int32_t on, int64_t time, double beat);

/* Makes `beat` fall on `time` (0: now): at once where we are alone, else at the next time whose phase fits; force 1
 * moves the beat of everybody.
 * [any-thread] */
RC_API void rc_link_beat(rc_link* link, double beat, int64_t time, int32_t force);

/* Waits until `changes` is another than `seen`, rc_link_wake is called or `deadline` (ns) has passed.
 * [control-thread] by its deadline; one thread at a time
 * Returns `changes`. */
RC_API uint64_t rc_link_wait(rc_link* link, uint64_t seen, int64_t deadline);

/* Makes rc_link_wait return, now or, if nobody waits, the next time.
 * [any-thread] takes a lock for an instant that nobody holds for longer */
RC_API void rc_link_wake(rc_link* link);

/* Gives Link's timeline to the engine, and goes on doing so from a thread of its own; NULL ends that.
 * [control-thread] at most 1 s; end it before the engine is closed */
RC_API void rc_link_share(rc_link* link, rc_engine* engine);

#ifdef __cplusplus
}
#endif
#endif
