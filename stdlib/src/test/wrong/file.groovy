def keys  = input('Keystation')
def synth = output('Synth')
new File('evening.txt').delete()
keys.to(synth)
