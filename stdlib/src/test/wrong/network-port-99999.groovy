def keys = input('Keystation')
keys.to(output('studio:99999/Synth'))
