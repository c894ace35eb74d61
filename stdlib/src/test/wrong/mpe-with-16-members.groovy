def board = input('Seaboard').mpe(lower: 16)
board.to(output('Synth'))
