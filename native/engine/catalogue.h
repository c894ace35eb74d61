// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "plugin_host.h"
#include "wire.h"

namespace roadcase {

/// What is known of the plugins of this machine: kept in a file, found out in processes of their own.
class Catalogue {
  public:
    /// One file that was looked at.
    struct Looked {
        PluginFile file;
        int64_t date = 0, size = 0;  // as it was then
        std::string verdict;         // "" where all was well
        std::vector<PluginFacts> plugins;
    };

    /// folder: where the file is kept, "" for nowhere
    explicit Catalogue(std::string folder);
    ~Catalogue();

    struct Progress {
        std::function<void(int done, int all, const std::string& file)> looking;
        std::function<void(int known, int bad)> over;
    };

    /// Looks at these files in a thread of its own; where one runs already, it goes on and nothing else happens.
    void scan(std::vector<PluginFile> files, bool again, Progress progress);

    /// Looks at one file now. [may wait for 20 s]
    void look(const PluginFile& file, bool again);

    /// What a player may mean: an id, a path, a name, a part of a name. Throws Refusal with a sentence.
    PluginFacts find(const std::string& wanted) const;

    /// As rc_engine_plugins says.
    Texts texts(const std::string& part) const;

  private:
    void load();
    void save() const;
    void forget_the_gone();
    Looked examine(const PluginFile& file) const;
    static std::string key(const PluginFile& file) { return file.format + ":" + file.file; }

    const std::string folder_;
    mutable std::mutex mutex_;
    std::map<std::string, Looked> files_;
    std::mutex scan_;
    std::thread scanner_;
    std::atomic<bool> scanning_{false};
    std::atomic<bool> stop_{false};
};


/// How the process that looks at a file tells what it found: one line.
std::string plugin_line(const PluginFacts& facts);

}  // namespace roadcase
