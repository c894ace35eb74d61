def rack = device(Rack)
rack.slot(1, 'Lead') {
    instrument 'Poly'
    gain 0.8
}
