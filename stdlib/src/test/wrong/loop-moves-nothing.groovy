def rack = device(Rack)
loop('Level') {
    measure rack.master.meter
}
