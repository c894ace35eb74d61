def rack = device(Rack)
rack.master { gain(11.dB) }
