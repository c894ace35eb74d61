def mix = device(MidiMix)
def rack = device(Rack)
loop('Level') {
    measure rack.master.meter
    move(rack.master.gain)
}
mix.knobs[1].between(-30.dB, -10.dB).to(loop('Levle').target)
