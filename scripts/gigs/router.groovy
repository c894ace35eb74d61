// One controller and one keyboard into one interface and into another computer. Presets are groups of lines:
// switch on as many as you like, and select the one whose sliders you want to see.
def launch   = input('Launch Control XL').ignoring(SYSEX, CLOCK, SENSE)
def keys     = input('Keystation').ignoring(SYSEX, CLOCK, SENSE)
def scarlett = output('Scarlett 2i4 USB')
def remote   = output('localhost:12345/Scarlett 2i4 USB')   // a MIDI Router or a Roadcase that listens there
def link     = clock(LINK)

def sounds = ['Warm pad', 'Glass', 'Brass', 'Choir']         // names for the positions of a slider

preset('Deep Mind') {
    startsOn()
    onBy     launch.noteOn(73)
    offBy    launch.noteOn(74)
    toggleBy launch.noteOn(75)
    selectBy launch.noteOn(76)

    launch.onChannel(6).cc(8).becomes(nrpn(8, 0..255)).to(remote)   // 128 steps of the knob over 256 of the synth
    launch.onChannel(6).cc(7).becomes(cc14(7)).to(scarlett)         // CC 7 coarse and CC 39 fine

    slider('Program', program(0..3)).toChannel(1).labels(sounds).to(scarlett)
    slider('Cutoff', cc(74)).toChannel(1).startsAt(100).sendOnSelect().to(scarlett)
    slider('Pan', cc(10)).toChannel(1).centred().to(scarlett)       // reads -64 to 63, sends 0 to 127
    slider('Drive', nrpn(8, 0..255)).toChannel(6).to(remote)
}

preset('Three hands') {
    toggleBy keys.program(5)

    def bass   = keys.zone('Bass', 0..34)
    def chords = keys.zone('Chords', 35..74)
    def solo   = keys.zone('Solo', 75..127)

    bass.transpose(12).toChannel(2).to(scarlett)
    chords.velocities(1..100).velocity(40..110).toChannel(3).to(scarlett)
    solo.transpose(-12).toChannel(4).to(remote, scarlett)
    keys.programs().quantise(1.bar, link).to(scarlett)              // a new sound comes with the next bar
    keys.noteOn(C1).after(2.beats).toChannel(10).to(scarlett)
}

// Where no plain word says it: a MIDI Router's own filter, in words or in its own notation.
preset('By the numbers') {
    launch.only {                       // [[6]], [[19, 74, 19]], [[0, 127, 1, 100]]: the rest stops
        events  NOTE_ON, NOTE_OFF
        channel 6
        data1   19..74, 19
        data2   0..127, 1..100
    }.to(scarlett)

    launch.change {                     // channel 1 becomes 6; what does not match goes on as it is
        channel 1, 6
        data1([[19, 74, 19]])
    }.to(scarlett)

    keys.drop { events KEY_AFTERTOUCH }.to(scarlett)
}

monitor launch, keys, scarlett, remote
