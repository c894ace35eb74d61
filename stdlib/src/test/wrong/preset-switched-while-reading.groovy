def keys  = input('Keys')
def synth = output('Synth')
def a = preset('A') { keys.to(synth) }
a.select()
