// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>

#include "processor.h"

namespace roadcase {

/// The thread that plugins want to be called from: the process's first. Until the plugins' module is loaded it waits
/// here, then in the module's own loop.
class MainLoop {
  public:
    /// How the module takes over.
    struct Other {
        std::function<void()> run;                              // until stop
        std::function<void(std::function<void()>)> post;
        std::function<void()> stop;
    };

    /// Runs tasks until stop(). [main thread]
    void run() {
        std::unique_lock lock(mutex_);
        while (!stop_) {
            if (other_.run) {
                auto run = other_.run;
                for (auto& task : tasks_) other_.post(std::move(task));
                tasks_.clear();
                lock.unlock();
                run();
                lock.lock();
                continue;
            }
            changed_.wait(lock, [this] { return stop_ || !tasks_.empty(); });
            while (!tasks_.empty() && !stop_) {
                auto task = std::move(tasks_.front());
                tasks_.pop_front();
                lock.unlock();
                task();
                task = nullptr;
                lock.lock();
            }
        }
    }

    /// From the next task on, tasks run in another loop. [main thread]
    void hand_over(Other other) {
        std::lock_guard lock(mutex_);
        other_ = std::move(other);
    }

    /// [any-thread]
    void post(std::function<void()> task) {
        std::lock_guard lock(mutex_);
        if (running_other()) {
            other_.post(std::move(task));
            return;
        }
        tasks_.push_back(std::move(task));
        changed_.notify_one();
    }

    void stop() {
        std::lock_guard lock(mutex_);
        stop_ = true;
        if (other_.stop) other_.stop();
        changed_.notify_one();
    }

    /// Runs a task and gives its result; what it throws comes out here. Throws Refusal after `wait`: the task may still
    /// run then, so it must own what it uses. Not from the main thread.
    template <typename Task>
    auto call(std::chrono::milliseconds wait, Task task) -> decltype(task()) {
        using Result = decltype(task());
        auto packed = std::make_shared<std::packaged_task<Result()>>(std::move(task));
        auto result = packed->get_future();
        post([packed] { (*packed)(); });
        if (result.wait_for(wait) != std::future_status::ready)
            throw Refusal("the engine is busy with a plugin and does not answer in time");
        return result.get();
    }

  private:
    bool running_other() const { return static_cast<bool>(other_.post) && tasks_.empty(); }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> tasks_;
    Other other_;
    bool stop_ = false;
};

}  // namespace roadcase
