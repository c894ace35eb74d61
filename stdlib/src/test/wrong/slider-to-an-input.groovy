def keys = input('Keys')
preset('A') {
    slider('Cutoff', cc(74)).to(keys)
}
