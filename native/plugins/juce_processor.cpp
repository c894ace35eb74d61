// SPDX-License-Identifier: GPL-3.0-or-later
//
// One plugin, hosted by JUCE in this process.
#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "juce_parts.h"

namespace roadcase {

namespace {

constexpr int kMidiBytes = 1 << 19;  // more than a block's worth of events of ours can ever be

std::string text(const juce::String& from) { return from.toStdString(); }

/// What plugins ask about the music.
class PlayHead final : public juce::AudioPlayHead {
  public:
    Moment moment;

    juce::Optional<PositionInfo> getPosition() const override {
        PositionInfo info;
        const double bars = std::floor(moment.beat / moment.quantum);
        info.setBpm(moment.tempo);
        info.setPpqPosition(moment.beat);
        info.setPpqPositionOfLastBarStart(bars * moment.quantum);
        info.setBarCount(static_cast<juce::int64>(bars));
        info.setTimeSignature(TimeSignature{static_cast<int>(moment.quantum), 4});
        info.setTimeInSamples(moment.frame);
        info.setTimeInSeconds(static_cast<double>(moment.frame) / moment.rate);
        info.setHostTimeNs(static_cast<juce::uint64>(moment.time));
        info.setIsPlaying(moment.playing);
        return info;
    }
};

/// The plugin's own window in a frame of ours.
class Window final : public juce::DocumentWindow {
  public:
    Window(const juce::String& title, juce::AudioProcessorEditor* editor)
        : DocumentWindow(title, juce::Colours::black, closeButton | minimiseButton) {
        setUsingNativeTitleBar(true);
        setContentOwned(editor, true);
        setResizable(editor->isResizable(), false);
        centreWithSize(getWidth(), getHeight());
        setVisible(true);
    }
    void closeButtonPressed() override { setVisible(false); }
};

class JuceProcessor final : public Processor, private juce::AudioProcessorListener {
  public:
    JuceProcessor(std::unique_ptr<juce::AudioPluginInstance> instance, double rate, int32_t most_frames)
        : instance_(std::move(instance)), name_(text(instance_->getName())) {
        instance_->setPlayHead(&head_);
        instance_->setProcessingPrecision(juce::AudioProcessor::singlePrecision);
        prefer_stereo();
        instance_->addListener(this);
        prepare(rate, most_frames);
    }

    ~JuceProcessor() override {
        window_.reset();
        instance_->removeListener(this);
        instance_->releaseResources();
    }

    const std::string& name() const override { return name_; }

    void prepare(double rate, int32_t most_frames) override {
        instance_->releaseResources();
        instance_->setRateAndBufferSizeDetails(rate, most_frames);
        instance_->prepareToPlay(rate, most_frames);
        inputs_ = instance_->getTotalNumInputChannels();
        outputs_ = instance_->getTotalNumOutputChannels();
        main_inputs_ = instance_->getMainBusNumInputChannels();
        main_outputs_ = instance_->getMainBusNumOutputChannels();
        buffer_.setSize(std::max({inputs_, outputs_, 2}), most_frames);
        midi_.ensureSize(kMidiBytes);
        latency_ = instance_->getLatencySamples();
    }

    void process(float* left, float* right, int32_t frames, const Event* events, int32_t count,
                 const Moment& moment) noexcept override {
        head_.moment = moment;
        midi_.clear();
        for (int32_t i = 0; i < count; i++)
            midi_.addEvent(events[i].bytes, static_cast<int>(events[i].length), events[i].frame);
        // Every bus that the plugin declares is there; what we do not use is silent.
        for (int channel = 0; channel < buffer_.getNumChannels(); channel++) buffer_.clear(channel, 0, frames);
        if (main_inputs_ == 1) {
            for (int32_t i = 0; i < frames; i++) buffer_.getWritePointer(0)[i] = (left[i] + right[i]) / 2;
        } else if (main_inputs_ >= 2) {
            buffer_.copyFrom(0, 0, left, frames);
            buffer_.copyFrom(1, 0, right, frames);
        }
        // A view of so many frames, without an allocation.
        juce::AudioBuffer<float> block(buffer_.getArrayOfWritePointers(), std::max({inputs_, outputs_, 1}), frames);
        if (instance_->isSuspended()) block.clear();
        else instance_->processBlock(block, midi_);
        if (main_outputs_ == 0) {
            std::fill_n(left, frames, 0.0f);
            std::fill_n(right, frames, 0.0f);
            return;
        }
        std::copy_n(buffer_.getReadPointer(0), frames, left);
        std::copy_n(buffer_.getReadPointer(main_outputs_ >= 2 ? 1 : 0), frames, right);
    }

