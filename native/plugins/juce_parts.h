// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_audio_devices/juce_audio_devices.h>
#include <juce_audio_processors/juce_audio_processors.h>

#include "plugin_host.h"

namespace roadcase {

std::unique_ptr<Processor> make_juce_processor(std::unique_ptr<juce::AudioPluginInstance> instance, double rate,
                                               int32_t most_frames);

std::vector<PluginHost::DeviceName> juce_devices();
std::unique_ptr<Device> open_juce_device(const DeviceWish& wish);

}  // namespace roadcase
