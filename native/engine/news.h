// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "roadcase/engine.h"

namespace roadcase {

/// What happened, as rc_engine_news has it.
struct News {
    int32_t kind;
    int32_t slot = -1;
    int32_t position = -1;
    int32_t number = 0;
    double value = 0;
    std::string text;
};

using TellNews = std::function<void(const News&)>;

}  // namespace roadcase