    void parameter(int32_t number, float value) noexcept override {
        const auto& all = instance_->getParameters();
        if (number < all.size()) all.getUnchecked(number)->setValue(value);
    }

    void reset() noexcept override { instance_->reset(); }

    int32_t latency() const noexcept override { return latency_; }

    std::vector<Parameter> parameters() override {
        std::vector<Parameter> all;
        const auto& theirs = instance_->getParameters();
        for (int i = 0; i < theirs.size(); i++) {
            juce::AudioProcessorParameter& one = *theirs.getUnchecked(i);
            const juce::String called = one.getName(256);
            if (hidden(one, called)) continue;
            const int steps = one.getNumSteps();
            all.push_back({i, text(called), one.getValue(), one.getDefaultValue(),
                           steps == juce::AudioProcessor::getDefaultNumParameterSteps() ? 0 : steps,
                           text(one.getCurrentValueAsText()), text(one.getLabel())});
        }
        return all;
    }

    std::vector<char> state() override {
        juce::MemoryBlock block;
        instance_->getStateInformation(block);
        const auto* from = static_cast<const char*>(block.getData());
        return {from, from + block.getSize()};
    }

    void state(const std::vector<char>& bytes) override {
        if (bytes.size() > 4 && std::memcmp(bytes.data(), "VST3", 4) == 0) {
            preset(juce::MemoryBlock(bytes.data(), bytes.size()));
            return;
        }
        // JUCE takes what it does not understand without a word.
        if (instance_->getPluginDescription().pluginFormatName == "VST3" && !looks_like_a_state(bytes))
            throw Refusal("these " + std::to_string(bytes.size()) + " bytes are no state of it");
        instance_->setStateInformation(bytes.data(), static_cast<int>(bytes.size()));
        latency_ = instance_->getLatencySamples();
    }

    std::vector<SoundName> sounds() override {
        std::vector<SoundName> all;
        const int programs = instance_->getNumPrograms();
        for (int i = 0; i < programs; i++) {
            const juce::String called = instance_->getProgramName(i);
            if (called.isNotEmpty() && (programs > 1 || !called.equalsIgnoreCase("default")))
                all.push_back({text(called), ""});
        }
        for (const juce::File& file : preset_files())
            all.push_back({text(file.getFileNameWithoutExtension()), text(file.getFullPathName())});
        return all;
    }

    void sound(const std::string& wanted) override {
        const juce::String called(wanted);
        for (int i = 0; i < instance_->getNumPrograms(); i++) {
            if (!instance_->getProgramName(i).equalsIgnoreCase(called)) continue;
            instance_->setCurrentProgram(i);
            return;
        }
        juce::Array<juce::File> files = preset_files();
        if (juce::File::isAbsolutePath(called)) files.insert(0, juce::File(called));
        for (const juce::File& file : files) {
            const juce::String path = file.getFullPathName();
            if (path != called && !file.getFileNameWithoutExtension().equalsIgnoreCase(called)) continue;
            juce::MemoryBlock bytes;
            if (!file.loadFileAsData(bytes)) throw Refusal("the sound " + text(path) + " cannot be read");
            preset(bytes);
            return;
        }
        Processor::sound(wanted);
    }

    void window(bool show) override {
        if (!show) {
            window_.reset();
            return;
        }
#if JUCE_LINUX
        // Without a display, JUCE's windows end the process.
        const char* display = std::getenv("DISPLAY");
        if (display == nullptr || *display == '\0' ||
            juce::Desktop::getInstance().getDisplays().displays.isEmpty())
            throw Refusal("there is no display here that " + name_ + " could show its window on");
#endif
        if (window_ != nullptr) {
            window_->setVisible(true);
            window_->toFront(true);
            return;
        }
        juce::AudioProcessorEditor* editor = instance_->hasEditor() ? instance_->createEditorIfNeeded() : nullptr;
        if (editor == nullptr) throw Refusal(name_ + " has no window");
        window_ = std::make_unique<Window>(instance_->getName(), editor);
    }

    void listen(Told told) override { told_ = std::move(told); }

