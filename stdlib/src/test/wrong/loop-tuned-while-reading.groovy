def rack = device(Rack)
def level = loop('Level') {
    measure rack.master.meter
    move(rack.master.gain)
}
level.tune(3.dB)
