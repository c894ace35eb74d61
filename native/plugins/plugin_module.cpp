// SPDX-License-Identifier: GPL-3.0-or-later
//
// The module itself: JUCE's message loop, its plugin formats, and what they find.
#include <dlfcn.h>
#include <pthread.h>

#include <atomic>
#include <cstdlib>

#include "juce_parts.h"

namespace roadcase {

namespace {

std::atomic<pthread_t> message_thread;

/// A bare X server refuses some of what plugins' windows ask for; the default answer of Xlib is to end the process.
void survive_x_errors() {
#if JUCE_LINUX
    using Handler = int (*)(void*, void*);
    using SetHandler = Handler (*)(Handler);
    void* x = dlopen("libX11.so.6", RTLD_LAZY | RTLD_GLOBAL);
    auto* set = x == nullptr ? nullptr : reinterpret_cast<SetHandler>(dlsym(x, "XSetErrorHandler"));
    if (set != nullptr) set([](void*, void*) { return 0; });
#endif
}

std::string text(const juce::String& from) { return from.toStdString(); }

class JuceHost final : public PluginHost {
  public:
    JuceHost() {
        juce::initialiseJuce_GUI();
        message_thread = pthread_self();
        survive_x_errors();
        formats_.addDefaultFormats();
    }

    void run() override { juce::MessageManager::getInstance()->runDispatchLoop(); }

    void post(std::function<void()> task) override { juce::MessageManager::callAsync(std::move(task)); }

    void stop() override { juce::MessageManager::getInstance()->stopDispatchLoop(); }

    std::vector<PluginFile> files(const std::vector<std::string>& folders) override {
        std::vector<PluginFile> all;
        for (juce::AudioPluginFormat* format : formats_.getFormats()) {
            // LV2 finds its bundles by itself, through LV2_PATH.
            if (!folders.empty() && format->getName() == "LV2") continue;
            juce::FileSearchPath paths;
            for (const std::string& folder : folders) paths.add(juce::File(juce::String(folder)));
            if (folders.empty()) paths = format->getDefaultLocationsToSearch();
            for (const auto& file : format->searchPathsForPlugins(paths, true, false))
                all.push_back({text(format->getName()), text(file)});
        }
        return all;
    }

    std::string format_of(const std::string& path) override {
        for (juce::AudioPluginFormat* format : formats_.getFormats())
            if (format->fileMightContainThisPluginType(path)) return text(format->getName());
        return "";
    }

    /// Also plays each for a moment: what crashes in its first block is found out here and not on a stage.
    std::vector<PluginFacts> look(const PluginFile& file) override {
        juce::OwnedArray<juce::PluginDescription> found;
        format(file.format).findAllTypesForFile(found, file.file);
        std::vector<PluginFacts> all;
        for (const juce::PluginDescription* one : found) {
            const PluginFacts facts{file.format, file.file, text(juce::String::toHexString(one->uniqueId)),
                                    text(one->name), text(one->manufacturerName), text(one->version),
                                    one->isInstrument};
            play(*load(facts, 48000, 256));
            all.push_back(facts);
        }
        return all;
    }

    std::unique_ptr<Processor> load(const PluginFacts& facts, double rate, int32_t most_frames) override {
        juce::PluginDescription wanted;
        wanted.pluginFormatName = facts.format;
        wanted.fileOrIdentifier = facts.file;
        wanted.name = facts.name;
        wanted.manufacturerName = facts.maker;
        wanted.version = facts.version;
        wanted.isInstrument = facts.instrument;
        wanted.uniqueId = juce::String(facts.uid).getHexValue32();
        juce::String error;
        auto instance = formats_.createPluginInstance(wanted, rate, most_frames, error);
        if (instance == nullptr) throw Refusal(facts.name + " does not load: " + text(error));
        return make_juce_processor(std::move(instance), rate, most_frames);
    }

    std::vector<DeviceName> devices() override { return juce_devices(); }
    std::unique_ptr<Device> open(const DeviceWish& wish) override { return open_juce_device(wish); }

  private:
    juce::AudioPluginFormat& format(const std::string& name) {
        for (juce::AudioPluginFormat* format : formats_.getFormats())
            if (text(format->getName()) == name) return *format;
        throw Refusal("this build knows no plugins of the format " + name);
    }

    static void play(Processor& processor) {
        float left[256] = {}, right[256] = {};
        const uint8_t on[] = {0x90, 60, 100}, off[] = {0x80, 60, 64};
        const Event begin{0, 3, on}, end{0, 3, off};
        for (int i = 0; i < 4; i++) {
            const Event* event = i == 0 ? &begin : &end;
            processor.process(left, right, 256, event, i == 0 || i == 2 ? 1 : 0, {});
        }
    }

    juce::AudioPluginFormatManager formats_;
};

}  // namespace

}  // namespace roadcase

#if JUCE_LINUX
// JUCE asks under a mutex which thread this is, and does so on the audio thread whenever a parameter moves. The linker
// puts this in its place (--wrap): the answer never changes, so nobody has to wait for it.
extern "C" bool __wrap__ZNK4juce14MessageManager22isThisTheMessageThreadEv(const juce::MessageManager*) noexcept {
    return pthread_equal(pthread_self(), roadcase::message_thread.load(std::memory_order_relaxed)) != 0;
}
#endif

extern "C" __attribute__((visibility("default"))) roadcase::PluginHost* roadcase_plugin_host(int version) {
    // One for the life of the process: plugins do not survive the end of their loop.
    return version == roadcase::kPluginModule ? new roadcase::JuceHost : nullptr;
}
