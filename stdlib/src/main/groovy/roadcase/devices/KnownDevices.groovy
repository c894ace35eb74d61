package roadcase.devices

import roadcase.surface.Catalogue
import roadcase.surface.DeviceSpec

/** All devices that the language knows, for commands that need no gig. */
final class KnownDevices implements Catalogue {
    @Override
    List<DeviceSpec> devices() {
        [MidiMix.SPEC, BeatStepPro.SPEC, ApcMini.SPEC, LaunchpadMini.SPEC, LaunchControlXl.SPEC, NanoKontrol2.SPEC, XTouchMini.SPEC]
    }
}
