def rack = device(Rack)
rack.slot(1, 'Lead') { instrument 'Poly' }
rack.slot(1, 'Bass') { instrument 'Poly' }
