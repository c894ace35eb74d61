// Two sounds of one keyboard: a program change selects one of them; pedal 80 adds the other.
def keys  = input('Keystation')
def synth = output('Synth')
def organs = ['Soft', 'Full', 'Leslie | CC-80-127 WAIT-500 CC-81-64']     // after | what the name sends

preset('Piano') {
    startsOn()
    selectBy keys.program(0)
    keys.notes().toChannel(1).to(synth)
    slider('Volume', cc(7)).startsAt(100).sendOnSelect().to(synth)
}

preset('Organ') {
    selectBy keys.program(1)
    toggleBy keys.cc(80)                        // switched off, it still ends the notes that it began
    keys.notes().transpose(-12).toChannel(2).to(synth)
    always { keys.cc(1).toChannel(2).to(synth) }
    slider('Stops', cc(70, 0..2)).toChannel(2).labels(organs).sendWhenOn().to(synth)
    slider('Pan',   cc(10)).toChannel(2).centred().to(synth)
}
