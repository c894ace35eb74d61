// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "wire.h"

namespace roadcase {

/// One end of the socket between client and engine. Sending never waits for the other side: a stopped one must not stop
/// us; what it does not take waits here, and where too much waits, news goes first.
class Channel {
  public:
    explicit Channel(int fd);
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    struct Message {
        uint32_t kind = 0;
        uint32_t id = 0;
        std::vector<char> payload;
    };

    /// The next message; false when the other side is gone, or sends what is no message. One thread.
    bool receive(Message& message);

    /// [any-thread] Returns false where too much waits already.
    bool send(uint32_t kind, uint32_t id, const WireWriter& payload);

    /// Waits until all is sent, at most so many milliseconds. [any-thread]
    void flush(int milliseconds);

    /// Makes receive() return false. [any-thread]
    void shut();

  private:
    bool read_all(void* to, size_t length);
    void write();

    static constexpr size_t kNewsMost = 4096;
    static constexpr size_t kBytesMost = size_t{256} << 20;

    const int fd_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::vector<char>> waiting_;
    size_t waiting_bytes_ = 0;
    bool writing_ = false;
    bool stop_ = false;
    std::thread writer_;
};

}  // namespace roadcase
