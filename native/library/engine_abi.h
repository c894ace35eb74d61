// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "abi.h"
#include "backend.h"
#include "engine_client.h"
#include "roadcase/engine.h"

/// What is behind the handle of engine.h.
struct rc_engine {
    roadcase::EngineClient client;
};

namespace roadcase {

inline std::string text_or_empty(const char* text) { return text == nullptr ? "" : text; }

inline bool is_slot(int32_t slot) { return slot >= 0 && slot <= RC_ENGINE_SLOTS; }

inline bool is_place(int32_t slot, int32_t position) {
    return is_slot(slot) && position >= 0 && position <= RC_ENGINE_INSERTS &&
           !(slot == RC_ENGINE_MASTER && position == 0);
}

/// Throws Refused with a sentence where there is no such place.
inline void check_place(int32_t slot, int32_t position) {
    if (!is_slot(slot))
        throw Refused("there is no slot " + std::to_string(slot) + "; slots are 1 to 8, 0 is the master");
    if (slot == RC_ENGINE_MASTER && position == 0)
        throw Refused("the master has no instrument, only inserts 1 to 8");
    if (!is_place(slot, position))
        throw Refused("there is no place " + std::to_string(position) + "; 0 is the instrument, inserts are 1 to 8");
}

/// Writes where it fits. Returns the bytes needed.
template <typename Bytes>
int32_t give(const Bytes& all, void* to, int32_t capacity) {
    if (to != nullptr && capacity >= 0 && all.size() <= static_cast<size_t>(capacity))
        std::memcpy(to, all.data(), all.size());
    return static_cast<int32_t>(all.size());
}

}  // namespace roadcase
