/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The engine: a process of its own that makes the sound. This is its client, in the process that calls.
 *
 *   slot.h moves, notes ─> ring in shared memory ─> ┌──────────────────────┐ ─> JACK, a sound card, or a silent clock
 *   loads, devices, scan <─ messages on a socket ─> │ roadcase-engine      │
 *   meter.h, status      <─ cells in shared memory ─└──────────────────────┘
 *
 * Supervision: the client keeps all that makes the sound what it is (device, plugins with their last known states and
 * parameters, levels) and starts the engine again when it dies. The plugin that was at work when it died is blamed; one
 * that was to blame three times is left out until rc_slot_load names it again. If the caller's process is stopped, the
 * engine plays on for as long as it takes; if it dies, the engine plays on for `grace`, then ends its notes, lets them
 * ring out and exits.
 *
 * Times are nanoseconds of rc_midi_now(). Texts are UTF-8 and end with NUL. Nothing here throws; a call that can fail
 * takes `error`, a text of the caller's with room for `error_capacity` bytes, and writes a sentence for a player.
 *
 * Thread tags:
 *   [control-thread] any thread of the caller's that may wait: by its deadline, which is said, it has returned;
 *                    several threads may call at the same time
 *   [any-thread]     returns at once; several threads may call at the same time; never waits for the engine
 *   [lock-free]      may besides be called from a real-time thread
 * rc_engine_close excludes every other call.
 */
#ifndef ROADCASE_ENGINE_H
#define ROADCASE_ENGINE_H

#include <stdint.h>

#include "midi.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    RC_ENGINE_SLOTS = 8,        /* numbered from 1, as they are printed */
    RC_ENGINE_MASTER = 0,       /* the number that means the master */
    RC_ENGINE_INSERTS = 8,      /* places for effects in a slot and in the master, numbered from 1 */
    RC_ENGINE_MAX_TEXT = 1024,  /* bytes of a sentence or a name, its NUL included; longer ones are cut */
    RC_ENGINE_MAX_STATE = 67108864, /* bytes of a plugin's state */
    RC_ENGINE_MAX_FRAMES = 8192 /* frames of a block */
};

/* One engine and its process. Owned by the caller from rc_engine_open to rc_engine_close. */
typedef struct rc_engine rc_engine;

/* Starts the engine. It begins on the device "none"; rc_engine_device chooses a real one.
 * [control-thread] at most 10 s
 * program: path of the program roadcase-engine; NULL or "" for the one beside this library
 * folder:  where the engine keeps the list of scanned plugins; it is made where it is missing
 * grace:   ns that the engine plays on after the caller's process has died; below 0: 10 s
 * Returns NULL with a sentence in `error`; where the system has no engine (Windows until now) too. */
RC_API rc_engine* rc_engine_open(const char* program, const char* folder, int64_t grace, char* error,
                                 int32_t error_capacity);

/* Fades the sound out, ends the process and frees `engine`; NULL is allowed.
 * [control-thread] at most 3 s; a process that does not end by itself by then is killed */
RC_API void rc_engine_close(rc_engine* engine);

/* Whether the engine answers now and sounds. */
enum {
    RC_ENGINE_STARTING = 0, /* on its way, for the first time or again: the state is being given back */
    RC_ENGINE_RUNNING = 1,
    RC_ENGINE_GAVE_UP = 2   /* died more than five times within 30 s; rc_engine_restart tries again */
};

enum {
    RC_DEVICE_SILENT = 0,  /* "none" was asked for: time passes, nothing is heard */
    RC_DEVICE_PLAYING = 1,
    RC_DEVICE_LOST = 2     /* the device is gone; the engine runs on "none" and looks for it twice a second */
};

