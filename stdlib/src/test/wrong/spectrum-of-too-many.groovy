def rack = device(Rack)
rack.slot(1, 'Lead') { instrument 'Poly' }
panel('Stage') { meter 'Bands', rack.master.spectrum(65) }
