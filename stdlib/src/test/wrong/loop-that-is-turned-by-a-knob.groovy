def mix = device(MidiMix)
def rack = device(Rack)
def level = loop('Level') {
    measure rack.master.meter
    move(rack.master.gain)
}
mix.knobs[1].to(level.measured)
