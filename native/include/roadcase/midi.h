/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MIDI ports: JACK by a client of our own, ALSA, CoreMIDI and WinMM through RtMidi.
 *
 *   driver thread -> decoder -> ring -> rc_midi_wait        one blocking call, no callback into the caller
 *   rc_midi_send_* -> ring -> waiting for their time -> driver
 *
 * Times are nanoseconds of the clock that rc_midi_now() reads; on Linux that is CLOCK_MONOTONIC, the clock of Java's
 * System.nanoTime(). Texts are UTF-8 and end with NUL. Nothing here throws; a call that can fail for a reason that a
 * player can mend takes `error`, a text of the caller's with room for `error_capacity` bytes, and writes a sentence.
 *
 * Thread tags:
 *   [any-thread]        any thread but a driver's; may take milliseconds, once a server hangs longer
 *   [conductor-thread]  one thread only, always the same one; returns at once (rc_midi_wait: by its deadline)
 *   [lock-free]         may besides be called from anywhere, a real-time thread included
 */
#ifndef ROADCASE_MIDI_H
#define ROADCASE_MIDI_H

#include <stdint.h>

#if defined(_WIN32)
#define RC_API __declspec(dllexport)
#else
#define RC_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The bounds. What does not fit is refused or counted, never lost in silence. */
enum {
    RC_MIDI_MAX_PORTS = 256,         /* ports of ours open at one time */
    RC_MIDI_MAX_MESSAGE = 65536,     /* bytes of one message */
    RC_MIDI_MAX_FUTURE = 4096,       /* messages that wait for their time */
    RC_MIDI_MAX_QUEUED = 8192,       /* messages on their way to the driver now */
    RC_MIDI_LONG_BYTES = 1048576,    /* bytes of long messages on their way, rounded up to 256 for each */
    RC_MIDI_INBOX_BYTES = 1048576,   /* bytes of records that wait for rc_midi_wait */
    RC_MIDI_MIN_BUFFER = 65536 + 48  /* the least room that rc_midi_wait takes */
};

enum { RC_MIDI_INPUT = 0, RC_MIDI_OUTPUT = 1 };

/* Kinds of records. */
enum {
    RC_MIDI_SHORT = 0,        /* payload: one int32, status in bits 0..7, data in 8..15 and 16..23 */
    RC_MIDI_LONG = 1,         /* payload: the bytes, F0 to F7 */
    RC_MIDI_SKIPPED = 2,      /* no payload: on this input messages may have been lost before this moment, because the
                                 driver skipped a cycle, reported an overrun or died, or the inbox was full */
    RC_MIDI_PORTS_CHANGED = 3 /* no payload, port -1: look at rc_midi_list again */
};

/* Head of a record. The payload follows; every record starts at a multiple of 8 bytes. */
typedef struct rc_midi_record {
    int64_t time;    /* ns; JACK: when the driver took it in, one period before the cycle that handed it over */
    int32_t port;    /* handle of the input */
    uint8_t kind;    /* RC_MIDI_SHORT ... */
    uint8_t unused[3];
    uint32_t length; /* bytes of payload without padding; 4 for RC_MIDI_SHORT */
    uint32_t unused2;
} rc_midi_record;

/* What has happened since rc_midi_open. Only grows, except `alive`. */
typedef struct rc_midi_counters {
    uint32_t size;            /* in: sizeof(rc_midi_counters) of the caller */
    uint32_t alive;           /* 1 while the driver answers, 0 while we wait for its return */
    uint64_t sent;            /* messages handed to the driver */
    uint64_t received;        /* messages put into the inbox */
    uint64_t refused;         /* sends that returned 0 */
    uint64_t dropped_out;     /* taken, then not sent: the port or the driver went before their time */
    uint64_t dropped_in;      /* came in while the inbox was full */
    uint64_t skipped;         /* cycles of the driver that we missed */
    uint64_t xruns;           /* overruns that the driver reported */
    uint64_t reconnects;      /* returns of the driver */
    uint64_t split;           /* long messages that left in parts, because the driver's buffer is smaller */
    uint64_t sysex_unfinished;/* SysEx that came in without its end; discarded */
    uint64_t sysex_too_long;  /* SysEx that came in longer than RC_MIDI_MAX_MESSAGE; discarded */
    uint64_t stray;           /* bytes that belong to no message; discarded */
} rc_midi_counters;

