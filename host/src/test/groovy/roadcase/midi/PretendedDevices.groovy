package roadcase.midi

import groovy.transform.CompileStatic
import java.util.concurrent.CopyOnWriteArrayList
import javax.sound.midi.MidiDevice
import javax.sound.midi.MidiMessage
import javax.sound.midi.MidiUnavailableException
import javax.sound.midi.Receiver
import javax.sound.midi.Transmitter
import javax.sound.midi.spi.MidiDeviceProvider

/**
 * Devices for javax.sound.midi that a Spec plugs and unplugs, registered as any provider is. As the JDK's own ones, an
 * Info is good until the list changes, and a device is open for all or for none.
 */
@CompileStatic
class PretendedDevices extends MidiDeviceProvider {
    static final List<Pretended> PLUGGED = new CopyOnWriteArrayList<>()

    @Override
    MidiDevice.Info[] getDeviceInfo() { PLUGGED.collect { it.deviceInfo } as MidiDevice.Info[] }

    @Override
    MidiDevice getDevice(MidiDevice.Info info) {
        def found = PLUGGED.find { it.deviceInfo.is(info) }
        if (found == null) throw new IllegalArgumentException("MidiDevice $info not supported by this provider")
        found
    }

    /** The input or the output of a unit. */
    static class Pretended implements MidiDevice {
        static class Named extends MidiDevice.Info {
            Named(String name, String description) { super(name, 'Pretended', description, '1') }
        }

        final MidiDevice.Info deviceInfo
        final boolean plays
        final List<MidiMessage> heard = new CopyOnWriteArrayList<>()
        final List<Long> times = new CopyOnWriteArrayList<>()
        final List<Receiver> listeners = new CopyOnWriteArrayList<>()
        volatile boolean open
        volatile boolean busy
        volatile boolean blocks
        volatile int opened

        Pretended(String name, String description, boolean plays) {
            this.deviceInfo = new Named(name, description)
            this.plays = plays
        }

        Pretended plug() { PLUGGED << this; this }

        void unplug() { PLUGGED.remove(this) }

        /** On a thread of the caller's, as a provider does. */
        void play(MidiMessage... messages) {
            for (MidiMessage message : messages) for (Receiver listener : listeners) listener.send(message, 7_000_000L)
        }

        List<String> getHex() { heard.collect { MidiMessage m -> HexFormat.ofDelimiter(' ').withUpperCase().formatHex(m.message, 0, m.length) } }

        @Override
        synchronized void open() {
            if (busy) throw new MidiUnavailableException('requested device already in use')
            open = true
            opened++
        }

        @Override
        synchronized void close() {
            open = false
            listeners.clear()
        }

        @Override
        boolean isOpen() { open }

        @Override
        long getMicrosecondPosition() { 0 }

        @Override
        int getMaxReceivers() { plays ? 0 : -1 }

        @Override
        int getMaxTransmitters() { plays ? -1 : 0 }

        @Override
        Receiver getReceiver() {
            new Receiver() {
                void send(MidiMessage message, long time) {
                    while (Pretended.this.blocks) Thread.sleep(1)
                    if (!Pretended.this.open) throw new IllegalStateException('Receiver is not open')
                    times << System.nanoTime()
                    heard << message
                }

                void close() {}
            }
        }

        @Override
        List<Receiver> getReceivers() { [] }

        @Override
        Transmitter getTransmitter() {
            new Transmitter() {
                private Receiver to

                void setReceiver(Receiver receiver) {
                    to = receiver
                    listeners << receiver
                }

                Receiver getReceiver() { to }

                void close() { listeners.remove(to) }
            }
        }

        @Override
        List<Transmitter> getTransmitters() { [] }
    }
}
