// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// While this lives, the calling thread ends the process when it allocates, frees or takes a lock. In builds with a
/// sanitizer, which brings its own allocator, it does nothing.
class AudioTrap {
  public:
    /// Whether a mutex with priority inheritance springs it too.
    enum Heirs { kCaught, kPass };

    explicit AudioTrap(Heirs heirs = kCaught);
    ~AudioTrap();

    /// Whether traps are set in this build.
    static bool works();
};
