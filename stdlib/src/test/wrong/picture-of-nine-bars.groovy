def apc  = device(ApcMini)
def rack = device(Rack)
apc.grid.bars rack.master.spectrum(9), GREEN, YELLOW, RED
