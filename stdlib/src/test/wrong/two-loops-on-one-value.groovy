def rack = device(Rack)
loop('Loud') {
    measure rack.master.meter
    move(rack.master.gain)
}
loop('Soft') {
    measure rack.slots[1].meter
    move(rack.master.gain)
}
