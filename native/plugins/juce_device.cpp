// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sound cards that JUCE knows: ALSA, CoreAudio, WASAPI.
#include <algorithm>
#include <atomic>

#include "clock.h"
#include "juce_parts.h"
#include "roadcase/engine.h"

namespace roadcase {

namespace {

using Type = juce::AudioIODeviceType;

std::vector<std::pair<std::string, std::unique_ptr<Type>>> types() {
    std::vector<std::pair<std::string, std::unique_ptr<Type>>> all;
#if JUCE_LINUX
    all.emplace_back("alsa", Type::createAudioIODeviceType_ALSA());
#elif JUCE_MAC
    all.emplace_back("coreaudio", Type::createAudioIODeviceType_CoreAudio());
#elif JUCE_WINDOWS
    all.emplace_back("wasapi", Type::createAudioIODeviceType_WASAPI(juce::WASAPIDeviceMode::shared));
#endif
    for (auto& type : all) type.second->scanForDevices();
    return all;
}

class JuceDevice final : public Device, private juce::AudioIODeviceCallback {
  public:
    JuceDevice(std::unique_ptr<juce::AudioIODevice> device, const DeviceWish& wish) : device_(std::move(device)) {
        juce::BigInteger speakers;
        speakers.setRange(0, 2, true);
        const double rate = wish.rate > 0 ? wish.rate : preferred_rate();
        const int block = wish.block > 0 ? wish.block : device_->getDefaultBufferSize();
        const juce::String error = device_->open({}, speakers, rate, block);
        if (error.isNotEmpty())
            throw Refusal(device_->getName().toStdString() + " does not open: " + error.toStdString());
    }

    ~JuceDevice() override {
        stopping_ = true;
        device_->stop();
        device_->close();
    }

    std::string name() const override { return device_->getName().toStdString(); }
    double rate() const override { return device_->getCurrentSampleRate(); }
    int32_t block() const override { return device_->getCurrentBufferSizeSamples(); }
    int32_t latency() const override { return device_->getOutputLatencyInSamples(); }

    // JUCE's thread for ALSA just ends when a card is pulled out.
    bool tells_when_lost() const override { return false; }

    void start(Player& player) override {
        player_ = &player;
        rate_ = rate();
        latency_ = latency();
        spare_.resize(static_cast<size_t>(std::max<int32_t>(block(), RC_ENGINE_MAX_FRAMES)));
        device_->start(this);
        if (!device_->isPlaying()) throw Refusal(name() + " does not begin to play");
    }

  private:
    double preferred_rate() const {
        const auto rates = device_->getAvailableSampleRates();
        return rates.contains(48000.0) || rates.isEmpty() ? 48000.0 : rates.getFirst();
    }

    void audioDeviceIOCallbackWithContext(const float* const*, int, float* const* out, int channels, int frames,
                                          const juce::AudioIODeviceCallbackContext&) override {
        const int xruns = device_->getXRunCount();
        if (xruns > xruns_) player_->overrun();
        xruns_ = std::max(xruns, xruns_);
        if (channels == 0) return;
        float* right = channels > 1 ? out[1] : spare_.data();
        player_->render(out[0], right, frames, begin_of_block(frames), latency_);
        if (channels == 1)
            for (int i = 0; i < frames; i++) out[0][i] = (out[0][i] + right[i]) / 2;
    }

    /// The card's clock as ours sees it: where a block should begin, moved a little towards when it did.
    int64_t begin_of_block(int frames) noexcept {
        const int64_t at = now();
        const auto length = static_cast<int64_t>(frames * 1e9 / rate_);
        const int64_t expected = last_ + length;
        const bool lost = last_ == 0 || std::abs(at - expected) > 4 * length;
        last_ = lost ? at : expected + (at - expected) / 32;
        return last_;
    }

    void audioDeviceAboutToStart(juce::AudioIODevice*) override {}
    void audioDeviceStopped() override {
        if (!stopping_ && player_ != nullptr) player_->lost();
    }
    void audioDeviceError(const juce::String&) override {
        if (player_ != nullptr) player_->lost();
    }

    std::unique_ptr<juce::AudioIODevice> device_;
    Player* player_ = nullptr;
    double rate_ = 48000;
    int32_t latency_ = 0;
    int64_t last_ = 0;
    int xruns_ = 0;
    std::vector<float> spare_;
    std::atomic<bool> stopping_{false};
};

}  // namespace

std::vector<PluginHost::DeviceName> juce_devices() {
    std::vector<PluginHost::DeviceName> all;
    for (const auto& [name, type] : types())
        for (const juce::String& device : type->getDeviceNames(false)) all.push_back({name, device.toStdString()});
    return all;
}

std::unique_ptr<Device> open_juce_device(const DeviceWish& wish) {
    for (const auto& [name, type] : types()) {
        if (name != wish.type) continue;
        const juce::StringArray names = type->getDeviceNames(false);
        const juce::String wanted(wish.name);
        if (names.isEmpty()) throw Refusal("there is no sound card here");
        int which = wanted.isEmpty() ? std::max(0, type->getDefaultDeviceIndex(false)) : names.indexOf(wanted, true);
        if (which < 0 && wanted.containsOnly("0123456789")) which = wanted.getIntValue() - 1;
        for (int i = 0; which < 0 && i < names.size(); i++)
            if (names[i].containsIgnoreCase(wanted)) which = i;
        if (which < 0 || which >= names.size())
            throw Refusal("there is no sound card '" + wish.name + "'; there are: " +
                          names.joinIntoString(", ").toStdString());
        std::unique_ptr<juce::AudioIODevice> device(type->createDevice(names[which], {}));
        if (device == nullptr) throw Refusal(names[which].toStdString() + " does not open");
        return std::make_unique<JuceDevice>(std::move(device), wish);
    }
    throw Refusal("'" + wish.type + "' is no kind of device here; there are jack, none, offline and the system's own: "
#if JUCE_LINUX
                  "alsa"
#elif JUCE_MAC
                  "coreaudio"
#else
                  "wasapi"
#endif
    );
}

}  // namespace roadcase
