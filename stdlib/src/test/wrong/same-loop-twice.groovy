def rack = device(Rack)
loop('Level') {
    measure rack.master.meter
    move(rack.master.gain)
}
loop('Level') {
    measure rack.slots[1].meter
    move(rack.slots[1].gain)
}
