"""VST3 effects one after another in pedalboard: SECONDS RATE BLOCK NAME,NAME,... Prints JSON."""
import json
import sys
import time

import numpy
import pedalboard

seconds, rate, block = (int(word) for word in sys.argv[1:4])
board = pedalboard.Pedalboard([pedalboard.load_plugin("/usr/lib/vst3/%s.vst3" % name) for name in sys.argv[4].split(",")])
t = numpy.arange(seconds * rate) / rate
sound = sum(numpy.sin(2 * numpy.pi * f * t) for f in (130.8, 196.0, 261.6, 329.6)).astype(numpy.float32) * 0.1
sound = numpy.stack([sound, sound])
board(sound[:, : rate], rate, buffer_size=block)
begun = time.perf_counter_ns()
board(sound, rate, buffer_size=block, reset=False)
took = time.perf_counter_ns() - begun
print(json.dumps({"nanos_a_block": took / (seconds * rate / block)}))
