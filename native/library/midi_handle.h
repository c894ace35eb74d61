// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "backend.h"
#include "roadcase/midi.h"

/// What is behind the handle of midi.h.
struct rc_midi {
    std::unique_ptr<roadcase::Backend> backend;
};
