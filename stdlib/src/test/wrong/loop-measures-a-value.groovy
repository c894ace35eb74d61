def rack = device(Rack)
loop('Level') {
    measure rack.master.gain
    move(rack.master.gain)
}
