"""The mapping of Mapping.java by the callbacks of mido or python-rtmidi, fed in memory; prints JSON.

mapping.py mido|rtmidi|mido-router MESSAGES.txt COUNT

A split keyboard and a knob: keys below C3 an octave up on channel 2, the others on channel 1, CC 1 as CC 74 from 20 to
100. mido-router is RouterMapping.java: keys below C4 an octave up on channel 2 with velocities 1 to 100, the others
turned round on channel 3 with velocities 40 to 110, CC 1 as CC 74 from 100 to 20. What is sent goes to a port that only takes it, as Roadcase's does in the same bench: no driver is measured.
"""
import gc
import json
import sys
import time

which, path, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
messages = [[int(n) for n in line.split()] for line in open(path)]
sent = 0


class RtOut:
    def send_message(self, message):
        global sent
        sent += 1


rt_out = RtOut()

if which.startswith('mido'):
    import mido
    from mido.ports import BaseOutput

    class Out(BaseOutput):
        def _send(self, message):
            rt_out.send_message(message.bytes())  # as mido's rtmidi backend does

    out = Out('Synth')

    def on_message(message):
        if message.type in ('note_on', 'note_off'):
            if message.note < 48:
                out.send(message.copy(note=message.note + 12, channel=1))
            else:
                out.send(message.copy(channel=0))
        elif message.type == 'control_change' and message.control == 1:
            out.send(message.copy(control=74, value=20 + message.value * 80 // 127))

    def on_message_router(message):
        if message.type in ('note_on', 'note_off'):
            on = message.type == 'note_on'
            if message.note < 60:
                velocity = 1 + message.velocity * 99 // 127 if on else message.velocity
                out.send(message.copy(note=message.note + 12, channel=1, velocity=velocity))
            elif message.note < 96:
                velocity = 40 + (message.velocity - 1) * 70 // 126 if on else message.velocity
                out.send(message.copy(note=155 - message.note, channel=2, velocity=velocity))
        elif message.type == 'control_change' and message.control == 1:
            out.send(message.copy(control=74, channel=0, value=int(100 - message.value * 80 / 127)))

    if which == 'mido-router':
        on_message = on_message_router

    parser = mido.Parser()

    def feed(raw):  # as mido's rtmidi backend does
        parser.feed(raw)
        for message in parser:
            on_message(message)
else:
    import rtmidi  # the library must be there, though its driver is not used

    def on_message(event, data=None):
        message, delta = event
        kind = message[0] & 0xF0
        if kind in (0x80, 0x90):
            if message[1] < 48:
                rt_out.send_message([kind | 1, message[1] + 12, message[2]])
            else:
                rt_out.send_message([kind, message[1], message[2]])
        elif kind == 0xB0 and message[1] == 1:
            rt_out.send_message([message[0], 74, 20 + message[2] * 80 // 127])

    def feed(raw):
        on_message((list(raw), 0.0))

length = len(messages)
for i in range(count // 10):
    feed(messages[i % length])
sent = 0
gc.collect()
begin = time.perf_counter_ns()
for i in range(count):
    feed(messages[i % length])
nanos = time.perf_counter_ns() - begin
assert sent == count, f'{sent} sent of {count}'
times = [0] * count
clock = time.perf_counter_ns
for i in range(count):
    raw = messages[i % length]
    start = clock()
    feed(raw)
    times[i] = clock() - start
times.sort()
print(json.dumps({'a_second': count / nanos * 1e9, 'median_ns': times[count // 2], 'p99_ns': times[count * 99 // 100],
                  'p999_ns': times[count * 999 // 1000], 'max_ns': times[-1]}))
