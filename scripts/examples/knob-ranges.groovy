// Knobs that do not go too far, one that goes the other way, and faders that do not jump.
def mix   = device(MidiMix)
def synth = output('Synth')

mix.strips[1].top.becomes(cc(74, 40..110)).to(synth)        // a filter that never closes
mix.strips[1].mid.becomes(cc(71, 100..0)).to(synth)         // to the right is less
mix.strips[1].fader.pickup().becomes(cc(7)).to(synth)       // silent until it meets the last volume
