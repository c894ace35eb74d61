def keys  = input('Keys')
def synth = output('Synth')
preset('Deep Mind') { keys.to(synth) }
keys.program(1).onEvent { m -> }
def deep = preset('Deep Mint')
