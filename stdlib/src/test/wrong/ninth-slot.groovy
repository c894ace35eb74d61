def keys = input('Keystation')
def rack = device(Rack)
keys.to(rack.slots[9])
