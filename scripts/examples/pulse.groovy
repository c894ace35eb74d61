// For a host that toggles by itself: it gets each press and release, and the lights still go on and off.
def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')

mix.mute.pulse().to(daw)
