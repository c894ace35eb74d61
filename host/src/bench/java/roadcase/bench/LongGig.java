package roadcase.bench;

/** An evening's script of 200 lines: banks, zones, knobs and reactions. Each version says something else. */
final class LongGig {
    private LongGig() {}

    static String text(int version) {
        StringBuilder gig = new StringBuilder("""
                // An evening in 200 lines.
                def mix   = device(MidiMix)
                def keys  = input('Keys')
                def pads  = input('Pads')
                def synth = output('Synth')
                def daw   = virtualOutput('To the DAW')
                def sound = remember('sound', 0)

                banks('Four') {
                    previous   mix.bankLeft
                    next       mix.bankRight
                    binaryDial mix.bankLeft, mix.bankRight
                    bank 'A', channel: 1
                    bank 'B', channel: 2
                    bank 'C', channel: 3
                    bank 'D', channel: 4
                    everyBank {
                        mix.mute.toggles().to(daw)
                        mix.recArm.toggles().to(daw)
                        mix.faders.hysteresis(3).to(daw)
                        mix.knobs.hysteresis(3).to(daw)
                    }
                }

                mix.soloKey.onPress {
                    sound.set((sound.get() + 1) % 8)
                    synth.send(programChange(sound.get()))
                }

                """);
        gig.append("keys.notes(C3..G9).transpose(").append(version % 12).append(").velocity(")
                .append(1 + version / 12 % 100).append("..127).to(synth)\n");
        int lines = (int) gig.chars().filter(c -> c == '\n').count();
        for (int i = 0; lines < 200; i++) {
            lines += 1;
            switch (i % 8) {
                case 0 -> gig.append("keys.zone('Zone %d', %d..%d).transpose(12).toChannel(%d).to(synth)%n"
                        .formatted(i, i % 40, i % 40 + 12, 1 + i % 16));
                case 1 -> gig.append("pads.notes(%d..%d).velocity(40..110).toChannel(10).to(synth, daw)%n"
                        .formatted(i % 100, i % 100 + 5));
                case 2 -> gig.append("keys.cc(%d).becomes(cc(%d, 20..100)).toChannel(%d).to(synth)%n"
                        .formatted(1 + i % 60, 61 + i % 50, 1 + i % 16));
                case 3 -> gig.append("pads.noteOn(%d).becomes(program(%d)).toChannel(%d).to(synth)%n"
                        .formatted(i % 128, i % 128, 1 + i % 16));
                case 4 -> {
                    gig.append("pads.noteOn(%d).onEvent { message ->%n".formatted((i + 3) % 128))
                            .append("    for (step in [0, 4, 7]) synth.send(noteOn(message.note % 100 + step, 90))\n")
                            .append("}\n");
                    lines += 2;
                }
                case 5 -> gig.append("keys.onChannel(%d).notes(C2..B3).velocities(100..127).toChannel(%d).to(daw)%n"
                        .formatted(2 + i % 15, 1 + i % 16));
                case 6 -> gig.append("// %d: what comes next is for the second half\n".formatted(i));
                default -> gig.append("keys.onChannel(%d).pitchBend().toChannel(%d).to(daw)%n"
                        .formatted(2 + i % 15, 1 + i % 16));
            }
        }
        return gig.toString();
    }
}
