def keys = input('Keystation)
keys.to(output('Synth'))