/* One way to the ports. Owned by the caller from rc_midi_open to rc_midi_close. */
typedef struct rc_midi rc_midi;

/* Opens a backend.
 * [any-thread]
 * api:    "jack", "alsa", "coremidi" or "winmm"
 * client: what others see us as; JACK may add a number where the name is taken
 * server: name of the JACK server, NULL or "" for the default one; the others ignore it. No server is started.
 * Returns NULL with a sentence in `error`. */
RC_API rc_midi* rc_midi_open(const char* api, const char* client, const char* server, char* error,
                             int32_t error_capacity);

/* Lets messages that are due leave, ends all ports and frees `midi`; NULL is allowed. No other call may be under way.
 * [any-thread] */
RC_API void rc_midi_close(rc_midi* midi);

/* What others offer now; our own ports are left out.
 * [any-thread]
 * Writes, for each port, texts that each end with NUL: "i" where we can receive from it or "o" where we can send to
 * it, its id, its other names if any; then an empty text. Writes only where everything fits.
 * Returns the bytes needed, or -1 with a sentence in `error`. */
RC_API int32_t rc_midi_list(rc_midi* midi, char* text, int32_t capacity, char* error, int32_t error_capacity);

/* Makes a port of ours; it stays, by this handle, when the driver goes and returns. Others see it by its name; JACK
 * has one set of names for inputs and outputs, so the second of one name gets " (in)" or " (out)" behind it.
 * [any-thread]
 * owned: 1 where it exists for others to connect to and rc_midi_port_connect will not be called
 * Returns a handle, 0 or greater, not given out again by this backend, or -1 with a sentence in `error`. */
RC_API int32_t rc_midi_port_open(rc_midi* midi, int32_t direction, const char* name, int32_t owned, char* error,
                                 int32_t error_capacity);

/* Connects a port of ours with somebody's, by the id that rc_midi_list gave; a connection that we made before ends.
 * When the driver returns after it was gone, the connection is made again.
 * [any-thread]
 * Returns 0, or -1 with a sentence in `error`. */
RC_API int32_t rc_midi_port_connect(rc_midi* midi, int32_t port, const char* id, char* error, int32_t error_capacity);

/* Ends the connection that we made, if any; those that others made stay.
 * [any-thread] */
RC_API void rc_midi_port_disconnect(rc_midi* midi, int32_t port);

/* Ends a port after its due messages have left (at most 250 ms). Closed handles are allowed.
 * [any-thread] */
RC_API void rc_midi_port_close(rc_midi* midi, int32_t port);

/* Sends a message of 1 to 3 bytes, packed as in RC_MIDI_SHORT, now (any time that has passed) or at its time.
 * Messages of one time leave in the order in which they were sent; where the driver's buffer is full they wait.
 * [conductor-thread]
 * Returns 1, or 0 where it was refused: no such output, driver gone, no status byte, a bound is reached. */
RC_API int32_t rc_midi_send_short(rc_midi* midi, int32_t port, int64_t time, int32_t packed);

/* Sends one whole message of any length; the bytes are copied. Otherwise as rc_midi_send_short.
 * [conductor-thread] */
RC_API int32_t rc_midi_send_long(rc_midi* midi, int32_t port, int64_t time, const uint8_t* bytes, int32_t length);

/* Takes received records, as many as fit; at once where there are some, else when the first comes, when `deadline`
 * (ns, INT64_MAX for none) has passed, or after rc_midi_wake.
 * [conductor-thread]
 * buffer: aligned to 8, `capacity` at least RC_MIDI_MIN_BUFFER
 * Returns the bytes written, 0 for none, -1 where an argument is wrong. */
RC_API int32_t rc_midi_wait(rc_midi* midi, int64_t deadline, void* buffer, int32_t capacity);

/* Makes rc_midi_wait return, now or, if it is not waiting, the next time.
 * [any-thread, lock-free] */
RC_API void rc_midi_wake(rc_midi* midi);

/* Copies the counters, at most `counters->size` bytes of them.
 * [any-thread, lock-free] */
RC_API void rc_midi_count(rc_midi* midi, rc_midi_counters* counters);

/* The clock of all times here, in ns.
 * [any-thread, lock-free] */
RC_API int64_t rc_midi_now(void);

#ifdef __cplusplus
}
#endif
#endif
