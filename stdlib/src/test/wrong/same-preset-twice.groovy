def keys  = input('Keys')
def synth = output('Synth')
preset('A') { keys.to(synth) }
preset('A') { keys.transpose(12).to(synth) }
