// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include "shared.h"

namespace roadcase {

/// Memory that the engine may have too; it is there until its owner goes, whatever engines come and go.
class SharedMemory {
  public:
    SharedMemory();  // throws Refused
    ~SharedMemory();
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;
    Shared& shared() noexcept { return *shared_; }
    const Shared& shared() const noexcept { return *shared_; }
    int fd() const { return fd_; }

  private:
    int fd_ = -1;
    Shared* shared_ = nullptr;
};

/// One run of the engine's program. [control-thread]
class EngineProcess {
  public:
    /// Starts it; throws Refused. The socket's end here is `socket`, to be taken.
    EngineProcess(const std::string& program, const SharedMemory& memory, const std::string& folder, int64_t grace);

    /// Ends it where it still runs.
    ~EngineProcess();
    EngineProcess(const EngineProcess&) = delete;
    EngineProcess& operator=(const EngineProcess&) = delete;

    int take_socket();
    int32_t id() const { return id_; }

    /// Waits for its end, at most so many milliseconds, then ends it. Returns how it went, a part of a sentence.
    std::string reap(int milliseconds);

    void kill() noexcept;

  private:
    int socket_ = -1;
    int32_t id_ = 0;
    std::atomic<bool> reaped_{false};
};

/// The program beside this library.
std::string engine_beside_library();

}  // namespace roadcase
