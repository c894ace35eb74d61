// SPDX-License-Identifier: GPL-3.0-or-later
#include "roadcase/thread.h"

#include <cerrno>

#if !defined(_WIN32)
#include <pthread.h>
#include <sched.h>
#endif

int32_t rc_thread_realtime(int32_t priority) {
#if defined(_WIN32)
    (void)priority;
    return ENOSYS;
#else
    if (priority < 1 || priority > 99) return EINVAL;
    sched_param wish{};
    wish.sched_priority = priority;
    return pthread_setschedparam(pthread_self(), SCHED_FIFO, &wish);
#endif
}
