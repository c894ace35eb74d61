// Play softly for strings; hit hard and the brass joins in.
def keys  = input('Keystation')
def synth = output('Synth')

keys.velocity(20..90).toChannel(1).to(synth)                          // strings, never harsh
keys.velocities(100..127).velocity(60..127).toChannel(2).to(synth)    // brass, only for what is played hard
