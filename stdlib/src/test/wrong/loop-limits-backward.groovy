def rack = device(Rack)
loop('Level') {
    measure rack.master.meter
    move(rack.master.gain).between(3.dB, -15.dB)
}
