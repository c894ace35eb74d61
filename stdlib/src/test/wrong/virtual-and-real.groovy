def a = output('Out')
def b = virtualOutput('Out')
