// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock_maker.h"
#include "roadcase/link.h"

namespace roadcase {

/// Link's line as it is now. May take a lock for an instant.
BeatLine line_of(rc_link* link, int64_t time);

}  // namespace roadcase
