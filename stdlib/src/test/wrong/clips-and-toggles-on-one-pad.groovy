def apc = device(ApcMini)
def daw = output('DAW')

apc.grid.pad(8, 8).toggles().to(daw)
apc.grid.clips {
    layout '''
        x . . . . . . .
        . . . . . . . .
        . . . . . . . .
        . . . . . . . .
        . . . . . . . .
        . . . . . . . .
        . . . . . . . .
        . . . . . . . .
    '''
}
