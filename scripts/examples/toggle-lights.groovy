// MUTE buttons that remember: a press switches on, the next one off, and the light tells the truth.
def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')

mix.mute.toggles().to(daw)                                  // notes: on at one press, off at the next
mix.recArm.toggles().becomes(cc(80..87)).to(daw)            // CCs 80 to 87: 127 and 0
