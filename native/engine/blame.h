// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared.h"

namespace roadcase {

/// The place whose plugin the calling thread runs, 0 for none. [audio-thread]
uint32_t& place_of_this_thread() noexcept;

/// From now on a crash writes down, before the process ends, whose plugin the crashing thread ran.
void blame_in(Shared& shared);

}  // namespace roadcase
