def keys  = input('Keys')
def synth = output('Synth')
preset('A') {
    preset('B') { keys.to(synth) }
}
