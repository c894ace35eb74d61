// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "device.h"
#include "processor.h"

namespace roadcase {

/// A file, or for some formats a name, behind which plugins may be.
struct PluginFile {
    std::string format;
    std::string file;
};

/// A plugin, as far as one knows without having it at work.
struct PluginFacts {
    std::string format;  // "VST3", "LV2", "AudioUnit"
    std::string file;
    std::string uid;     // which one in the file
    std::string name;
    std::string maker;
    std::string version;
    bool instrument = false;

    std::string id() const { return format + ":" + file + "#" + uid; }
};

/// What the module of plugins can do. Except for `post`, `stop` and `files`, from the main thread only.
class PluginHost {
  public:
    virtual ~PluginHost() = default;

    /// The loop that plugins need around them; returns after stop().
    virtual void run() = 0;
    virtual void post(std::function<void()> task) = 0;
    virtual void stop() = 0;

    /// Where plugins may be, by folders, or in the usual ones of this system where there are none.
    virtual std::vector<PluginFile> files(const std::vector<std::string>& folders) = 0;

    /// The format that a path looks like, "" for none.
    virtual std::string format_of(const std::string& path) = 0;

    /// What is in a file. Runs code of the plugin: may crash, may hang.
    virtual std::vector<PluginFacts> look(const PluginFile& file) = 0;

    /// Throws Refusal.
    virtual std::unique_ptr<Processor> load(const PluginFacts& facts, double rate, int32_t most_frames) = 0;

    struct DeviceName {
        std::string type, name;
    };
    virtual std::vector<DeviceName> devices() = 0;
    virtual std::unique_ptr<Device> open(const DeviceWish& wish) = 0;
};

/// Loads the module that lies beside the program; throws Refusal with what to do where it is missing. Once.
PluginHost& load_plugin_host();

/// What the module exports; another number means that it was built from other sources.
constexpr int kPluginModule = 1;
extern "C" using MakePluginHost = PluginHost* (*)(int version);

}  // namespace roadcase
