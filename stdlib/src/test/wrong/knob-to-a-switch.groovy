def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
def through = mix.faders.to(daw)
mix.knobs[1].to(through.on)
