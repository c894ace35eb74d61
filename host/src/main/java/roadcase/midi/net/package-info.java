/**
 * Ports on other machines, and ours for others: the WebSocket protocol of the MIDI Router, from both ends. A network
 * port is a port like all others: it is there or not, it is missed and taken again.
 *
 * <p>Refuses to know: what a gig does with its messages, and how a socket works (that is roadcase.sockets). Nothing that
 * a peer sends gets past this border but whole MIDI messages.
 *
 * <pre>
 *   Conductor ── NetworkPorts ──even handles──► the system's Backend
 *                     ├─odd handles──► RemotePort ──Outflow──► Wire ──► a MIDI Router, a Roadcase
 *                     ├─Inbox◄────────────┘ (what a remote input hears)
 *                     └─Inbox◄── Session ◄── Door ◄── peers: they send to our outputs and hear our inputs (Offers)
 *   WebChannel: the messages of the protocol      Sounding: what must be ended when a wire breaks
 * </pre>
 *
 * <p>Source of the protocol: the public behaviour of the MIDI Router (shemeshg/MidiRouterClient) and of Qt WebChannel,
 * whose JSON it speaks; only facts were taken.
 */
package roadcase.midi.net;
