// The filters of the MIDI Router, for what no single word says: several conditions at once, and what comes of them.
def keys  = input('Keystation')
def synth = output('Synth')

keys.only {                        // what matches is changed and passes, the rest stops
    events  NOTE_ON, NOTE_OFF
    channel 1..4                   // one of these
    data1   36..59, 48             // moved: 36 becomes 48
    data2   1..127, 40..110        // stretched
}.to(synth)

keys.change {                      // what matches is changed, the rest passes
    events CC
    data1([[1, 1, 74], [2, 2, 71]])     // the router's own notation; of several ranges the last one counts
}.drop { events NOTE_ON, NOTE_OFF }.to(synth)
