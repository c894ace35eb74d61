def keys  = input('Keys')
def synth = output('Synth')
preset('A') {
    toggleBy()
    keys.to(synth)
}
