def rack = device(Rack)
loop('Level') {
    move(rack.master.gain)
}
