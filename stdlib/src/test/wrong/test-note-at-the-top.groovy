def rack = device(Rack)
def lead = rack.slot(1, 'Lead') { instrument 'Poly' }
lead.play(C4)
