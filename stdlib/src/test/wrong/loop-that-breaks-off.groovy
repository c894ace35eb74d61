def rack = device(Rack)
loop('Level') {
    measure rack.master.meter
    move(rack.master.gain)
    silence(-50.dB).until(-60.dB, 1.second)
}
