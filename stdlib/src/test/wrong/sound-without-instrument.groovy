def rack = device(Rack)
rack.slot(1, 'Lead') {
    sound 'Felt Grand'
}