  private:
    /// Two channels in and out where the plugin can; of more outputs we hear the first two.
    void prefer_stereo() {
        auto layout = instance_->getBusesLayout();
        const auto stereo = juce::AudioChannelSet::stereo();
        const bool in = layout.inputBuses.size() > 0 && layout.getMainInputChannels() != 2;
        const bool out = layout.outputBuses.size() > 0 && layout.getMainOutputChannels() != 2;
        if (in) layout.inputBuses.getReference(0) = stereo;
        if (out) layout.outputBuses.getReference(0) = stereo;
        if (in || out) instance_->setBusesLayout(layout);
    }

    /// MIDI controllers that some frameworks show as parameters, 2,080 of them; the choice of a program, which sound()
    /// is for; and what cannot be moved.
    static bool hidden(const juce::AudioProcessorParameter& one, const juce::String& called) {
        return !one.isAutomatable() || called.isEmpty() || called.startsWith("MIDI Ch. ") ||
               called.startsWith("MIDI CC ") || called == "Current Program";
    }

    /// Source: juce::AudioProcessor::copyXmlToBinary: a number, the length of the text, the text.
    static bool looks_like_a_state(const std::vector<char>& bytes) {
        constexpr uint32_t kXml = 0x21324356;
        if (bytes.size() < 9 || juce::ByteOrder::littleEndianInt(bytes.data()) != kXml) return false;
        return juce::ByteOrder::littleEndianInt(bytes.data() + 4) <= bytes.size() - 8;
    }

    void preset(const juce::MemoryBlock& bytes) {
        struct Setter final : juce::ExtensionsVisitor {
            const juce::MemoryBlock& bytes;
            bool fits = false;
            explicit Setter(const juce::MemoryBlock& all) : bytes(all) {}
            void visitVST3Client(const VST3Client& client) override { fits = client.setPreset(bytes); }
        } setter(bytes);
        instance_->getExtensions(setter);
        if (!setter.fits) throw Refusal("this .vstpreset file is not one of " + name_);
        latency_ = instance_->getLatencySamples();
    }

    juce::Array<juce::File> preset_files() const {
        const auto facts = instance_->getPluginDescription();
        juce::Array<juce::File> all;
        if (facts.pluginFormatName != "VST3") return all;
        const juce::String inside = facts.manufacturerName + "/" + facts.name;
        const auto home = juce::File::getSpecialLocation(juce::File::userHomeDirectory);
#if JUCE_MAC
        const juce::File folders[] = {home.getChildFile("Library/Audio/Presets"), juce::File("/Library/Audio/Presets")};
#else
        const juce::File folders[] = {home.getChildFile(".vst3/presets"), juce::File("/usr/share/vst3/presets"),
                                      juce::File("/usr/local/share/vst3/presets")};
#endif
        for (const juce::File& folder : folders)
            all.addArray(folder.getChildFile(inside).findChildFiles(juce::File::findFiles, true, "*.vstpreset"));
        all.sort();
        return all;
    }

    void audioProcessorParameterChanged(juce::AudioProcessor*, int number, float value) override {
        if (!juce::MessageManager::existsAndIsCurrentThread() || !told_.moved) return;
        const auto& all = instance_->getParameters();
        if (number < all.size()) told_.moved(number, value, text(all.getUnchecked(number)->getText(value, 256)));
    }

    void audioProcessorChanged(juce::AudioProcessor*, const ChangeDetails& details) override {
        if (!details.latencyChanged || !juce::MessageManager::existsAndIsCurrentThread()) return;
        latency_ = instance_->getLatencySamples();
        if (told_.latency) told_.latency();
    }

    std::unique_ptr<juce::AudioPluginInstance> instance_;
    const std::string name_;
    PlayHead head_;
    juce::AudioBuffer<float> buffer_;
    juce::MidiBuffer midi_;
    int inputs_ = 0, outputs_ = 0, main_inputs_ = 0, main_outputs_ = 0;
    int32_t latency_ = 0;
    Told told_;
    std::unique_ptr<Window> window_;
};

}  // namespace

std::unique_ptr<Processor> make_juce_processor(std::unique_ptr<juce::AudioPluginInstance> instance, double rate,
                                               int32_t most_frames) {
    return std::make_unique<JuceProcessor>(std::move(instance), rate, most_frames);
}

}  // namespace roadcase
