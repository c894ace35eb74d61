def apc = device(ApcMini)

def songs = apc.grid.clips {
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
songs.stopAll()
