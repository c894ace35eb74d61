def keys = input('Keystation')
def rack = device(Rack)
rack.slot(1, 'Lead') { instrument 'Poly' }
keys.to(rack.slot('Led'))
