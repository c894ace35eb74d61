def mix  = device(MidiMix)
def rack = device(Rack)
mix.faders[1].to(rack.slots[1].mute)
