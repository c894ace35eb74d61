// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "counters.h"
#include "inbox.h"
#include "outbox.h"

namespace roadcase {

/// Why something could not be done: a sentence for the player. Becomes a return value at the ABI.
struct Refused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A port that others offer.
struct Offer {
    bool input;  // we can receive from it
    std::string id;
    std::vector<std::string> aliases;
};

/// One driver. The inbox and the outbox are the same for all; what differs is who fills and who empties them.
/// The functions are those of midi.h; all are [any-thread] except `ready`, `posted`.
class Backend {
  public:
    virtual ~Backend() = default;

    virtual std::vector<Offer> list() = 0;
    virtual int32_t open(bool input, const std::string& name, bool owned) = 0;
    virtual void connect(int32_t port, const std::string& id) = 0;
    virtual void disconnect(int32_t port) = 0;
    virtual void close(int32_t port) = 0;
    virtual bool alive() const noexcept = 0;

    /// Whether this handle is an output that takes messages now. [conductor-thread, lock-free]
    virtual bool ready(int32_t port) const noexcept = 0;

    /// Something was put into the outbox. [conductor-thread, lock-free]
    virtual void posted() noexcept = 0;

    Inbox& inbox() noexcept { return inbox_; }
    Outbox& outbox() noexcept { return outbox_; }
    Counters& counters() noexcept { return counters_; }

    /// Whose turn it is to call outbox().post_clock: held for one message, never by the conductor or the driver.
    std::mutex& clocks() noexcept { return clocks_; }

  protected:
    Counters counters_;
    Inbox inbox_{counters_};
    Outbox outbox_{counters_};
    std::mutex clocks_;
};

}  // namespace roadcase
