// SPDX-License-Identifier: GPL-3.0-or-later
#include "device.h"
#include "processor.h"

namespace roadcase {

std::unique_ptr<Device> open_jack(const DeviceWish&) {
    throw Refusal("this build knows no JACK; build the native part again with JACK's headers");
}

}  // namespace roadcase
