def rack = device(Rack)
loop('Level') {
    measure rack.master.meter
    move(rack.master.gain).between(-15.dB, 20.dB)
}
