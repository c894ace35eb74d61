def mix = device(MidiMix)
pages(mix) {
    choose mix.recArm
}
