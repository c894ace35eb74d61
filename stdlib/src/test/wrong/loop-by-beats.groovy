def rack = device(Rack)
loop('Level') {
    measure rack.master.meter
    over 2.bars
    move(rack.master.gain)
}
