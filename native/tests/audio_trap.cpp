// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio_trap.h"

#if defined(__GLIBC__) || defined(__linux__)
#include <features.h>
#endif

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#include <dlfcn.h>
#include <pthread.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace {

thread_local int trapped = 0;
thread_local bool heirs_pass = false;

/// Whoever holds such a mutex is as urgent as who waits for it. Source: glibc's struct_mutex.h and pthreadP.h.
bool inherits(const pthread_mutex_t* mutex) {
    constexpr int kPriorityInheritance = 32;
    return (mutex->__data.__kind & kPriorityInheritance) != 0;
}

void spring(const char* what) {
    if (trapped == 0) return;
    trapped = 0;
    const char* words[] = {"on the audio thread somebody called ", what, "\n"};
    for (const char* word : words) [[maybe_unused]] const auto written = write(2, word, std::strlen(word));
    std::abort();
}

}  // namespace

// In place of the C library's: every allocation of the process comes by here, also of what it loads.
#pragma GCC visibility push(default)
extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
void __libc_free(void*);

void* malloc(std::size_t size) {
    spring("malloc");
    return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
    spring("calloc");
    return __libc_calloc(count, size);
}
void* realloc(void* from, std::size_t size) {
    spring("realloc");
    return __libc_realloc(from, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
    spring("aligned_alloc");
    return __libc_memalign(alignment, size);
}
void free(void* from) {
    if (from != nullptr) spring("free");
    __libc_free(from);
}

int pthread_mutex_lock(pthread_mutex_t* mutex) {
    if (!heirs_pass || !inherits(mutex)) spring("pthread_mutex_lock");
    static auto* theirs = reinterpret_cast<int (*)(pthread_mutex_t*)>(dlsym(RTLD_NEXT, "pthread_mutex_lock"));
    return theirs(mutex);
}
}
#pragma GCC visibility pop

AudioTrap::AudioTrap(Heirs heirs) {
    trapped++;
    heirs_pass = heirs == kPass;
}
AudioTrap::~AudioTrap() { trapped--; }
bool AudioTrap::works() { return true; }

#else

AudioTrap::AudioTrap(Heirs) {}
AudioTrap::~AudioTrap() {}
bool AudioTrap::works() { return false; }

#endif
