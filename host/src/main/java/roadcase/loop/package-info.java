/**
 * Measure, compare, move: keeps a level near its target. Knows decibels and time that is passed in; refuses to know
 * meters, faders, gear, threads and the clock of the machine.
 *
 * <pre>
 * meter frames ─► Window ─► error ─► Pid or FeedForward ─► limits, slew, ceiling ─► the fader
 *              └► Gate (silence)   └► ContentDetector (which gains)        ▲
 *   what the fader reads ─► hands off                     Probe  RelayTuner  StepTest
 * </pre>
 *
 * <p>Units: levels and outputs in dB on both sides, so that behind a fader the plant's gain is 1 dB for 1 dB; times are
 * nanoseconds, spans inside of the mathematics seconds. Nothing is allocated by a step; only the outcome of a tuning is.
 * One thread at a time.
 *
 * <p>Sources: K. J. Åström and T. Hägglund, Advanced PID Control (2006): back-calculation, derivative filter, relay;
 * J. G. Ziegler and N. B. Nichols, Optimum Settings for Automatic Controllers (1942); B. D. Tyreus and W. L. Luyben,
 * Tuning PI Controllers for Integrator/Dead Time Processes (1992); S. Skogestad, Simple Analytic Rules for Model
 * Reduction and PID Controller Tuning (2003), which is SIMC; EBU Tech 3341 for the spans of windows; Python's simple-pid
 * 2.0.1 for the numbers of a plain PID.
 */
package roadcase.loop;
