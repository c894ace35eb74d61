// SPDX-License-Identifier: GPL-3.0-or-later
#include "patience.h"

#include <atomic>

#include "check.h"
#include "clock.h"

using namespace roadcase;

int main() {
    // What comes back is waited for, and what it did is seen.
    int done = 0;
    CHECK(within(milliseconds(30'000), [&] { done = 1; }));
    CHECK(done == 1);

    // What does not come back is left alone in time; when it comes after all, it finds what it needs.
    auto go = std::make_shared<std::atomic<bool>>(false);
    auto late = std::make_shared<std::atomic<bool>>(false);
    const int64_t began = now();
    CHECK(!within(milliseconds(50), [go, late] {
        while (!*go) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        *late = true;
    }));
    CHECK(now() - began >= milliseconds(50) && !*late);
    *go = true;
    for (const int64_t end = now() + milliseconds(30'000); !*late && now() < end;)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    CHECK(*late);
}
