def rack = device(Rack)
loop('Level') {
    measure rack.master.meter
    move(rack.master.gain)
    pauseWhen true
}
