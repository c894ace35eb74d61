# Records what simple-pid answers. Run by hand: python3 simple-pid.py > simple-pid.csv
import math, random, sys
from simple_pid import PID
random.seed(7)
print("# simple-pid 2.0.1, sample_time=None, differential_on_measurement=True; each line of a case: dt, input, output, P, I, D")
def run(name, kp, ki, kd, target, low, high, inputs):
    pid = PID(kp, ki, kd, setpoint=target, sample_time=None, output_limits=(low, high))
    print("case,%s,%r,%r,%r,%r,%s,%s" % (name, kp, ki, kd, float(target), low, high))
    for dt, x in inputs:
        out = pid(x, dt=dt)
        p, i, d = pid.components
        print("%r,%r,%r,%r,%r,%r" % (dt, x, out, p, i, d))
def noise(n, mean, sd, dt=0.25):
    return [(dt * random.uniform(0.9, 1.1), random.gauss(mean, sd)) for _ in range(n)]
run("the seed's gains", 0.5, 0.05, 0.01, -6, -80, 10, [(0.5, x) for _, x in noise(80, -12, 4)])
run("proportional alone", 0.31, 0, 0, -18, None, None, noise(40, -20, 3))
run("proportional and integral", 0.31, 0.31, 0, -18, None, None, noise(120, -19, 3))
run("all three", 0.8, 0.4, 0.2, -18, None, None, noise(120, -18, 2))
run("against a limit for long", 0.31, 0.31, 0, -18, -15, 3, [(0.25, -40.0)] * 60 + noise(60, -10, 2))
run("narrow limits", 2.0, 1.0, 0.1, 0, -1, 1, noise(80, 0, 3, 0.05))
run("steps", 0.31, 0.31, 0.05, -18, -15, 3, [(0.25, -18.0 + (12 if (n // 20) % 2 else -6)) for n in range(100)])
