// One keyboard, two sounds: the left hand plays the bass, the right hand the piano.
// Change a line and save: the gig goes on playing with the new text.

def keys  = input('Keystation')               // write what your keyboard calls itself; 'roadcase ports' lists names
def synth = output('Synth')                   // where the notes go

def left  = keys.zone('Bass', C_1..B2)        // C4 is middle C; Cs4 is C sharp, Db4 the same key
def right = keys.zone('Piano', C3..G9)

left.transpose(12).toChannel(2).to(synth)     // one octave up, on channel 2
right.toChannel(1).to(synth)

keys.programs().to(synth)                     // zones leave program changes alone; this passes them on

// right.velocities(100..127).toChannel(3).to(synth)      // only what is played hard, on channel 3 as well
