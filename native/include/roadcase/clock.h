/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MIDI clock for gear that follows: 24 ticks a beat, start, stop, continue and song position, made by a native thread
 * from Link's timeline or from one that is given, and sent with times of its own, so that nothing that holds up the
 * caller can be heard in it.
 *
 * The clock looks ahead by 30 ms; a change of tempo is on the wire within that. Ticks go out also while nothing plays,
 * so that gear knows the tempo. Where the timeline jumps by more than a tick while gear plays (Link: somebody joined,
 * somebody moved the beat), the gear is stopped, placed and continued at the next sixteenth; else it is left in peace.
 * A port that comes back is placed and continued the same way. Texts, errors and thread tags as in engine.h. Source of
 * the messages: MIDI 1.0, System Real Time (F8, FA, FB, FC) and Song Position Pointer (F2, in sixteenths).
 */
#ifndef ROADCASE_CLOCK_H
#define ROADCASE_CLOCK_H

#include <stdint.h>

#include "engine.h"
#include "link.h"
#include "midi.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    RC_CLOCK_MAX_OUTPUTS = 32
};

/* One clock and its thread. Owned by the caller from rc_clock_open to rc_clock_close. */
typedef struct rc_clock rc_clock;

/* Begins to count; nothing is sent before there are outputs.
 * [control-thread] at most 1 s
 * midi: whose ports it sends on; it must outlive the clock. Several clocks may send on one, each on ports of its own
 * link: whose timeline it follows, it must outlive the clock; NULL for the one that rc_clock_timeline gives
 * Returns NULL with a sentence in `error`. */
RC_API rc_clock* rc_clock_open(rc_midi* midi, rc_link* link, char* error, int32_t error_capacity);

/* Stops what plays, sends that off, ends the thread and frees `clock`; NULL is allowed.
 * [control-thread] at most 1 s */
RC_API void rc_clock_close(rc_clock* clock);

/* Sends on one more output of `midi` (1), or no longer (0). An output that comes to a clock that plays is placed and
 * continued at the next bar; one that goes is sent stop.
 * [control-thread] at most 1 s
 * latency: ns by which this gear is to get everything earlier, -100 ms to 100 ms
 * Returns 1, or 0 where it was refused: more than RC_CLOCK_MAX_OUTPUTS, latency out of range. */
RC_API int32_t rc_clock_output(rc_clock* clock, int32_t port, int32_t on, int64_t latency);

/* Without Link: the timeline, as in engine.h; `playing` does nothing here.
 * [any-thread]
 * Returns 1, or 0 where it was refused: values out of range, or the clock follows Link. */
RC_API int32_t rc_clock_timeline(rc_clock* clock, const rc_timeline* timeline);

enum {
    RC_CLOCK_STOP = 0,     /* at once */
    RC_CLOCK_START = 1,    /* from the song's beginning, at the next bar */
    RC_CLOCK_CONTINUE = 2, /* from where the gear was stopped, at the next bar */
    RC_CLOCK_POSITION = 3, /* stops, places the gear at `sixteenths`, continues at the next bar if it played */
    RC_CLOCK_JOIN = 4      /* places the gear where the timeline is and continues at the next sixteenth; where the
                              timeline is before its beat 0, starts it there */
};

/* Says what the gear is to do.
 * [any-thread]
 * sixteenths: for RC_CLOCK_POSITION, 0 to 16383
 * Returns 1, or 0 where it was refused. */
RC_API int32_t rc_clock_do(rc_clock* clock, int32_t what, int32_t sixteenths);

/* Whether start and stop of Link are passed on (1, and so it begins) or only rc_clock_do is heard (0).
 * [any-thread] */
RC_API void rc_clock_follow(rc_clock* clock, int32_t on);

/* What is true now, and what has happened since rc_clock_open. */
typedef struct rc_clock_status {
    uint32_t size;          /* in: sizeof(rc_clock_status) of the caller */
    int32_t playing;        /* 1 between start or continue and stop, as far as sent */
    int32_t waiting;        /* 1 where a start or continue waits for its bar */
    int32_t sixteenths;     /* where the gear stands */
    uint64_t ticks;         /* sent, for all outputs together once */
    uint64_t replaced;      /* times the gear was placed anew because the timeline jumped */
    uint64_t refused;       /* messages that a port did not take */
    int64_t late_max;       /* ns: by how much the thread was latest to look; what is below 30 ms is not on the wire */
} rc_clock_status;

/* Copies the status, at most `status->size` bytes of it.
 * [any-thread] */
RC_API void rc_clock_count(rc_clock* clock, rc_clock_status* status);

#ifdef __cplusplus
}
#endif
#endif
