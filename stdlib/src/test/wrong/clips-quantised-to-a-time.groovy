def apc = device(ApcMini)
def link = clock(LINK)

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
    quantise 500.ms, link
}
