preset('A') {
    slider('Cutoff', cc(74)).startsAt(100)
}
