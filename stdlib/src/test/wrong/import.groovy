import java.util.Timer
def keys  = input('Keystation')
def synth = output('Synth')
keys.to(synth)
