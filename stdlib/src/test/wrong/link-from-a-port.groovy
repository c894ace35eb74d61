def keys = input('Keystation')
def link = clock(LINK, keys)
