// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <exception>

namespace roadcase {

/// What all functions of the C ABI do with what went wrong.

/// Writes a sentence, cut where it does not fit.
inline void say(const char* sentence, char* error, int32_t capacity) noexcept {
    if (error == nullptr || capacity <= 0) return;
    size_t length = std::min(std::strlen(sentence), static_cast<size_t>(capacity) - 1);
    // Not in the middle of a character: continuation bytes are 10xxxxxx.
    if (sentence[length] != '\0')
        while (length > 0 && (sentence[length] & 0xC0) == 0x80) length--;
    std::memcpy(error, sentence, length);
    error[length] = '\0';
}

/// Runs `action`; what it throws becomes `failed` and a sentence.
template <typename Result, typename Action>
Result guarded(Result failed, char* error, int32_t capacity, Action&& action) noexcept {
    try {
        return action();
    } catch (const std::exception& cause) {
        say(cause.what(), error, capacity);
    } catch (...) {
        say("it failed without saying why", error, capacity);
    }
    return failed;
}

}  // namespace roadcase