/* What is true now, and what has happened since rc_engine_open. */
typedef struct rc_engine_status {
    uint32_t size;           /* in: sizeof(rc_engine_status) of the caller */
    uint32_t engine;         /* RC_ENGINE_STARTING ... */
    uint32_t device;         /* RC_DEVICE_SILENT ... */
    uint32_t rate;           /* frames a second */
    uint32_t block;          /* frames of a block */
    uint32_t latency;        /* frames from a block's begin to the loudspeaker, as far as the device says; plugins' own
                                not counted */
    uint32_t compensation;   /* frames that every slot is late, so that the slowest plugin is on time */
    float load;              /* part of a block's time that the last blocks took, smoothed over half a second */
    float load_max;          /* the greatest of a single block within the last second */
    uint32_t process;        /* id of the engine's process, 0 for none now */
    uint64_t blocks;         /* blocks played; stands still where the engine hangs */
    uint64_t xruns;          /* overruns: blocks that were late, or that the device says it missed */
    uint64_t restarts;       /* times the engine was started again */
    uint64_t late;           /* messages and moves that came after their time and were played at once */
    uint64_t refused;        /* messages and moves that were not taken: engine away, ring full, a bound reached */
    uint64_t dropped;        /* taken, then not played: the bound of waiting ones was reached, or the engine died */
    uint64_t not_a_number;   /* blocks in which a plugin gave NaN, infinity or a value above +80 dB; it was silenced */
    uint64_t clipped;        /* frames in which the master's safety clip was at work */
    uint64_t device_losses;  /* times the device went */
    int64_t block_time;      /* ns: when the block that was played last began */
} rc_engine_status;

/* Copies the status, at most `status->size` bytes of it.
 * [any-thread, lock-free] */
RC_API void rc_engine_status_get(rc_engine* engine, rc_engine_status* status);

/* Chooses the device. When it is lost, the engine plays on silently and takes it again when it returns.
 * [control-thread] at most 5 s; the sound fades out and in, notes end
 * type:   "jack", "alsa", "coreaudio", "wasapi", "none", or "offline": time stands still but for rc_engine_render
 * name:   JACK: name of the server; others: name, part of a name, or number from 1 as rc_engine_devices counts;
 *         NULL or "" for the default one
 * rate:   frames a second, 0 for what the device prefers; JACK takes its server's
 * block:  frames, 16 to RC_ENGINE_MAX_FRAMES, 0 for what the device prefers; JACK takes its server's
 * Returns 0, or -1 with a sentence in `error`; then the device from before is still the one. */
RC_API int32_t rc_engine_device(rc_engine* engine, const char* type, const char* name, int32_t rate, int32_t block,
                                char* error, int32_t error_capacity);

/* What the engine could play on now.
 * [control-thread] at most 5 s
 * Writes, for each device, texts that each end with NUL: its type, its name; then an empty text. Writes only where
 * everything fits. Returns the bytes needed, or -1 with a sentence in `error`. */
RC_API int32_t rc_engine_devices(rc_engine* engine, char* text, int32_t capacity, char* error,
                                 int32_t error_capacity);

/* Kinds of news. */
enum {
    RC_NEWS_ENGINE = 0,    /* number: RC_ENGINE_STARTING ...; text: why, for example who was to blame */
    RC_NEWS_DEVICE = 1,    /* number: RC_DEVICE_SILENT ...; text: its name, or what happened */
    RC_NEWS_LOADED = 2,    /* slot, position; number: as rc_slot_load returned; text: the plugin's name */
    RC_NEWS_FAILED = 3,    /* slot, position; number: as rc_slot_load returned; text: the reason. What was there before
                              plays on */
    RC_NEWS_LEFT_OUT = 4,  /* slot, position; number: how often it was to blame; text: its name. It was not given back
                              after a restart */
    RC_NEWS_SILENCED = 5,  /* slot, position; text: name and reason (NaN, infinity); it is heard again when it has been
                              well for a second */
    RC_NEWS_PARAMETER = 6, /* slot, position; number: which parameter; value: 0 to 1; text: as the plugin shows it.
                              Moved by the plugin itself or in its window, not by rc_slot_parameter */
    RC_NEWS_SCANNING = 7,  /* number: files done; value: files there are; text: the file being looked at */
    RC_NEWS_SCANNED = 8,   /* number: plugins known now; value: files that crashed, hung or are none; text: empty */
    RC_NEWS_LATENCY = 9,   /* slot, position; number: frames; the compensation has changed with it */
    RC_NEWS_BLAMED = 10    /* slot, position; number: how often; text: name of the plugin that was at work when the
                              engine died */
};

/* One piece of news. The text follows, `length` bytes with its NUL; every record starts at a multiple of 8 bytes. */
typedef struct rc_engine_news {
    int32_t kind;     /* RC_NEWS_ENGINE ... */
    int32_t slot;     /* 1 to 8, RC_ENGINE_MASTER, or -1 for none */
    int32_t position; /* 0 the instrument, 1 to 8 an insert, or -1 for none */
    int32_t number;
    double value;
    int32_t length;   /* bytes of text with its NUL */
    int32_t unused;
} rc_engine_news;

