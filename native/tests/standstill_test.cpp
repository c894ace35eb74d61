// SPDX-License-Identifier: GPL-3.0-or-later
//
// The watch over a server that stands still, in a time that the test makes.
#include "standstill.h"

#include "check.h"

using namespace roadcase;

namespace {

constexpr int64_t kLook = Standstill::kLook;

/// How many looks it takes until a standstill is told, 0 for not within `most`.
int looks_until_told(Standstill& watch, uint64_t cycle, int64_t& now, int most) {
    for (int looks = 1; looks <= most; looks++) {
        now += kLook;
        if (watch.look(cycle, now)) return looks;
    }
    return 0;
}

void a_server_that_goes_on_is_left_in_peace() {
    Standstill watch;
    int64_t now = 0;
    for (uint64_t cycle = 1; cycle < 1000; cycle++) CHECK(!watch.look(cycle, now += kLook));
    // Two looks without a cycle are not yet a standstill, however often.
    for (uint64_t cycle = 1000; cycle < 1100; cycle++) {
        CHECK(!watch.look(cycle, now += kLook));
        CHECK(looks_until_told(watch, cycle, now, 2) == 0);
    }
}

void a_standstill_is_told_ever_more_rarely() {
    Standstill watch;
    int64_t now = 0;
    CHECK(!watch.look(7, now += kLook));
    CHECK(looks_until_told(watch, 7, now, 100) == 3);
    CHECK(looks_until_told(watch, 7, now, 100) == 6);
    CHECK(looks_until_told(watch, 7, now, 100) == 12);
    CHECK(looks_until_told(watch, 7, now, 100) == 24);
    CHECK(looks_until_told(watch, 7, now, 100) == Standstill::kMostLooks);
    CHECK(looks_until_told(watch, 7, now, 100) == Standstill::kMostLooks);
    // It goes again, and stands again: told as soon as at first.
    CHECK(!watch.look(8, now += kLook));
    CHECK(looks_until_told(watch, 8, now, 100) == 3);
}

void looks_count_and_not_time() {
    Standstill watch;
    int64_t now = 0;
    CHECK(!watch.look(7, now += kLook));
    // Whoever is woken often does not look more often.
    for (int i = 0; i < 1000; i++) CHECK(!watch.look(7, now + i));
    // A process that was stopped for an hour has looked once.
    CHECK(!watch.look(7, now += 3600 * kLook));
    CHECK(!watch.look(8, now += kLook));
}

void a_server_that_never_called_stands_still_too() {
    Standstill watch;
    int64_t now = 0;
    CHECK(looks_until_told(watch, 0, now, 100) == 3);
}

}  // namespace

int main() {
    a_server_that_goes_on_is_left_in_peace();
    a_standstill_is_told_ever_more_rarely();
    looks_count_and_not_time();
    a_server_that_never_called_stands_still_too();
}
