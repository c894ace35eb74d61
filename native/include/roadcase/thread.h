/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a thread may ask of the system.
 */
#ifndef ROADCASE_THREAD_H
#define ROADCASE_THREAD_H

#include <stdint.h>

#include "midi.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Asks for SCHED_FIFO for the calling thread.
 * [any-thread]
 * priority: 1 (least) to 99; JACK's own threads run at about 70
 * Returns 0, or errno: EPERM without the right to it, EINVAL for a wrong priority, ENOSYS where the system has no such
 * thing. On failure the thread runs on as before. */
RC_API int32_t rc_thread_realtime(int32_t priority);

#ifdef __cplusplus
}
#endif
#endif