/* Takes news, as many as fit; at once where there are some, else when the first comes, when `deadline` (ns, INT64_MAX
 * for none) has passed, or after rc_engine_wake. At most 1,024 wait; then the oldest RC_NEWS_PARAMETER and
 * RC_NEWS_SCANNING go first.
 * [control-thread] by its deadline; one thread at a time
 * buffer: aligned to 8, `capacity` at least 4096
 * Returns the bytes written, 0 for none, -1 where an argument is wrong. */
RC_API int32_t rc_engine_wait(rc_engine* engine, int64_t deadline, void* buffer, int32_t capacity);

/* Makes rc_engine_wait return, now or, if it is not waiting, the next time.
 * [any-thread, lock-free] */
RC_API void rc_engine_wake(rc_engine* engine);

/* Looks for plugins, each file in a process of its own with a time limit of 20 s, in which it is loaded and played for
 * a moment; a file that is known by its date and size is not looked at again. News: RC_NEWS_SCANNING, at the end
 * RC_NEWS_SCANNED. One that runs already goes on.
 * [control-thread] at most 2 s: it returns when the scan has begun
 * folders: texts that each end with NUL, then an empty text; NULL for the usual folders of this system, and for LV2
 * again:   1 to look at everything again, also at what crashed
 * Returns 0, or -1 with a sentence in `error`. */
RC_API int32_t rc_engine_scan(rc_engine* engine, const char* folders, int32_t again, char* error,
                              int32_t error_capacity);

/* What the scan knows.
 * [control-thread] at most 5 s
 * part: only plugins whose name, maker or file contains this, in any case of letters; NULL or "" for all
 * Writes, for each plugin, texts that each end with NUL: id (what rc_slot_load takes), name, maker, format ("VST3",
 * "LV2", "AudioUnit", "built in"), kind ("instrument" or "effect"), verdict ("fine", or a sentence that says why it
 * is not offered: it crashed, it hung, it is none for this machine), version; then an empty text. A name may be empty.
 * Writes only where everything fits. Returns the bytes needed, or -1 with a sentence in `error`. */
RC_API int32_t rc_engine_plugins(rc_engine* engine, const char* part, char* text, int32_t capacity, char* error,
                                 int32_t error_capacity);

/* Ends every note in every slot, by name and by 64, 66, 67, 123 and 120, centres the bends, forgets what waits.
 * [any-thread, lock-free] */
RC_API void rc_engine_panic(rc_engine* engine);

/* Where the music stands: what plugins are told of tempo and position. rc_link_share (link.h) writes it by itself. */
typedef struct rc_timeline {
    double tempo;      /* beats a minute, 10 to 1000 */
    double beat;       /* the beat at `time`, may be negative */
    int64_t time;      /* ns */
    double quantum;    /* beats of a bar */
    int32_t playing;   /* 1 while the transport runs */
    int32_t unused;
} rc_timeline;

/* Tells the engine where the music stands; it goes on from there by itself. Values out of range are refused.
 * [any-thread] one thread at a time, rc_link_share's own included
 * Returns 1, or 0 where it was refused. */
RC_API int32_t rc_engine_timeline(rc_engine* engine, const rc_timeline* timeline);

/* On the device "offline": lets the time go on by `frames` and gives what sounds in it, two channels interleaved. There
 * time is counted from 0 at rc_engine_device: frame n is at n * 1e9 / rate ns. Messages and moves that were given
 * before it with a time in this stretch sound at exactly their frame. The same calls give the same bits.
 * [control-thread] at most 60 s
 * to: room for 2 * frames floats; frames: 1 to 65536
 * Returns 0, or -1 with a sentence in `error`. */
RC_API int32_t rc_engine_render(rc_engine* engine, float* to, int32_t frames, char* error, int32_t error_capacity);

/* Ends the engine's process, as a crash would, and starts it again with the last state.
 * [control-thread] at most 10 s
 * Returns 0 when it runs again, or -1 with a sentence in `error`. */
RC_API int32_t rc_engine_restart(rc_engine* engine, char* error, int32_t error_capacity);

#ifdef __cplusplus
}
#endif
#endif
