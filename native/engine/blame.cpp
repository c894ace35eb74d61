// SPDX-License-Identifier: GPL-3.0-or-later
#include "blame.h"

#include <csignal>

namespace roadcase {

namespace {

thread_local uint32_t place_here = 0;
Shared* blamed_in = nullptr;

/// Only what is allowed in a signal's handler: atomics in memory that is there.
void on_crash(int number) {
    if (blamed_in != nullptr) {
        // A thread of the plugin's own has no place; whoever is being loaded is the likeliest then.
        const uint32_t place = place_here != 0 ? place_here : blamed_in->loading_place.load();
        blamed_in->blamed_place = place;
    }
    std::signal(number, SIG_DFL);
    std::raise(number);
}

}  // namespace

uint32_t& place_of_this_thread() noexcept { return place_here; }

void blame_in(Shared& shared) {
    blamed_in = &shared;
    for (const int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) std::signal(number, on_crash);
}

}  // namespace roadcase
