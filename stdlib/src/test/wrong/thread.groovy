def keys  = input('Keystation')
def synth = output('Synth')
Thread.start { keys.to(synth) }
