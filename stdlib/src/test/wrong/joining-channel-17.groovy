def keys  = input('Keystation').joining(7, channel: 17)
keys.to(output('Synth'))
